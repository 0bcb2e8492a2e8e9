/** How a member walks the journey: with the community, or at a pace of their own. */
@NullMarked
package dev.cairn.feature.path;

import org.jspecify.annotations.NullMarked;
