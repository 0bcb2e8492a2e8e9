/** Groups: who belongs to which, and how a group keeps its dates. */
@NullMarked
package dev.cairn.feature.group;

import org.jspecify.annotations.NullMarked;
