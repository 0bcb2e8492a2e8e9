@NullMarked
package dev.cairn.catalog.quiz;

import org.jspecify.annotations.NullMarked;
