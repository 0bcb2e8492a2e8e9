/** One conversation, held on every platform. */
@NullMarked
package dev.cairn.scenario;

import org.jspecify.annotations.NullMarked;
