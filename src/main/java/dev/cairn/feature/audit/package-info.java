/** What moderators changed: who, when and why. */
@NullMarked
package dev.cairn.feature.audit;

import org.jspecify.annotations.NullMarked;
