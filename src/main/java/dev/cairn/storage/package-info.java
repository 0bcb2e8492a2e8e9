/**
 * Where facts are kept: Jdbi stores over H2 or PostgreSQL, one for each store interface of a
 * feature.
 */
@NullMarked
package dev.cairn.storage;

import org.jspecify.annotations.NullMarked;
