/** What was said in the playground, kept over restarts, until it starts over. */
@NullMarked
package dev.cairn.feature.playground;

import org.jspecify.annotations.NullMarked;
