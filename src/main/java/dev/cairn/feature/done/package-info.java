/** The check-in as members meet it: what it tells, and where it leads on to. */
@NullMarked
package dev.cairn.feature.done;

import org.jspecify.annotations.NullMarked;
