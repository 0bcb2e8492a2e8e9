/** What Discord sends: commands and their registration, interactions, completions. */
@NullMarked
package dev.cairn.platform.discord.receive;

import org.jspecify.annotations.NullMarked;
