@NullMarked
package dev.cairn.feature.shard;

import org.jspecify.annotations.NullMarked;
