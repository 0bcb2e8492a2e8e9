/** The glossary: what a term of art means, and which days teach it. */
@NullMarked
package dev.cairn.feature.term;

import org.jspecify.annotations.NullMarked;
