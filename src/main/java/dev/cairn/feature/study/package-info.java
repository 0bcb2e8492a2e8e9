/** What members studied: which day of the journey, and when. */
@NullMarked
package dev.cairn.feature.study;

import org.jspecify.annotations.NullMarked;
