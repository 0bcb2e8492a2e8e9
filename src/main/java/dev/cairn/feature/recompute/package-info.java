/** Figures that are kept for speed, derived anew from the facts. */
@NullMarked
package dev.cairn.feature.recompute;

import org.jspecify.annotations.NullMarked;
