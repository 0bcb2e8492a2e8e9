/** The questions of a day, asked one after another and judged. */
@NullMarked
package dev.cairn.feature.check;

import org.jspecify.annotations.NullMarked;
