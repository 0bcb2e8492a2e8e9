/** Who studies at the hours and at the pace of whom. */
@NullMarked
package dev.cairn.domain.buddy;

import org.jspecify.annotations.NullMarked;
