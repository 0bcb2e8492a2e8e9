/** The command line: a contract that scripts lean on. */
@NullMarked
package dev.cairn.cli;

import org.jspecify.annotations.NullMarked;
