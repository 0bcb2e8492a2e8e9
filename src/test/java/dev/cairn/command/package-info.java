@NullMarked
package dev.cairn.command;

import org.jspecify.annotations.NullMarked;
