/** A member's day at a glance. */
@NullMarked
package dev.cairn.feature.home;

import org.jspecify.annotations.NullMarked;
