package dev.cairn.feature.playground;

import dev.cairn.chat.Platform;
import dev.cairn.database.CommunityRecords;
import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what was said in one playground, and empties its community. */
public final class PlaygroundStore {
  private final Database database;
  private final String place;

  /**
   * @param place the local community's own id
   */
  public PlaygroundStore(Database database, String place) {
    this.database = database;
    this.place = place;
  }

  private Optional<CommunityId> community() {
    return database
        .query(
            """
            select community_id from community_place
            where platform = :platform and external_id = :place
            """)
        .bind("platform", Platform.LOCAL.key())
        .bind("place", place)
        .find(CommunityId.class);
  }

  /** All that is kept, the oldest first. */
  public List<KeptMessage> all() {
    return database.reading(() -> community().map(this::all).orElse(List.of()));
  }

  private List<KeptMessage> all(CommunityId community) {
    return database
        .query(
            "select * from playground_message where community_id = :community order by message_id")
        .bind("community", community)
        .list(row ->
            new KeptMessage(
                row.big("message_id"),
                row.text("channel"),
                row.get("said_at", Instant.class),
                row.findText("only_for"),
                row.findText("external_user_id"),
                row.text("body")));
  }

  /**
   * Keeps a message as it is now; nothing where the community has not been met yet.
   *
   * @param forgotten which messages of its channel make room: this one and those before
   */
  public void keep(KeptMessage message, long forgotten) {
    database.transaction(() -> community().ifPresent(id -> keep(id, message, forgotten)));
  }

  private void keep(CommunityId community, KeptMessage message, long forgotten) {
    database
        .upsert(
            """
            insert into playground_message (community_id, message_id, channel, said_at, only_for,
              platform, external_community_id, external_user_id, body)
            values (:community, :id, :channel, :at, :onlyFor, :platform, :place, :user, :body)
            """,
            """
            update playground_message set body = :body
            where community_id = :community and message_id = :id
            """)
        .bind("community", community)
        .bind("id", message.id())
        .bind("channel", message.channel())
        .bind("at", message.at())
        .bind("onlyFor", message.onlyFor())
        .bind("platform", Platform.LOCAL.key())
        .bind("place", place)
        .bind("user", message.user())
        .bind("body", message.body())
        .execute();
    database
        .update(
            """
            delete from playground_message
            where community_id = :community and channel = :channel and message_id <= :forgotten
            """)
        .bind("community", community)
        .bind("channel", message.channel())
        .bind("forgotten", forgotten)
        .execute();
  }

  /** How many rows each table has of the community; of those that have none, nothing. */
  public Map<String, Long> count() {
    return database.reading(
        () -> community().map(id -> new CommunityRecords(database, id).count()).orElse(Map.of()));
  }

  /** Deletes everything of the community. */
  public void empty() {
    database.transaction(
        () -> community().ifPresent(id -> new CommunityRecords(database, id).delete()));
  }
}
