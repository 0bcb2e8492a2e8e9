/** Leaderboards: who stands where, members and groups. */
@NullMarked
package dev.cairn.feature.leaderboard;

import org.jspecify.annotations.NullMarked;
