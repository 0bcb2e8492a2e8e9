/** Replies as Block Kit, modals and views, within Slack's limits. */
@NullMarked
package dev.cairn.platform.slack.render;

import org.jspecify.annotations.NullMarked;
