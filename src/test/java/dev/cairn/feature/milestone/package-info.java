/** Tests of milestones. */
@NullMarked
package dev.cairn.feature.milestone;

import org.jspecify.annotations.NullMarked;
