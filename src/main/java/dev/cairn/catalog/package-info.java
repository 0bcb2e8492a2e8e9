/** What is studied: tracks, topics, roles, certifications, resources and the journey, immutable. */
@NullMarked
package dev.cairn.catalog;

import org.jspecify.annotations.NullMarked;
