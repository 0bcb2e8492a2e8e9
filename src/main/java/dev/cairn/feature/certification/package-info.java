/** Which certificates there are, for whom each is, and when to take it. */
@NullMarked
package dev.cairn.feature.certification;

import org.jspecify.annotations.NullMarked;
