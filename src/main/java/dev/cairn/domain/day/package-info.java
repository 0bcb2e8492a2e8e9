/** Study days: which date it is for whom, through zones, clocks that are put back and outages. */
@NullMarked
package dev.cairn.domain.day;

import org.jspecify.annotations.NullMarked;
