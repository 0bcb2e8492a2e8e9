/** What members answer to the question of a daily post. */
@NullMarked
package dev.cairn.feature.discussion;

import org.jspecify.annotations.NullMarked;
