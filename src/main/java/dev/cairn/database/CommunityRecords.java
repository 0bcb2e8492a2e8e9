package dev.cairn.database;

import dev.cairn.domain.CommunityId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is kept of a community, in whichever table: to be counted, or to be deleted. It is found
 * by the column that every such table has, so that no feature has to be told.
 */
public final class CommunityRecords {
  private static final String COMMUNITY = "community_id";

  private final Database database;
  private final CommunityId community;
  private final List<String> tables;

  /** What is kept of this community. */
  public CommunityRecords(Database database, CommunityId community) {
    this.database = database;
    this.community = community;
    this.tables = tables(database.read(Tables::of));
  }

  /** The tables that have rows of communities, each after those that it refers to. */
  static List<String> tables(Tables tables) {
    return tables.columns().entrySet().stream()
        .filter(
            table -> table.getValue().stream().anyMatch(column -> column.name().equals(COMMUNITY)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many rows of it each table has; of those that have none, nothing. */
  public Map<String, Long> count() {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : tables) {
      long found =
          database
              .query("select count(*) from " + table + " where community_id = :community")
              .bind("community", community)
              .one(Long.class);
      if (found > 0) {
        rows.put(table, found);
      }
    }
    return rows;
  }

  /** Deletes everything, and the community itself. Belongs into a transaction. */
  public void delete() {
    for (String table : tables.reversed()) {
      database
          .update("delete from " + table + " where community_id = :community")
          .bind("community", community)
          .execute();
    }
  }
}
