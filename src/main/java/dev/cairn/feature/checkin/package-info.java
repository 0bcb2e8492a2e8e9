/** Checking in: one study day at a time, counted once. */
@NullMarked
package dev.cairn.feature.checkin;

import org.jspecify.annotations.NullMarked;
