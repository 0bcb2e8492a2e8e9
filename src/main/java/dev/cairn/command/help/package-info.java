/** The command that tells of all others. */
@NullMarked
package dev.cairn.command.help;

import org.jspecify.annotations.NullMarked;
