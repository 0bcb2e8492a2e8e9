/**
 * What is answered: a reply is a value made of blocks, controls and spans, which each platform
 * renders.
 */
@NullMarked
package dev.cairn.chat.reply;

import org.jspecify.annotations.NullMarked;
