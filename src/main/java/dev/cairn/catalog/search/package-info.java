/** Finds what is in the catalogue by the words it is described with. */
@NullMarked
package dev.cairn.catalog.search;

import org.jspecify.annotations.NullMarked;
