/** First contact: a guided setup for moderators, and what keeps us from working well. */
@NullMarked
package dev.cairn.feature.setup;

import org.jspecify.annotations.NullMarked;
