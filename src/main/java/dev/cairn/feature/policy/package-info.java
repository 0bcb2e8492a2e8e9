/** What a community decides about its days and streaks. */
@NullMarked
package dev.cairn.feature.policy;

import org.jspecify.annotations.NullMarked;
