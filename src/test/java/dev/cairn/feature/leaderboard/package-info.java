@NullMarked
package dev.cairn.feature.leaderboard;

import org.jspecify.annotations.NullMarked;
