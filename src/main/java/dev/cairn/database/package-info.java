/**
 * Where facts are kept: Jdbi stores over H2 or PostgreSQL, one for each store interface of a
 * feature.
 */
@NullMarked
package dev.cairn.database;

import org.jspecify.annotations.NullMarked;
