/**
 * From what was typed to the handler that answers: reading, permission, rate limit, and failure
 * turned into a reply.
 */
@NullMarked
package dev.cairn.command;

import org.jspecify.annotations.NullMarked;
