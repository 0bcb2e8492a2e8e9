/** The workspaces that installed us by themselves. */
@NullMarked
package dev.cairn.feature.installation;

import org.jspecify.annotations.NullMarked;
