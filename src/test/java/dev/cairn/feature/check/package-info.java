@NullMarked
package dev.cairn.feature.check;

import org.jspecify.annotations.NullMarked;
