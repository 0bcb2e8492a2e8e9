/** The blog journey: the posts that members write, and how they stand with what they vowed. */
@NullMarked
package dev.cairn.feature.blog;

import org.jspecify.annotations.NullMarked;
