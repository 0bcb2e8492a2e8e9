/** Pictures of progress: data in, a PNG and its alt text out. */
@NullMarked
package dev.cairn.picture;

import org.jspecify.annotations.NullMarked;
