@NullMarked
package dev.cairn.feature.suggestion;

import org.jspecify.annotations.NullMarked;
