/** The settings, validated and read once at start. */
@NullMarked
package dev.cairn.config;

import org.jspecify.annotations.NullMarked;
