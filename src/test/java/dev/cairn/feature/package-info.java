@NullMarked
package dev.cairn.feature;

import org.jspecify.annotations.NullMarked;
