@NullMarked
package dev.cairn.feature.progress;

import org.jspecify.annotations.NullMarked;
