/** Text in pictures: fonts, graphemes, and lines of any script and direction. */
@NullMarked
package dev.cairn.picture.text;

import org.jspecify.annotations.NullMarked;
