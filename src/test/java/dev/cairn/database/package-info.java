@NullMarked
package dev.cairn.database;

import org.jspecify.annotations.NullMarked;
