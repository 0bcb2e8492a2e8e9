@NullMarked
package dev.cairn.feature.home;

import org.jspecify.annotations.NullMarked;
