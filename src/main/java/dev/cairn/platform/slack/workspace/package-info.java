/** The workspaces that we are installed in: their tokens, their members, what they allow us. */
@NullMarked
package dev.cairn.platform.slack.workspace;

import org.jspecify.annotations.NullMarked;
