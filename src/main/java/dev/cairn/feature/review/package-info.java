/** Review: the cards of studied days, asked again before they are forgotten. */
@NullMarked
package dev.cairn.feature.review;

import org.jspecify.annotations.NullMarked;
