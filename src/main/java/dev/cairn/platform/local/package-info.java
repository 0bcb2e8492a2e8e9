/**
 * The local platform: a conversation that needs no account anywhere, as typed lines, as JSON and as
 * a page in the browser.
 */
@NullMarked
package dev.cairn.platform.local;

import org.jspecify.annotations.NullMarked;
