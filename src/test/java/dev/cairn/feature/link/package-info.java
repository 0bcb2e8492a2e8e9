@NullMarked
package dev.cairn.feature.link;

import org.jspecify.annotations.NullMarked;
