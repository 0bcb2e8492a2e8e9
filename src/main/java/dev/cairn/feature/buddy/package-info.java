/** Two members who study beside each other: each hears that the other has checked in. */
@NullMarked
package dev.cairn.feature.buddy;

import org.jspecify.annotations.NullMarked;
