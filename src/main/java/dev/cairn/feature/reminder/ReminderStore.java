package dev.cairn.feature.reminder;

import dev.cairn.chat.Value;
import dev.cairn.database.Database;
import dev.cairn.database.Row;
import dev.cairn.database.Statement;
import dev.cairn.domain.day.ReminderTime;
import dev.cairn.feature.AccountColumns;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps who wants to be reminded. */
public final class ReminderStore {
  private static final String IT = " where community_id = :community and member_id = :member";
  private final Database database;

  public ReminderStore(Database database) {
    this.database = database;
  }

  /** What a member asked for. */
  public Optional<Reminder> find(Member member) {
    return of(database.query("select * from reminder" + IT), member)
        .find(row -> reminder(row, member));
  }

  private static Reminder reminder(Row row, Member member) {
    LocalTime hour = row.find("wall_time", LocalTime.class);
    return new Reminder(
        member,
        AccountColumns.of(row::text, member.name()),
        hour == null ? new ReminderTime.BeforeDayEnds() : new ReminderTime.AtHour(hour),
        channel(row.findText("external_channel_id"), row.findText("channel_name")),
        row.instant("since"),
        row.find("snoozed_until", Instant.class),
        row.find("broken_on", java.time.LocalDate.class));
  }

  private static Value.@Nullable Channel channel(@Nullable String id, @Nullable String name) {
    return id == null || name == null ? null : new Value.Channel(id, name);
  }

  /** In place of what they asked for before. */
  public void save(Reminder reminder) {
    Value.Channel channel = reminder.channel();
    of(
            database.upsert(
                """
                insert into reminder (community_id, member_id, platform, external_community_id, external_user_id, wall_time,
                  external_channel_id, channel_name, since, snoozed_until, broken_on)
                values (:community, :member, :platform, :place, :user, :hour, :channel, :channelName, :since, :snoozed, :broken)
                """,
                """
                update reminder set platform = :platform, external_community_id = :place, external_user_id = :user,
                  wall_time = :hour, external_channel_id = :channel, channel_name = :channelName, since = :since,
                  snoozed_until = :snoozed, broken_on = :broken
                """
                    + IT),
            reminder.member())
        .bind("platform", reminder.account().platform().key())
        .bind("place", reminder.account().community())
        .bind("user", reminder.account().user())
        .bind("hour", hour(reminder.time()))
        .bind("channel", channel == null ? null : channel.id())
        .bind("channelName", channel == null ? null : channel.name())
        .bind("since", reminder.since())
        .bind("snoozed", reminder.snoozedUntil())
        .bind("broken", reminder.brokenOn())
        .execute();
  }

  private static @Nullable LocalTime hour(ReminderTime time) {
    return switch (time) {
      case ReminderTime.AtHour(LocalTime hour) -> hour;
      case ReminderTime.BeforeDayEnds beforeDayEnds -> null;
    };
  }

  /** They want to be reminded no longer. */
  public void remove(Member member) {
    of(database.update("delete from reminder" + IT), member).execute();
  }

  private static <S extends Statement<S>> S of(S statement, Member member) {
    return statement.bind("community", member.community().id()).bind("member", member.id());
  }
}
