package dev.cairn.feature.community;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.day.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A community as rows tell it: one for every pair of a zone and a decision that it ever had. Both
 * are few, and one statement is less than three. Also for whoever reads communities beside
 * something of their own.
 */
public final class CommunityRows {
  /** What to select. */
  public static final String COLUMNS =
      "c.community_id, c.name, c.met_at, c.rules_changed_at, c.shares_reviews, z.since, z.zone,"
          + " p.*";

  /** What to join to {@code community c}. */
  public static final String JOINS =
      """
      join community_zone z on z.community_id = c.community_id
      left join policy_decision p on p.community_id = c.community_id
      """;

  private final CommunityId id;
  private final String name;
  private final Instant metAt;

  /** When the rules that hold now took the place of the first ones; they always held for most. */
  private final Instant keepsDaysFrom;

  private final boolean sharesReviews;

  private final NavigableMap<Instant, ZoneId> zones = new TreeMap<>();

  /** In the order in which they were made. */
  private final NavigableMap<Long, Decisions.Decision<StreakPolicy>> decisions = new TreeMap<>();

  private CommunityRows(
      CommunityId id, String name, Instant metAt, Instant keepsDaysFrom, boolean sharesReviews) {
    this.id = id;
    this.name = name;
    this.metAt = metAt;
    this.keepsDaysFrom = keepsDaysFrom;
    this.sharesReviews = sharesReviews;
  }

  /** A row that is being read. */
  public interface Columns {
    /** The value of a column; null where it is. */
    <T> @Nullable T find(String column, Class<T> type);

    private <T> T get(String column, Class<T> type) {
      return Objects.requireNonNull(find(column, type), column);
    }
  }

  /** The community that a row is of; the row itself is yet to be added. */
  public static CommunityRows of(Columns row) {
    Instant rulesChangedAt = row.find("rules_changed_at", Instant.class);
    return new CommunityRows(
        row.get("community_id", CommunityId.class),
        row.get("name", String.class),
        row.get("met_at", Instant.class),
        rulesChangedAt == null ? Instant.MIN : rulesChangedAt,
        row.get("shares_reviews", Boolean.class));
  }

  /** Adds a row. */
  public void add(Columns row) {
    zones.put(row.get("since", Instant.class), row.get("zone", ZoneId.class));
    Long decision = row.find("decision_id", Long.class);
    if (decision != null) {
      decisions.put(
          decision,
          new Decisions.Decision<>(
              row.find("decided_at", Instant.class),
              row.get("from_day", LocalDate.class),
              policy(row)));
    }
  }

  /** The community, when all of its rows are added. */
  public Community community() {
    Map.Entry<Instant, ZoneId> first = zones.firstEntry();
    return new Community(
        id,
        name,
        metAt,
        new ZoneHistory(
            new Timeline<>(first.getValue(), zones.tailMap(first.getKey(), false)), keepsDaysFrom),
        new Decisions<>(
            keepsDaysFrom.equals(Instant.MIN) ? StreakPolicy.DEFAULT : StreakPolicy.FIRST,
            List.copyOf(decisions.values())),
        sharesReviews);
  }

  private static StreakPolicy policy(Columns row) {
    return new StreakPolicy(
        row.get("freeze_start", Integer.class),
        row.get("freeze_every", Integer.class),
        row.get("freeze_cap", Integer.class),
        row.get("comeback_days", Integer.class),
        row.get("late_every", Integer.class),
        row.get("rest_day_cap", Integer.class),
        LocalTime.of(row.get("day_starts_at", Integer.class), 0),
        row.get("review_counts", Boolean.class));
  }
}
