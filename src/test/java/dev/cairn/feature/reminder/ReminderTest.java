package dev.cairn.feature.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.TestConversation.Posted;
import dev.cairn.chat.Account;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReminderTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private List<String> instants() {
    return lab.posts().stream().map(post -> post.at().toString()).toList();
  }

  @Test
  void onlyAnOpenDayWithAStreakIsRemindedOf() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:20:00");
    lab.at("2026-01-03T10:00:00Z").say("asha", "/done");
    lab.at("2026-01-04T10:00:00Z").say("asha", "/done");
    lab.at("2026-01-05T21:00:00Z");
    Posted reminder = lab.posts().getFirst();
    assertThat(reminder.kind()).isEqualTo("reminder");
    assertThat(reminder.message().address())
        .isEqualTo(new Address.Direct(new Account(Platform.LOCAL, "lab", "asha", "asha")));
    assertThat(reminder.text()).contains("streak of 2 days");
    assertThat(reminder.message().card().controls())
        .extracting(control -> ((Control.Button) control).action().toString())
        .containsExactly("done", "snooze", "settings remind:off");
    lab.say("asha", "/done");
    lab.at("2026-01-06T12:00:00Z");
    assertThat(instants()).containsExactly("2026-01-05T20:00:00Z");
  }

  @Test
  void aReminderSaysSoWhenTheDayIsDoneAndWhenItIsOver() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:20:00");
    lab.say("asha", "/done");
    lab.at("2026-01-02T21:00:00Z").say("asha", "/done");
    lab.at("2026-01-02T21:01:00Z");
    assertThat(lab.posts().getLast().text())
        .contains("Done: Friday 2 January 2026", "Your streak stands at 2 days.")
        .doesNotContain("You have not checked in");
    lab.at("2026-01-04T03:59:00Z");
    assertThat(lab.posts().getLast().text()).contains("You have not checked in today");
    lab.at("2026-01-04T04:01:00Z");
    assertThat(lab.posts().getLast().text())
        .contains("Saturday 3 January 2026 is over", "Your streak stands at 2 days.");
    lab.at("2026-01-05T04:01:00Z");
    assertThat(lab.posts().getLast().text())
        .contains("Sunday 4 January 2026 is over", "Your streak has ended.");
    assertThat(lab.posts()).as("edited, not said again").hasSize(3);
  }

  @Test
  void itIsTheMembersOwnHour() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings timezone:Asia/Kolkata remind:20:00");
    lab.say("asha", "/done");
    lab.at("2026-01-02T23:00:00Z");
    assertThat(instants()).containsExactly("2026-01-02T14:30:00Z");
  }

  @Test
  void anHourOfTheNightIsOfTheDayThatEndsInIt() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:02:00");
    lab.say("asha", "/done");
    lab.at("2026-01-03T12:00:00Z");
    assertThat(instants()).containsExactly("2026-01-03T02:00:00Z");
    assertThat(lab.posts().getFirst().message().card().facts().values().get("studyDay"))
        .isEqualTo("2026-01-02");
  }

  @Test
  void autoIsTwoHoursBeforeTheDayEndsButNeverLateInTheEvening() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:auto");
    lab.say("asha", "/done");
    lab.at("2026-01-03T12:00:00Z");
    assertThat(instants()).containsExactly("2026-01-02T21:00:00Z");
  }

  @Test
  void aReminderMissedWhileWeWereAwayWakesNobody() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:auto");
    lab.say("asha", "/done");
    lab.asleepUntil("2026-01-03T01:00:00Z");
    assertThat(instants()).isEmpty();
    lab.at("2026-01-03T22:00:00Z");
    assertThat(instants()).containsExactly("2026-01-03T21:00:00Z");
  }

  @Test
  void aComebackIsToldOfBeforeItIsLost() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:20:00");
    for (int day = 1; day <= 8; day++) {
      lab.at("2026-01-0" + day + "T10:00:00Z").say("asha", "/done");
    }
    // Two freezes bridge two days; the third ends the streak of eight.
    lab.at("2026-01-12T21:00:00Z");
    assertThat(lab.posts().getLast().text())
        .contains("Your streak of 8 days can come back", "check in on 3 days in a row");
    int told = lab.posts().size();
    lab.at("2026-01-13T10:00:00Z").say("asha", "/done");
    lab.at("2026-01-14T20:30:00Z");
    assertThat(lab.posts()).hasSize(told + 1);
    assertThat(lab.posts().getLast().text())
        .contains("Comeback: day 1 of 3. 2 days more in a row", "A missed day ends it.");
  }

  @Test
  void whoPausesIsNotRemindedOfWhatIsLost() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:20:00");
    for (int day = 1; day <= 8; day++) {
      lab.at("2026-01-0" + day + "T10:00:00Z").say("asha", "/done");
    }
    // Two freezes bridge two days; the third ends the streak of eight.
    lab.at("2026-01-11T21:00:00Z").say("asha", "/pause until:2026-01-20");
    int told = lab.posts().size();
    lab.at("2026-01-20T21:00:00Z");
    assertThat(lab.posts()).hasSize(told);
    lab.at("2026-01-21T21:00:00Z");
    assertThat(lab.posts()).hasSize(told + 1);
    assertThat(lab.posts().getLast().text()).contains("Your streak of 8 days can come back");
  }

  @Test
  void whoPausesIsNotToldThatRemindersEnd() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:20:00");
    for (int day = 1; day <= 8; day++) {
      lab.at("2026-01-0" + day + "T10:00:00Z").say("asha", "/done");
    }
    lab.at("2026-01-12T21:00:00Z").say("asha", "/pause until:2026-01-20");
    int told = lab.posts().size();
    lab.at("2026-01-20T21:00:00Z");
    assertThat(lab.posts()).hasSize(told);
    lab.at("2026-01-21T21:00:00Z");
    assertThat(lab.posts().getLast().text()).contains("No more reminders for now");
  }

  @Test
  void snoozingAsksOnceMoreInAnHourUnlessTheDayIsDone() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:20:00");
    lab.say("asha", "/done");
    lab.at("2026-01-02T20:10:00Z").say("asha", "/snooze");
    lab.at("2026-01-02T21:20:00Z").say("asha", "/snooze");
    lab.at("2026-01-02T22:00:00Z").say("asha", "/done");
    assertThat(PlainText.of(lab.say("asha", "/snooze").reply()))
        .contains("You have checked in today");
    lab.at("2026-01-03T12:00:00Z");
    assertThat(instants()).containsExactly("2026-01-02T20:00:00Z", "2026-01-02T21:10:00Z");
  }

  @Test
  void snoozingBeyondTheEndOfTheDayIsRefused() {
    lab.at("2026-01-01T10:00:00Z");
    assertThat(lab.say("asha", "/snooze").problem()).isEqualTo(Problem.CONFLICT);
    lab.say("asha", "/settings remind:20:00");
    lab.say("asha", "/done");
    assertThat(lab.at("2026-01-03T03:30:00Z").say("asha", "/snooze").problem())
        .isEqualTo(Problem.CONFLICT);
  }

  @Test
  void withDirectMessagesClosedItGoesWhereTheMemberAgreed() {
    lab.closes("asha").closes("ben").at("2026-01-01T10:00:00Z");
    lab.say("asha", "/settings remind:20:00 remindin:#nudges");
    lab.say("ben", "/settings remind:20:00");
    lab.say("asha", "/done");
    lab.say("ben", "/done");
    lab.at("2026-01-02T21:00:00Z");
    assertThat(lab.posts()).hasSize(1);
    Posted reminder = lab.posts().getFirst();
    assertThat(reminder.message().address())
        .isEqualTo(new Address.Channel(new Place(Platform.LOCAL, "lab").channel("nudges")));
    assertThat(reminder.message().pings()).isNotNull();
    assertThat(reminder.text()).contains("asha");
  }

  @Test
  void itStopsByItselfThreeDaysAfterTheStreakBroke() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:20:00");
    lab.say("asha", "/done");
    lab.at("2026-01-06T12:00:00Z");
    assertThat(lab.facts("asha", "/settings")).containsEntry("remind", "20:00");
    lab.at("2026-01-07T21:00:00Z");
    assertThat(lab.facts("asha", "/settings")).containsEntry("remind", "off");
    assertThat(instants())
        .as("nagged while a freeze held the streak and once more, then told that it stops")
        .containsExactly("2026-01-02T20:00:00Z", "2026-01-03T20:00:00Z", "2026-01-07T20:00:00Z");
    assertThat(lab.posts().getLast().text()).contains("No more reminders for now");
    assertThat(lab.posts().getLast().message().card().controls())
        .extracting(control -> ((Control.Button) control).action().toString())
        .containsExactly("done", "settings remind:20:00");
  }

  @Test
  void whoComesBackInTimeKeepsIt() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:20:00");
    lab.say("asha", "/done");
    lab.at("2026-01-04T12:00:00Z").say("asha", "/done");
    lab.at("2026-01-05T21:00:00Z");
    assertThat(lab.facts("asha", "/settings")).containsEntry("remind", "20:00");
    assertThat(instants())
        .containsExactly("2026-01-02T20:00:00Z", "2026-01-03T20:00:00Z", "2026-01-05T20:00:00Z");
  }

  @Test
  void offIsOffAndAnotherHourTakesItsPlace() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:20:00");
    lab.say("asha", "/done");
    lab.at("2026-01-02T19:00:00Z").say("asha", "/settings remind:21:00");
    lab.at("2026-01-02T22:00:00Z").say("asha", "/done");
    lab.at("2026-01-03T12:00:00Z").say("asha", "/settings remind:off");
    lab.at("2026-01-03T23:00:00Z");
    assertThat(instants()).containsExactly("2026-01-02T21:00:00Z");
  }

  @Test
  void aReminderMissedWhileWeWereAwayComesWhileTheDayLasts() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/settings remind:20:00");
    lab.say("asha", "/done");
    lab.asleepUntil("2026-01-02T23:00:00Z");
    assertThat(instants()).containsExactly("2026-01-02T23:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"remind:25:00", "remind:soon", "remindin:#general"})
  void wrongInputIsToldWhatWouldBeRight(String options) {
    assertThat(lab.say("asha", "/settings " + options).problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(PlainText.of(lab.say("asha", "/settings").reply())).contains("Reminder");
  }
}
