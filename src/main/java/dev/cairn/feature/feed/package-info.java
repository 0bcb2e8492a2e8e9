/**
 * Feeds that members publish: followed, fetched with care, and their new entries counted as posts.
 */
@NullMarked
package dev.cairn.feature.feed;

import org.jspecify.annotations.NullMarked;
