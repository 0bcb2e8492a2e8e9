/** Questions with four options, made from what the catalogue holds. */
@NullMarked
package dev.cairn.catalog.quiz;

import org.jspecify.annotations.NullMarked;
