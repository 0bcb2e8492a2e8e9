/** Discord: interactions in, Components V2 out. Nothing else knows JDA. */
@NullMarked
package dev.cairn.platform.discord;

import org.jspecify.annotations.NullMarked;
