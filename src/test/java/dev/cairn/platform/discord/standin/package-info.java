/** A loopback stand-in of Discord: as much of its REST API and gateway as an app sees of them. */
@NullMarked
package dev.cairn.platform.discord.standin;

import org.jspecify.annotations.NullMarked;
