/** The year in review: what a member has made of their first year, or of the journey. */
@NullMarked
package dev.cairn.feature.wrapped;

import org.jspecify.annotations.NullMarked;
