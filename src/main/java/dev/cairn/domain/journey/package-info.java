/** The journey: which of its days a community has on which date. */
@NullMarked
package dev.cairn.domain.journey;

import org.jspecify.annotations.NullMarked;
