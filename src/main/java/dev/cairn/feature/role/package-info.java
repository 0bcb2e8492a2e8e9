/** What the roles of the field do, which topics lead there, and how they differ. */
@NullMarked
package dev.cairn.feature.role;

import org.jspecify.annotations.NullMarked;
