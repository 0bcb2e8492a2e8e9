@NullMarked
package dev.cairn.feature.group;

import org.jspecify.annotations.NullMarked;
