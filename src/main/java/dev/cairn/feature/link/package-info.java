/** One learner with accounts on several platforms, one community in several places. */
@NullMarked
package dev.cairn.feature.link;

import org.jspecify.annotations.NullMarked;
