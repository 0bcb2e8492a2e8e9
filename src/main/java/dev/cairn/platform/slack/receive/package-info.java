/** What Slack sends, over Socket Mode and over HTTP, and what is made of it. */
@NullMarked
package dev.cairn.platform.slack.receive;

import org.jspecify.annotations.NullMarked;
