/**
 * A stand-in of Slack on the loopback: its Web API, its Socket Mode and its signed HTTP requests.
 */
@NullMarked
package dev.cairn.platform.slack.standin;

import org.jspecify.annotations.NullMarked;
