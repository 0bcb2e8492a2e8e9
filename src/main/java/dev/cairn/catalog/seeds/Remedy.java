package dev.cairn.catalog.seeds;

import dev.cairn.spelling.Nearest;
import java.util.Collection;

/** The remedy for a name that does not exist. */
final class Remedy {
  private Remedy() {}

  /**
   * "did you mean "x"?", or the other remedy where no name is near.
   *
   * @param written what does not exist
   * @param names what does
   */
  static String of(String written, Collection<String> names, String otherwise) {
    return Nearest.to(written, names, name -> name)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse(otherwise);
  }
}
