/**
 * The playground's page: HTML that is built element by element, so that whatever members say is
 * escaped by construction, and the routes that serve it.
 */
@NullMarked
package dev.cairn.platform.local.page;

import org.jspecify.annotations.NullMarked;
