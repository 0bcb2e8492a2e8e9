/** Answers to interactions, by the best way that Slack still accepts. */
@NullMarked
package dev.cairn.platform.slack.answer;

import org.jspecify.annotations.NullMarked;
