/** Tests of the local platform, over fixture commands that use all there is. */
@NullMarked
package dev.cairn.platform.local;

import org.jspecify.annotations.NullMarked;
