/** What only H2 needs, by its own store of pages. */
@NullMarked
package dev.cairn.database.h2;

import org.jspecify.annotations.NullMarked;
