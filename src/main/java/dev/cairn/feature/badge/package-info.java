/** What members have reached for good: milestones, and races won. */
@NullMarked
package dev.cairn.feature.badge;

import org.jspecify.annotations.NullMarked;
