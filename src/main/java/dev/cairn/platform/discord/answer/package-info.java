/** Answers to interactions: within the deadline, and by another way where Discord refuses one. */
@NullMarked
package dev.cairn.platform.discord.answer;

import org.jspecify.annotations.NullMarked;
