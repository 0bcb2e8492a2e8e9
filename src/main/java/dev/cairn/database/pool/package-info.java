/** Connections in pools, and whether the database behind them can be used. */
@NullMarked
package dev.cairn.database.pool;

import org.jspecify.annotations.NullMarked;
