@NullMarked
package dev.cairn.feature.discussion;

import org.jspecify.annotations.NullMarked;
