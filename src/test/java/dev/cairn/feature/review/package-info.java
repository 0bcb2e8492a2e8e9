@NullMarked
package dev.cairn.feature.review;

import org.jspecify.annotations.NullMarked;
