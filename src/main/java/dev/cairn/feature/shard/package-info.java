/** How several processes divide Discord's shards among themselves. */
@NullMarked
package dev.cairn.feature.shard;

import org.jspecify.annotations.NullMarked;
