/** Races: groups against each other from one date to another, with a result that stands. */
@NullMarked
package dev.cairn.feature.race;

import org.jspecify.annotations.NullMarked;
