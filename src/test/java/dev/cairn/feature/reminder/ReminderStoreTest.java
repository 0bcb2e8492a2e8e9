package dev.cairn.feature.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.day.ReminderTime;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of reminders promises. */
final class ReminderStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");

  private static Reminder plain(Member member) {
    return new Reminder(
        member,
        new Account(Platform.LOCAL, "here", member.name(), member.name()),
        new ReminderTime.BeforeDayEnds(),
        null,
        AT,
        null,
        null);
  }

  private static Reminder full(Member member) {
    return new Reminder(
        member,
        new Account(Platform.SLACK, "T1", "U1", member.name()),
        new ReminderTime.AtHour(LocalTime.of(23, 59)),
        new Value.Channel("C1", "general ☃"),
        AT.plusSeconds(1),
        AT.plusSeconds(2),
        LocalDate.parse("2026-03-02"));
  }

  @ParameterizedTest
  @EnumSource
  void whatAMemberAsksForTakesThePlaceOfWhatTheyAskedForBefore(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      ReminderStore store = new ReminderStore(database);
      assertThat(store.find(asha)).isEmpty();
      store.save(plain(asha));
      assertThat(store.find(asha)).contains(plain(asha));
      store.save(full(asha));
      assertThat(store.find(asha)).contains(full(asha));
      store.save(plain(asha));
      assertThat(store.find(asha)).as("nothing of before is left").contains(plain(asha));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoEndsTheirsEndsNobodyElses(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      Member ben = people.here("ben");
      ReminderStore store = new ReminderStore(database);
      store.save(full(asha));
      store.save(plain(ben));
      store.remove(asha);
      store.remove(asha);
      assertThat(store.find(asha)).isEmpty();
      assertThat(store.find(ben)).contains(plain(ben));
      assertThat(store.find(people.elsewhere("ben"))).isEmpty();
    }
  }
}
