@NullMarked
package dev.cairn.feature.term;

import org.jspecify.annotations.NullMarked;
