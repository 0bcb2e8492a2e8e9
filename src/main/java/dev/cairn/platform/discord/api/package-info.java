/** Discord's own terms, which every folder here shares: its ids, calls of it, and how they fail. */
@NullMarked
package dev.cairn.platform.discord.api;

import org.jspecify.annotations.NullMarked;
