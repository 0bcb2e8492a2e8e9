/** Streaks: what a member's days add up to, and why. */
@NullMarked
package dev.cairn.feature.streak;

import org.jspecify.annotations.NullMarked;
