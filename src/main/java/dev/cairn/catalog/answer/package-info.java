/** How the answer that somebody types is read and judged. */
@NullMarked
package dev.cairn.catalog.answer;

import org.jspecify.annotations.NullMarked;
