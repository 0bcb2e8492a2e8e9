/** What is kept about a member: theirs to have, and to have deleted. */
@NullMarked
package dev.cairn.feature.mydata;

import org.jspecify.annotations.NullMarked;
