/**
 * The database: connections, transactions, migrations and backup, and the verbs that stores speak
 * SQL with. The stores themselves live with their features.
 */
@NullMarked
package dev.cairn.database;

import org.jspecify.annotations.NullMarked;
