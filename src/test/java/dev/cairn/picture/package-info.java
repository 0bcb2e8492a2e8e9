/** Pictures, looked at pixel by pixel. */
@NullMarked
package dev.cairn.picture;

import org.jspecify.annotations.NullMarked;
