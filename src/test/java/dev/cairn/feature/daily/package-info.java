@NullMarked
package dev.cairn.feature.daily;

import org.jspecify.annotations.NullMarked;
