package dev.cairn.feature.buddy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BuddiesTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @BeforeEach
  void noon() {
    lab.at("2026-01-05T12:00:00Z");
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** What buddies were told: to whom, and how it begins. */
  private List<String> told() {
    return lab.posts().stream()
        .filter(post -> post.kind().equals("buddy"))
        .map(post ->
            ((Address.Direct) post.message().address()).account().user()
                + ": "
                + post.message().card().title())
        .toList();
  }

  private void pair() {
    lab.say("asha", "/buddy find");
    lab.say("bo", "/buddy find");
    lab.at("2026-01-05T12:01:00Z");
  }

  @Test
  void theFirstWaitsAndTheSecondIsPairedWithThem() {
    Turn waiting = lab.say("asha", "/buddy find");
    assertThat(waiting.audience()).isEqualTo(Audience.CALLER);
    assertThat(waiting.reply().facts().values()).containsEntry("state", "waiting");
    assertThat(lab.facts("bo", "/buddy find"))
        .containsEntry("state", "paired")
        .containsEntry("buddy", "asha");
    lab.at("2026-01-05T12:01:00Z");
    assertThat(told()).containsExactly("asha: Your study buddy: bo");
    assertThat(lab.facts("asha", "/buddy show")).containsEntry("buddy", "bo");
  }

  @Test
  void aCheckInIsToldOnceADayWhileTheOthersDayIsOpen() {
    pair();
    lab.say("bo", "/done");
    lab.at("2026-01-05T12:05:00Z");
    assertThat(told()).endsWith("asha: bo has checked in today").hasSize(2);
    assertThat(lab.posts().getLast().text()).contains("Your day is still open");
    lab.say("bo", "/done undo:true");
    lab.say("bo", "/done");
    lab.say("asha", "/done");
    lab.at("2026-01-06T12:00:00Z");
    assertThat(told()).as("once; and not to bo, who is done").hasSize(2);
    lab.say("asha", "/done");
    lab.say("bo", "/done yesterday:true");
    lab.at("2026-01-06T13:00:00Z");
    assertThat(told()).endsWith("bo: asha has checked in today").hasSize(3);
    lab.at("2026-01-07T12:00:00Z");
    assertThat(told()).endsWith("bo: Tuesday 6 January 2026 is over").hasSize(3);
  }

  @Test
  void aNudgeThatIsOvertakenSaysSo() {
    pair();
    lab.say("asha", "/done");
    lab.say("bo", "/done");
    lab.at("2026-01-06T12:00:00Z").say("bo", "/done");
    lab.at("2026-01-06T12:05:00Z");
    assertThat(told()).endsWith("asha: bo has checked in today").hasSize(2);
    lab.say("asha", "/done");
    lab.at("2026-01-06T12:06:00Z");
    assertThat(told()).endsWith("asha: Done: Tuesday 6 January 2026").hasSize(2);
    assertThat(lab.posts().getLast().text()).contains("Your streak stands at 2 days.");

    lab.at("2026-01-07T12:00:00Z").say("bo", "/done");
    lab.at("2026-01-07T23:00:00Z");
    assertThat(told()).endsWith("asha: bo has checked in today").hasSize(3);
    lab.at("2026-01-08T04:00:00Z");
    assertThat(told()).endsWith("asha: Wednesday 7 January 2026 is over").hasSize(3);
    assertThat(lab.posts().getLast().text())
        .contains("Your streak stands at 2 days.")
        .doesNotContain("bo");
  }

  @Test
  void aMissedDayIsToldToNobody() {
    pair();
    lab.say("asha", "/done");
    lab.say("bo", "/done");
    lab.at("2026-01-05T13:00:00Z");
    int before = told().size();
    lab.at("2026-01-20T12:00:00Z");
    assertThat(told()).hasSize(before);
    assertThat(lab.text("asha", "/buddy show")).doesNotContain("checked in today");
  }

  @Test
  void nobodyIsToldAtNightOnADayOffOrWhenTheyDoNotWantIt() {
    pair();
    lab.say("asha", "/settings timezone:Asia/Tokyo rest:wed");
    lab.at("2026-01-05T16:00:00Z").say("bo", "/done");
    lab.at("2026-01-06T23:59:00Z").say("bo", "/settings");
    assertThat(told()).as("one in the morning in Tokyo").hasSize(1);
    lab.at("2026-01-07T04:00:00Z").say("bo", "/done");
    lab.at("2026-01-08T03:00:00Z");
    assertThat(told()).as("Wednesday is a day off").hasSize(1);
    lab.press("asha", "buddy nudge on:no");
    lab.at("2026-01-08T04:00:00Z").say("bo", "/done");
    lab.at("2026-01-09T03:00:00Z");
    assertThat(told()).as("switched off").hasSize(1);
    lab.press("asha", "buddy nudge on:yes");
    lab.at("2026-01-09T04:00:00Z").say("bo", "/done");
    lab.at("2026-01-09T05:00:00Z");
    assertThat(told()).endsWith("asha: bo has checked in today").hasSize(2);
  }

  @Test
  void nobodyIsToldShortlyAfterAReminder() {
    pair();
    lab.say("asha", "/done");
    lab.say("asha", "/settings remind:12:00");
    lab.at("2026-01-06T13:00:00Z").say("bo", "/done");
    lab.at("2026-01-06T14:00:00Z");
    assertThat(lab.posts()).extracting(TestConversation.Posted::kind).contains("reminder");
    assertThat(told()).doesNotContain("asha: bo has checked in today");
    lab.at("2026-01-07T12:30:00Z");
    lab.at("2026-01-07T15:30:00Z").say("bo", "/done");
    lab.at("2026-01-07T16:00:00Z");
    assertThat(told()).as("three hours later").endsWith("asha: bo has checked in today");
  }

  @Test
  void eitherEndsItAndTheTwoAreNotPairedAgainSoon() {
    pair();
    lab.say("bo", "/buddy end");
    lab.at("2026-01-05T12:02:00Z");
    assertThat(told()).endsWith("asha: You and your study buddy are no longer paired").hasSize(2);
    assertThat(lab.facts("asha", "/buddy show")).containsEntry("state", "none");
    assertThat(lab.facts("asha", "/buddy find")).containsEntry("state", "waiting");
    assertThat(lab.facts("bo", "/buddy find")).containsEntry("state", "waiting");
    assertThat(lab.facts("cy", "/buddy find")).containsEntry("buddy", "asha");
    lab.say("cy", "/buddy end");
    lab.say("asha", "/buddy find");
    lab.at("2026-02-03T12:00:00Z");
    assertThat(lab.facts("bo", "/buddy show")).containsEntry("state", "waiting");
    lab.at("2026-02-05T12:00:00Z");
    assertThat(lab.facts("bo", "/buddy show")).containsEntry("buddy", "asha");
  }

  @Test
  void whoHidesDropsOutAndTheOtherIsToldWithoutAReason() {
    pair();
    lab.say("bo", "/settings hide:yes");
    assertThat(lab.facts("asha", "/buddy show")).containsEntry("state", "none");
    lab.at("2026-01-05T19:00:00Z");
    assertThat(told()).endsWith("asha: You and your study buddy are no longer paired");
    assertThat(lab.posts().getLast().text()).doesNotContain(" bo");
    assertThat(lab.say("bo", "/buddy find").reply())
        .isInstanceOfSatisfying(
            Reply.Notice.class, notice -> assertThat(notice.problem()).isEqualTo(Problem.CONFLICT));
  }

  @Test
  void whoHasThemselvesDeletedDropsOutAndTheOtherIsTold() {
    pair();
    lab.press("bo", "mydata delete sure:true");
    lab.say("asha", "/done");
    lab.at("2026-01-05T19:00:00Z");
    assertThat(told()).endsWith("asha: You and your study buddy are no longer paired");
    assertThat(lab.facts("asha", "/buddy find")).containsEntry("state", "waiting");
  }

  @Test
  void whoWaitsLongIsPairedWithSomebodyWhoStudiesAtOtherHours() {
    lab.at("2026-01-06T06:00:00Z").say("asha", "/done");
    lab.say("asha", "/buddy find");
    lab.at("2026-01-06T18:00:00Z").say("bo", "/done");
    assertThat(lab.facts("bo", "/buddy find")).containsEntry("state", "waiting");
    lab.at("2026-01-14T18:00:00Z");
    assertThat(told()).isEmpty();
    lab.at("2026-01-16T06:00:00Z");
    assertThat(told())
        .containsExactlyInAnyOrder("asha: Your study buddy: bo", "bo: Your study buddy: asha");
    assertThat(lab.text("bo", "/buddy show")).contains("usually checks in around 06:00");
  }

  @Test
  void withoutABuddyThereIsNothingToEndOrToSwitchOff() {
    for (String command : List.of("/buddy end", "/buddy nudge on:no")) {
      assertThat(lab.say("asha", command).reply())
          .isInstanceOfSatisfying(
              Reply.Notice.class,
              notice -> assertThat(notice.problem()).isEqualTo(Problem.NOT_FOUND));
    }
  }
}
