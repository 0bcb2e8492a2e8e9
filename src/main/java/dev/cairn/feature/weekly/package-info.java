/** The week summed up, on Mondays. */
@NullMarked
package dev.cairn.feature.weekly;

import org.jspecify.annotations.NullMarked;
