/**
 * The HTTP server that the playground, health, metrics and incoming events share. Javalin is known
 * here and in the playground's page, and nowhere else.
 */
@NullMarked
package dev.cairn.http;

import org.jspecify.annotations.NullMarked;
