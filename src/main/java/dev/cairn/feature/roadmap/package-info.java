/** The ways into the field, by where one comes from. */
@NullMarked
package dev.cairn.feature.roadmap;

import org.jspecify.annotations.NullMarked;
