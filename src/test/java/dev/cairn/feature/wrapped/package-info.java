@NullMarked
package dev.cairn.feature.wrapped;

import org.jspecify.annotations.NullMarked;
