/** Tests of the playground, apart from how it looks. */
@NullMarked
package dev.cairn.platform.local.playground;

import org.jspecify.annotations.NullMarked;
