/** Roles that members hold while their streak is long enough. Off until a moderator sets one. */
@NullMarked
package dev.cairn.feature.reward;

import org.jspecify.annotations.NullMarked;
