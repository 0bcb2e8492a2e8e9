/** What a guild allows us, who belongs to it, and the roles that it rewards with. */
@NullMarked
package dev.cairn.platform.discord.guild;

import org.jspecify.annotations.NullMarked;
