@NullMarked
package dev.cairn.feature.done;

import org.jspecify.annotations.NullMarked;
