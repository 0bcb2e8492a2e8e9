/** Outages: when we were cut off from a platform, which is never held against a member. */
@NullMarked
package dev.cairn.feature.outage;

import org.jspecify.annotations.NullMarked;
