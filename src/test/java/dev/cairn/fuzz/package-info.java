/** Whatever bytes outsiders may send, tried by Jazzer: docs/testing.md. */
@NullMarked
package dev.cairn.fuzz;

import org.jspecify.annotations.NullMarked;
