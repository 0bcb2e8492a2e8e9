/** Tests of the HTTP server. */
@NullMarked
package dev.cairn.platform.local.http;

import org.jspecify.annotations.NullMarked;
