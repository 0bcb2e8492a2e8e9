/** Finds the name that somebody meant when they typed another. */
@NullMarked
package dev.cairn.spelling;

import org.jspecify.annotations.NullMarked;
