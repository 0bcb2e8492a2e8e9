/** What Cairn says without being asked, each message exactly once. */
@NullMarked
package dev.cairn.feature.outbox;

import org.jspecify.annotations.NullMarked;
