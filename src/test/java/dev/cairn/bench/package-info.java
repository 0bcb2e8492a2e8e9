/**
 * Measures Cairn beside the simplest bots there could be, against stand-ins of the platforms on the
 * loopback. Not part of the build's tests: docs/performance.md says how to run it. The build lets
 * the packaged program answer in the same way to see which classes it needs.
 */
@NullMarked
package dev.cairn.bench;

import org.jspecify.annotations.NullMarked;
