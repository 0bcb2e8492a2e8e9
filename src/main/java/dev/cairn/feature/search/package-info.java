/** Finding anything that is studied by the words in it. */
@NullMarked
package dev.cairn.feature.search;

import org.jspecify.annotations.NullMarked;
