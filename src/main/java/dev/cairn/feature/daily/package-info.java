/** The topic of the day, posted where and when a community wants it. */
@NullMarked
package dev.cairn.feature.daily;

import org.jspecify.annotations.NullMarked;
