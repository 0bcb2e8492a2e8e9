/** What the tests of several platforms share: commands to try, and replies of every kind. */
@NullMarked
package dev.cairn.testkit;

import org.jspecify.annotations.NullMarked;
