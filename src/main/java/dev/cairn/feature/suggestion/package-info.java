/** Questions that members suggest for the discussion of a daily post. */
@NullMarked
package dev.cairn.feature.suggestion;

import org.jspecify.annotations.NullMarked;
