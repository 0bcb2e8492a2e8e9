@NullMarked
package dev.cairn.feature.reminder;

import org.jspecify.annotations.NullMarked;
