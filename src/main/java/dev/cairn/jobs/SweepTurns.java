package dev.cairn.jobs;

import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import java.time.Duration;
import java.time.Instant;

/** Who looks through a community now and then, of the processes that share a database. */
public final class SweepTurns {
  private final Database database;

  public SweepTurns(Database database) {
    this.database = database;
  }

  /**
   * Takes a turn, where none has been taken for so long.
   *
   * @param kind of what is done; at most 300 letters
   * @return whether it is this process that does it now
   */
  public boolean take(CommunityId community, String kind, Instant now, Duration every) {
    return database.transaction(() -> {
      int first =
          database
              .update(
                  """
                  insert into sweep (community_id, kind, begun_at) values (:community, :kind, :now)
                  on conflict do nothing
                  """)
              .bind("community", community)
              .bind("kind", kind)
              .bind("now", now)
              .execute();
      // One that begins later than now was taken before the clock was set back.
      return first > 0
          || database
                  .update(
                      """
                      update sweep set begun_at = :now
                      where community_id = :community and kind = :kind
                        and (begun_at <= :before or begun_at > :now)
                      """)
                  .bind("community", community)
                  .bind("kind", kind)
                  .bind("now", now)
                  .bind("before", now.minus(every))
                  .execute()
              > 0;
    });
  }
}
