/** Tests of the playground's page, on its own and in a browser. */
@NullMarked
package dev.cairn.platform.local.page;

import org.jspecify.annotations.NullMarked;
