/**
 * The vocabulary of a conversation: what can be asked, who asks, and what is answered. No platform
 * is known here.
 */
@NullMarked
package dev.cairn.chat;

import org.jspecify.annotations.NullMarked;
