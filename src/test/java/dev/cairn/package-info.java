/** What tests of several packages share. */
@NullMarked
package dev.cairn;

import org.jspecify.annotations.NullMarked;
