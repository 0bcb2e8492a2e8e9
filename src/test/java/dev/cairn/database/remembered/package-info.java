@NullMarked
package dev.cairn.database.remembered;

import org.jspecify.annotations.NullMarked;
