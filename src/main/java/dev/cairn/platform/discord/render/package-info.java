/** Replies as messages and modals of Discord, within its limits. */
@NullMarked
package dev.cairn.platform.discord.render;

import org.jspecify.annotations.NullMarked;
