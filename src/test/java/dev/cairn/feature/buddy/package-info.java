@NullMarked
package dev.cairn.feature.buddy;

import org.jspecify.annotations.NullMarked;
