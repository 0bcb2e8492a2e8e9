/** Tests of the HTTP server. */
@NullMarked
package dev.cairn.http;

import org.jspecify.annotations.NullMarked;
