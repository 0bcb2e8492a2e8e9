/** English text taken apart: words, sentences, how hard it is to read, what we avoid in it. */
@NullMarked
package dev.cairn.catalog.prose;

import org.jspecify.annotations.NullMarked;
