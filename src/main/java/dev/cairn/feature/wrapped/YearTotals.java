package dev.cairn.feature.wrapped;

/**
 * What a member has reached between two dates.
 *
 * @param posts how many they added to their list, of those still in it
 * @param milestones how many were found, and hold
 * @param races how many their group won while they belonged to it
 */
record YearTotals(int posts, int milestones, int races) {}
