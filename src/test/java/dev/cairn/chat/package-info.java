@NullMarked
package dev.cairn.chat;

import org.jspecify.annotations.NullMarked;
