/** The connection to Discord: sockets, sessions, and how often they are dialled. */
@NullMarked
package dev.cairn.platform.discord.gateway;

import org.jspecify.annotations.NullMarked;
