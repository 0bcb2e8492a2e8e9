/** Tests of what members, and moderators for them, set. */
@NullMarked
package dev.cairn.feature.settings;

import org.jspecify.annotations.NullMarked;
