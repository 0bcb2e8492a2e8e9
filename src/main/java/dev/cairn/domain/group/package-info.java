/** Groups, races and leaderboards: who was expected and who was there, and who stands where. */
@NullMarked
package dev.cairn.domain.group;

import org.jspecify.annotations.NullMarked;
