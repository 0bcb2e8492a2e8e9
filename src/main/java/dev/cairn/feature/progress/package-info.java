/** How far members are on the journey. */
@NullMarked
package dev.cairn.feature.progress;

import org.jspecify.annotations.NullMarked;
