@NullMarked
package dev.cairn.feature.outbox;

import org.jspecify.annotations.NullMarked;
