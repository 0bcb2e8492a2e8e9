/**
 * What the playground is, apart from how it looks: its channels and members, what was said in them,
 * and a clock that can be moved.
 */
@NullMarked
package dev.cairn.platform.local.playground;

import org.jspecify.annotations.NullMarked;
