/** Tests of feeds, with a server of nasty ones. */
@NullMarked
package dev.cairn.feature.feed;

import org.jspecify.annotations.NullMarked;
