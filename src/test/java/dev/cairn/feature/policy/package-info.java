@NullMarked
package dev.cairn.feature.policy;

import org.jspecify.annotations.NullMarked;
