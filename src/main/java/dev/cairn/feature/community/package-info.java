/** Communities: where they live, their time zone and their policy. */
@NullMarked
package dev.cairn.feature.community;

import org.jspecify.annotations.NullMarked;
