/** Reminders for whoever asked for them, before their streak ends. */
@NullMarked
package dev.cairn.feature.reminder;

import org.jspecify.annotations.NullMarked;
