@NullMarked
package dev.cairn.feature.topic;

import org.jspecify.annotations.NullMarked;
