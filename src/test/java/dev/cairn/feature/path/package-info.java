@NullMarked
package dev.cairn.feature.path;

import org.jspecify.annotations.NullMarked;
