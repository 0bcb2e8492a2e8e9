/** What happens without being asked: work that falls due, durably and by one process only. */
@NullMarked
package dev.cairn.jobs;

import org.jspecify.annotations.NullMarked;
