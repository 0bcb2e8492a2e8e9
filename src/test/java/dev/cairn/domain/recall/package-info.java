@NullMarked
package dev.cairn.domain.recall;

import org.jspecify.annotations.NullMarked;
