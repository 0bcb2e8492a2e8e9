/**
 * Slack: what Slack sends in, what we answer as Block Kit, and what we send unasked; nothing else
 * knows Bolt.
 */
@NullMarked
package dev.cairn.platform.slack;

import org.jspecify.annotations.NullMarked;
