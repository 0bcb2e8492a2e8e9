@NullMarked
package dev.cairn.schedule;

import org.jspecify.annotations.NullMarked;
