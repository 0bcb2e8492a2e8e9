@NullMarked
package dev.cairn.feature.outage;

import org.jspecify.annotations.NullMarked;
