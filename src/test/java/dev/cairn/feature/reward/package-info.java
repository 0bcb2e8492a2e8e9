/** Tests of the roles that streaks earn. */
@NullMarked
package dev.cairn.feature.reward;

import org.jspecify.annotations.NullMarked;
