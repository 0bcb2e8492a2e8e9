/** Where to learn, read, practise and take part. */
@NullMarked
package dev.cairn.feature.resource;

import org.jspecify.annotations.NullMarked;
