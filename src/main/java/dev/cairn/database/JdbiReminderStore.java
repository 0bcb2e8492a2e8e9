package dev.cairn.database;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.domain.ReminderTime;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.reminder.Reminder;
import dev.cairn.feature.reminder.ReminderStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Who wants to be reminded, in the database. */
public final class JdbiReminderStore implements ReminderStore {
  private static final String IT = " where community_id = :community and member_id = :member";
  private static final Upsert SAVE =
      new Upsert(
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
              + IT);

  private final Database database;

  public JdbiReminderStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Reminder> find(Member member) {
    return database.with(
        handle ->
            of(handle.createQuery("select * from reminder" + IT), member)
                .map((row, context) -> reminder(row, member))
                .findOne());
  }

  private static Reminder reminder(ResultSet row, Member member) throws SQLException {
    LocalTime hour = row.getObject("wall_time", LocalTime.class);
    return new Reminder(
        member,
        new Account(
            Platform.ofKey(row.getString("platform")),
            row.getString("external_community_id"),
            row.getString("external_user_id"),
            member.name()),
        hour == null ? new ReminderTime.BeforeDayEnds() : new ReminderTime.AtHour(hour),
        channel(row.getString("external_channel_id"), row.getString("channel_name")),
        TimeArguments.instant(row, "since"),
        TimeArguments.instantOrNull(row, "snoozed_until"),
        row.getObject("broken_on", java.time.LocalDate.class));
  }

  private static Value.@Nullable Channel channel(@Nullable String id, @Nullable String name) {
    return id == null || name == null ? null : new Value.Channel(id, name);
  }

  @Override
  public void save(Reminder reminder) {
    Value.Channel channel = reminder.channel();
    database.with(
        handle ->
            SAVE.run(
                handle,
                update ->
                    of(update, reminder.member())
                        .bind("platform", reminder.account().platform().key())
                        .bind("place", reminder.account().community())
                        .bind("user", reminder.account().user())
                        .bind("hour", hour(reminder.time()))
                        .bind("channel", channel == null ? null : channel.id())
                        .bind("channelName", channel == null ? null : channel.name())
                        .bind("since", reminder.since())
                        .bind("snoozed", reminder.snoozedUntil())
                        .bind("broken", reminder.brokenOn())));
  }

  private static @Nullable LocalTime hour(ReminderTime time) {
    return switch (time) {
      case ReminderTime.AtHour(LocalTime hour) -> hour;
      case ReminderTime.BeforeDayEnds beforeDayEnds -> null;
    };
  }

  @Override
  public void remove(Member member) {
    database.with(handle -> of(handle.createUpdate("delete from reminder" + IT), member).execute());
  }

  private static <S extends SqlStatement<S>> S of(S statement, Member member) {
    return statement
        .bind("community", member.community().id().value())
        .bind("member", member.id().value());
  }
}
