/** Tests of first contact. */
@NullMarked
package dev.cairn.feature.setup;

import org.jspecify.annotations.NullMarked;
