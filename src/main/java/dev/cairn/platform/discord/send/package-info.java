/** Messages that answer nobody: daily posts, announcements, reminders. */
@NullMarked
package dev.cairn.platform.discord.send;

import org.jspecify.annotations.NullMarked;
