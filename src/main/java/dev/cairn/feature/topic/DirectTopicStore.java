package dev.cairn.feature.topic;

import dev.cairn.database.Database;
import dev.cairn.database.Statement;
import dev.cairn.domain.day.ReminderTime;
import dev.cairn.feature.AccountColumns;
import dev.cairn.feature.member.Member;
import java.time.LocalTime;
import java.util.Optional;

/** Stores who wants the day's topic by direct message. */
public final class DirectTopicStore {
  private static final String IT = " where community_id = :community and member_id = :member";
  private final Database database;

  public DirectTopicStore(Database database) {
    this.database = database;
  }

  /** What a member asked for. */
  Optional<DirectTopic> find(Member member) {
    return of(database.query("select * from direct_topic" + IT), member)
        .find(row ->
            new DirectTopic(
                member,
                AccountColumns.of(row::text, row.text("external_user_id")),
                new ReminderTime.AtHour(row.get("wall_time", LocalTime.class)),
                row.instant("since")));
  }

  /** Replaces what the member asked for before. */
  void save(DirectTopic direct) {
    of(
            database.upsert(
                """
                insert into direct_topic (community_id, member_id, platform, external_community_id, external_user_id,
                  wall_time, since)
                values (:community, :member, :platform, :place, :user, :hour, :since)
                """,
                """
                update direct_topic set platform = :platform, external_community_id = :place,
                  external_user_id = :user, wall_time = :hour, since = :since
                """
                    + IT),
            direct.member())
        .bind("platform", direct.account().platform().key())
        .bind("place", direct.account().community())
        .bind("user", direct.account().user())
        .bind("hour", direct.hour().hour())
        .bind("since", direct.since())
        .execute();
  }

  /** The member wants no more messages. */
  void remove(Member member) {
    of(database.update("delete from direct_topic" + IT), member).execute();
  }

  private static <S extends Statement<S>> S of(S statement, Member member) {
    return statement.bind("community", member.community().id()).bind("member", member.id());
  }
}
