/** Looks after a database: backups by the clock, a move to another, a check. */
@NullMarked
package dev.cairn.database.upkeep;

import org.jspecify.annotations.NullMarked;
