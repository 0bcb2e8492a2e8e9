/** Milestones: found when they are reached, decided on by moderators, announced at most once. */
@NullMarked
package dev.cairn.feature.milestone;

import org.jspecify.annotations.NullMarked;
