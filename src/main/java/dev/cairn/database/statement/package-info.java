/** How the database's verbs give SQL to the driver: values, prepared statements, columns. */
@NullMarked
package dev.cairn.database.statement;

import org.jspecify.annotations.NullMarked;
