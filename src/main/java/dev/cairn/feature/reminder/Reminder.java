package dev.cairn.feature.reminder;

import dev.cairn.chat.Account;
import dev.cairn.chat.Value;
import dev.cairn.domain.day.ReminderTime;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a member wants to be reminded.
 *
 * @param account where they are reminded, in private
 * @param time when, within each study day
 * @param channel where they agreed to be reminded when they take no private messages; null for
 *     nowhere
 * @param since when they chose it: nothing that was due before is made up for
 * @param snoozedUntil when they want to hear it again; null where they did not ask
 * @param brokenOn the first study day on which their streak was seen to be broken; null while it
 *     stands
 */
public record Reminder(
    Member member,
    Account account,
    ReminderTime time,
    Value.@Nullable Channel channel,
    Instant since,
    @Nullable Instant snoozedUntil,
    @Nullable LocalDate brokenOn) {

  /** The same, to be heard again at an instant. */
  Reminder snoozed(Instant until) {
    return new Reminder(member, account, time, channel, since, until, brokenOn);
  }

  /** The same, with the streak broken since a day, or standing. */
  Reminder broken(@Nullable LocalDate on) {
    return new Reminder(member, account, time, channel, since, snoozedUntil, on);
  }
}
