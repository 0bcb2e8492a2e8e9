@NullMarked
package dev.cairn.feature.installation;

import org.jspecify.annotations.NullMarked;
