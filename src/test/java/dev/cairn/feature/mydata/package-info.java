@NullMarked
package dev.cairn.feature.mydata;

import org.jspecify.annotations.NullMarked;
