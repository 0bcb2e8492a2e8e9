/** Members: who they are on each platform, and in which time zone they live. */
@NullMarked
package dev.cairn.feature.member;

import org.jspecify.annotations.NullMarked;
