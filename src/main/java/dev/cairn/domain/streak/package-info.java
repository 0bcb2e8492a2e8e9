/** A member's streak: what is on record, the fold over it, and its explanation. */
@NullMarked
package dev.cairn.domain.streak;

import org.jspecify.annotations.NullMarked;
