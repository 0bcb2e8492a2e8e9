/** Answers that are kept until a table that they were read from is changed. */
@NullMarked
package dev.cairn.database.remembered;

import org.jspecify.annotations.NullMarked;
