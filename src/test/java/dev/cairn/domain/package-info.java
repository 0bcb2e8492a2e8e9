/** How the rules of the game are proven. */
@NullMarked
package dev.cairn.domain;

import org.jspecify.annotations.NullMarked;
