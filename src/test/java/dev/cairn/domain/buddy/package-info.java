@NullMarked
package dev.cairn.domain.buddy;

import org.jspecify.annotations.NullMarked;
