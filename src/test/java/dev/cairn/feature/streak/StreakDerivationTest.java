package dev.cairn.feature.streak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.TestConversation;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.Statements;
import dev.cairn.jobs.JobQueue;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The streaks of a whole community are derived anew after what all of them hang on has changed. */
final class StreakDerivationTest {
  private static final int LEARNERS = 2 * StreakDerivation.MEMBERS_A_STEP + 30;
  private static final String DERIVED = "update streak set";
  private static final String NEXT_MEMBERS = "member_id > ";

  /** Nobody catches it, as nobody catches the end of a process. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A community whose members have all checked in once. */
  private static TestConversation studying(Database database, int learners) {
    TestConversation lab = new TestConversation(database);
    for (int learner = 1; learner <= learners; learner++) {
      lab.say("learner" + learner, "/done");
    }
    return lab.at("2026-01-02T10:00:00Z");
  }

  /** What is derived of each streak that there has been, also for the board. */
  private static List<String> rows(Database database) {
    return database
        .query(
            """
            select concat_ws(' ', s.member_id, s.first_day, s.last_day, s.settled_through,
              s.settled_streak, s.settled_longest, s.settled_freezes, s.settled_gap, s.gap_from,
              s.streak, s.longest, s.breaks_at,
              b.breaks_at, b.score, b.shown, b.longest, b.lapsed) as derived
            from streak s
            join standing b on b.community_id = s.community_id and b.member_id = s.member_id
              and b.board = 'STREAK'
            where s.longest > 0 order by s.member_id
            """)
        .list(row -> row.text("derived"));
  }

  /** All that is derived is what it comes to from scratch. */
  private static void assertAllDerived(TestConversation lab, Database database) {
    List<String> derived = rows(database);
    assertThat(lab.cairn().recomputation().run(lab.now()).streaks()).isZero();
    assertThat(rows(database)).isEqualTo(derived);
  }

  @ParameterizedTest
  @EnumSource
  void aModeratorIsAnsweredBeforeAllAreDerivedAndWhatWasKilledGoesOn(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = studying(database, LEARNERS);
      List<String> before = rows(database);
      assertThat(lab.moderate("mod", "/community set timezone:Asia/Kolkata daystart:6").problem())
          .isNull();
      assertThat(rows(database)).as("nobody waited").isEqualTo(before);
      assertThat(new JobQueue(database).counts(lab.now()).due()).isEqualTo(1);

      AtomicInteger steps = new AtomicInteger();
      Statements.after(
          database,
          NEXT_MEMBERS,
          () -> {
            if (steps.incrementAndGet() == 2) {
              throw new Killed();
            }
          });
      assertThatThrownBy(() -> lab.after(Duration.ofMinutes(1))).isInstanceOf(Killed.class);
      List<String> killed = rows(database);
      killed.removeAll(before);
      assertThat(killed).as("a step was done").hasSize(StreakDerivation.MEMBERS_A_STEP);

      Statements statements = Statements.of(database);
      TestConversation again = new TestConversation(database).at("2026-01-02T10:05:00Z");
      assertThat(statements.take().sql())
          .filteredOn(sql -> sql.startsWith(DERIVED))
          .as("the others")
          .hasSizeBetween(
              LEARNERS - StreakDerivation.MEMBERS_A_STEP,
              LEARNERS - StreakDerivation.MEMBERS_A_STEP + 1);
      assertThat(new JobQueue(database).counts(again.now()).due()).as("nothing is left").isZero();
      assertThat(rows(database)).doesNotContainAnyElementsOf(before);
      assertAllDerived(again, database);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoChangesTheNewestHoldsAndTheFirstIsNotDerivedToItsEnd(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = studying(database, LEARNERS);
      TestConversation other = new TestConversation(database).at(lab.now());
      lab.moderate("mod", "/community set timezone:Asia/Kolkata");
      AtomicInteger steps = new AtomicInteger();
      Statements.after(
          database,
          NEXT_MEMBERS,
          () -> {
            if (steps.incrementAndGet() == 2) {
              other.moderate("mod", "/community set timezone:America/Los_Angeles");
            }
          });
      lab.after(Duration.ofMinutes(1));
      assertThat(steps).as("two of the first, three of the second").hasValue(5);
      assertAllDerived(lab, database);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsDeletedMeanwhileIsPassedOverAndWhoeverJoinsIsThere(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = studying(database, 5);
      TestConversation other = new TestConversation(database).at(lab.now());
      lab.moderate("mod", "/community set timezone:Asia/Kolkata");
      AtomicBoolean gone = new AtomicBoolean();
      Statements.after(
          database,
          NEXT_MEMBERS,
          () -> {
            if (gone.compareAndSet(false, true)) {
              other.say("learner2", "/mydata delete");
              other.press("learner2", "mydata delete sure:true");
              other.say("learner3", "/done");
              other.say("newcomer", "/done");
            }
          });
      lab.at(lab.now());
      assertThat(gone).isTrue();
      assertThat(rows(database)).hasSize(5);
      assertThat(new JobQueue(database).counts(lab.now()).failing()).as("at once").isZero();
      assertAllDerived(lab, database);
    }
  }

  /** By the rules of before it would have broken while it was not derived yet. */
  @ParameterizedTest
  @EnumSource
  void aStreakThatStandsByTheNewRulesIsShownBeforeItIsDerived(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = studying(database, 2);
      lab.at("2026-01-03T10:00:00Z").say("learner2", "/done");
      // The first missed January 2nd, and has one freeze: on the 4th at four the streak breaks.
      lab.at("2026-01-04T03:59:00Z");
      lab.moderate("mod", "/community set timezone:America/Los_Angeles");
      Instant later = Instant.parse("2026-01-04T04:00:30Z");
      assertThat(at(lab, "learner1", "/streak", later)).contains("1 day");
      assertThat(at(lab, "learner2", "/leaderboard", later)).contains("learner1", "learner2");
      lab.at(later);
      assertThat(lab.text("learner2", "/leaderboard")).contains("learner1", "learner2");
      assertAllDerived(lab, database);
      lab.at("2026-01-04T12:00:00Z");
      assertThat(lab.text("learner2", "/leaderboard"))
          .contains("learner2")
          .doesNotContain("learner1");
    }
  }

  /** An answer before anything is done that has fallen due. */
  private static String at(TestConversation lab, String member, String text, Instant at) {
    return PlainText.of(
        lab.conversation().say(LocalMember.named(member), text, at, Occasion.newId()).reply());
  }
}
