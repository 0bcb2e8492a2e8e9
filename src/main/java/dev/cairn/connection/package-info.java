/**
 * What a platform offers the core while it is connected: who sends, who belongs to a community,
 * which roles may be given, what keeps us from working there.
 */
@NullMarked
package dev.cairn.connection;

import org.jspecify.annotations.NullMarked;
