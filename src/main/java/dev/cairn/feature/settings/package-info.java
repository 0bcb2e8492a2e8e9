/** What a member sets for themselves. */
@NullMarked
package dev.cairn.feature.settings;

import org.jspecify.annotations.NullMarked;
