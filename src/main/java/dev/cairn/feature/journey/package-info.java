/** The 180-day journey that a community walks together. */
@NullMarked
package dev.cairn.feature.journey;

import org.jspecify.annotations.NullMarked;
