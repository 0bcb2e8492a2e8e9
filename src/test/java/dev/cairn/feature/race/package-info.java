/** Tests of races. */
@NullMarked
package dev.cairn.feature.race;

import org.jspecify.annotations.NullMarked;
