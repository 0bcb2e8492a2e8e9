/** Where the parts of Cairn are put together, started and stopped. */
@NullMarked
package dev.cairn;

import org.jspecify.annotations.NullMarked;
