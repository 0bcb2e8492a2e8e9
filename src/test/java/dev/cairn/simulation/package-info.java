@NullMarked
package dev.cairn.simulation;

import org.jspecify.annotations.NullMarked;
