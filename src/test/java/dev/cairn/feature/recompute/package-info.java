@NullMarked
package dev.cairn.feature.recompute;

import org.jspecify.annotations.NullMarked;
