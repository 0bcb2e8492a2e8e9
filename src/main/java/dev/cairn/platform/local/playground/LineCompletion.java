package dev.cairn.platform.local.playground;

import dev.cairn.chat.CommandSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what is being typed can go on.
 *
 * @param from where the part that a candidate takes the place of begins, as an index into the line
 * @param candidates the best first
 * @param command the command being typed, or null while it is not clear which
 * @param option the name of the option being typed, or null
 */
public record LineCompletion(
    int from, List<Candidate> candidates, @Nullable CommandSpec command, @Nullable String option) {

  public static final LineCompletion NONE = new LineCompletion(0, List.of(), null, null);

  public LineCompletion {
    candidates = List.copyOf(candidates);
  }
}
