@NullMarked
package dev.cairn.feature.quiz;

import org.jspecify.annotations.NullMarked;
