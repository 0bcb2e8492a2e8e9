/**
 * What the capabilities share. Each capability is a folder below: its commands, its service, its
 * records, its store interface.
 */
@NullMarked
package dev.cairn.feature;

import org.jspecify.annotations.NullMarked;
