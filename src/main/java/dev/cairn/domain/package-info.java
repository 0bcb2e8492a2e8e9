/**
 * The rules of the game as values and pure functions: study days, streaks, groups, rankings, posts,
 * milestones, the journey.
 */
@NullMarked
package dev.cairn.domain;

import org.jspecify.annotations.NullMarked;
