/** Questions with four options, asked of one member or of a whole channel. */
@NullMarked
package dev.cairn.feature.quiz;

import org.jspecify.annotations.NullMarked;
