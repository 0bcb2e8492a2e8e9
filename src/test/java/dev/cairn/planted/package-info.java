/** Violations of the rules of the house, planted to see the rules fail. */
@NullMarked
package dev.cairn.planted;

import org.jspecify.annotations.NullMarked;
