package dev.cairn.database.statement;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.argument.Argument;

/** The values of the names in a statement. */
public final class Values {
  private final List<String> names = new ArrayList<>();
  private final List<Argument> stored = new ArrayList<>();

  /** The value of a name, in place of one that it had. */
  public void put(String name, Argument value) {
    int known = names.indexOf(name);
    if (known < 0) {
      names.add(name);
      stored.add(value);
    } else {
      stored.set(known, value);
    }
  }

  /**
   * The value of a name.
   *
   * @throws IllegalStateException when it has none
   */
  Argument get(String name) {
    int known = names.indexOf(name);
    if (known < 0) {
      throw new IllegalStateException("the name :" + name + " has no value");
    }
    return stored.get(known);
  }
}
