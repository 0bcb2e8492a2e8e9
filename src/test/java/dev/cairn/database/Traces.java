package dev.cairn.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where something is kept, in whichever table. */
public final class Traces {
  private Traces() {}

  /** The tables and columns in which a text stands, as part of a value. */
  public static List<String> of(Database database, String text) {
    return database.read(handle -> {
      List<String> found = new ArrayList<>();
      for (Map.Entry<String, List<Tables.Column>> table : Tables.of(handle).columns().entrySet()) {
        for (Tables.Column column : table.getValue()) {
          long rows =
              handle
                  .createQuery(
                      "select count(*) from %s where cast(%s as varchar) like :text"
                          .formatted(table.getKey(), column.name()))
                  .bind("text", "%" + text + "%")
                  .mapTo(Long.class)
                  .one();
          if (rows > 0) {
            found.add(table.getKey() + "." + column.name());
          }
        }
      }
      return found;
    });
  }
}
