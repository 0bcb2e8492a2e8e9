/** Calls of Slack's methods: messages that answer nobody, and pictures. */
@NullMarked
package dev.cairn.platform.slack.send;

import org.jspecify.annotations.NullMarked;
