@NullMarked
package dev.cairn.feature.announcement;

import org.jspecify.annotations.NullMarked;
