/** Remembering: when a card comes back, and how well it is likely to be recalled until then. */
@NullMarked
package dev.cairn.domain.recall;

import org.jspecify.annotations.NullMarked;
