/** Tests of posts. */
@NullMarked
package dev.cairn.feature.blog;

import org.jspecify.annotations.NullMarked;
