package dev.cairn.feature.wrapped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Audience;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A year told through commands. The journey begins on 5 January 2026, and ends on 3 July. */
final class WrappedTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-01-05");
  private static final LocalDate LAST = LocalDate.parse("2026-07-03");

  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database).at(FIRST + "T21:10:00Z");

  @AfterEach
  void close() {
    database.close();
  }

  private static Turn done(TestConversation lab, LocalDate day, String more) {
    return lab.at(day + "T21:10:00Z").say("asha", "/done" + more);
  }

  @Test
  void whoHasNotBegunIsToldHowItBegins() {
    assertThat(lab.text("asha", "/wrapped")).contains("begins with a first check-in");
    assertThat(lab.facts("asha", "/wrapped")).containsEntry("available", null);
  }

  @Test
  void isThereFromTheLastDayOfTheJourneyOnAndToldOnce() {
    done(lab, FIRST, " minutes:30");
    Turn early = lab.say("asha", "/wrapped");
    assertThat(early.problem()).isNull();
    assertThat(early.text()).contains("It will be here on Friday 3 July 2026");
    assertThat(early.reply().facts().values())
        .hasEntrySatisfying("available", day -> assertThat(day).hasToString("2026-07-03"));

    assertThat(done(lab, LAST.minusDays(1), "").text()).doesNotContain("year in review");
    assertThat(lab.text("asha", "/wrapped")).contains("It will be here on");

    Turn told = done(lab, LAST, "");
    assertThat(told.text()).contains("asha's year in review is ready");
    assertThat(told.text().lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(6);
    assertThat(told.offers()).extracting("label").contains("My year");
    assertThat(lab.press("asha", "wrapped").title()).isEqualTo("The year of asha");
    assertThat(lab.posts()).as("no message of its own").isEmpty();
    assertThat(done(lab, LAST, " note:more").text()).doesNotContain("year in review");
    assertThat(done(lab, LAST.plusDays(1), "").text()).doesNotContain("year in review");
  }

  @Test
  void isToldWithTheFirstCheckInAfterTheDay() {
    done(lab, FIRST, "");
    assertThat(done(lab, LAST.plusDays(3), "").text()).contains("asha's year in review is ready");
    assertThat(done(lab, LAST.plusDays(4), "").text()).doesNotContain("year in review");
  }

  @Test
  void comesAYearLaterForWhoBeganAtTheEndOfTheJourney() {
    lab.text("ben", "/streak");
    done(lab, LAST.minusDays(20), "");
    done(lab, LAST, "");
    assertThat(lab.facts("asha", "/wrapped"))
        .hasEntrySatisfying("available", day -> assertThat(day).hasToString("2027-06-12"));
    assertThat(done(lab, LocalDate.parse("2027-06-12"), "").text())
        .contains("asha's year in review is ready");
    assertThat(lab.facts("asha", "/wrapped"))
        .hasEntrySatisfying("from", day -> assertThat(day).hasToString("2026-06-13"));
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatWasReached(DatabaseUnderTest under) {
    try (Database other = under.open()) {
      TestConversation there = new TestConversation(other).at(FIRST + "T21:10:00Z");
      done(there, FIRST, " minutes:30");
      for (int day = 1; day < 7; day++) {
        done(there, FIRST.plusDays(day), " minutes:10");
      }
      there.say("asha", "/blog add https://asha.example/1");
      there.say("ben", "/blog add https://ben.example/1");
      there.at("2026-02-25T09:00:00Z").say("asha", "/done");
      there.at("2026-03-04T09:00:00Z").say("asha", "/done");
      there.at(LAST + "T12:00:00Z");
      Map<String, @Nullable Object> year = there.facts("asha", "/wrapped");
      assertThat(year)
          .containsEntry("days", 9)
          .containsEntry("of", 180)
          .containsEntry("longest", 7)
          .containsEntry("minutes", 90)
          .containsEntry("posts", 1)
          .containsEntry("races", 0)
          .as("a first post, 7 in a row")
          .containsEntry("milestones", 2)
          .containsEntry("weekday", "wed")
          .containsEntry("hour", 21);
      List<?> months = (List<?>) Objects.requireNonNull(year.get("months"));
      assertThat(months.toString())
          .startsWith(
              "[{month=2026-01, days=7, of=27}, {month=2026-02, days=1, of=28}, {month=2026-03,")
          .endsWith("{month=2026-07, days=0, of=3}]");
      assertThat(there.text("asha", "/wrapped"))
          .contains(
              "Days studied: 9 of 180. Longest streak: 7 days. Time: 90 minutes. 1 post, 0 races"
                  + " won, 2 milestones. Favourite weekday: Wednesday. Favourite hour: from 21:00."
                  + " Days a month: January 2026 7 of 27, February 2026 1 of 28, March 2026 1 of"
                  + " 31,");
    }
  }

  @Test
  void isPrivateUntilItIsSharedAndThenCallsNobodyYou() {
    done(lab, FIRST, "");
    lab.at(LAST + "T12:00:00Z");
    Turn own = lab.say("asha", "/wrapped");
    assertThat(own.audience()).isEqualTo(Audience.CALLER);
    Turn shared = lab.press("asha", "wrapped share:true");
    assertThat(shared.audience()).isEqualTo(Audience.EVERYONE);
    assertThat(shared.title()).isEqualTo("The year of asha");
    assertThat(shared.text().toLowerCase(Locale.ROOT)).doesNotContainPattern("\\byour?\\b");
  }
}
