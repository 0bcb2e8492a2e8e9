/** How content is read from its files, and how its mistakes are told. */
@NullMarked
package dev.cairn.catalog.seeds;

import org.jspecify.annotations.NullMarked;
