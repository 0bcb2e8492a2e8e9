/** Posts, their goals, and the milestones that are worth a celebration. */
@NullMarked
package dev.cairn.domain.blog;

import org.jspecify.annotations.NullMarked;
