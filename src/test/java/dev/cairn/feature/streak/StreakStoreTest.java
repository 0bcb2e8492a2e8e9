package dev.cairn.feature.streak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.day.Outages;
import dev.cairn.domain.day.Pause;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.RestDays;
import dev.cairn.domain.streak.StreakState;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.outage.Outage;
import dev.cairn.feature.outage.OutageStore;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every store of streaks promises, beside what {@link dev.cairn.feature.StoreContractTest}
 * says of it.
 */
final class StreakStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private static MemberHistory history(Database database, Member member) {
    return Objects.requireNonNull(
        new HistoryStore(database).histories(List.of(member), LocalDate.MIN).get(member.id()));
  }

  @ParameterizedTest
  @EnumSource
  void nobodyHasNoHistoryAndANewcomerAnEmptyOne(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      assertThat(new HistoryStore(database).histories(List.of(), LocalDate.MIN)).isEmpty();
      assertThat(history(database, asha))
          .isEqualTo(
              MemberHistory.in(asha.zoneHistory())
                  .metAt(asha.metAt())
                  .policy(asha.community().policy())
                  .build());
    }
  }

  @ParameterizedTest
  @EnumSource
  void restDaysHoldFromTheirDayOnAndALaterChoiceOfADayReplacesTheEarlier(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      StreakStore store = new StreakStore(database);
      store.chooseRest(asha, DAY.plusDays(1), new RestDays(DAY, Set.of(DayOfWeek.MONDAY)), AT);
      store.chooseRest(asha, DAY.plusDays(1), new RestDays(DAY, WEEKEND), AT.plusSeconds(1));
      store.chooseRest(
          asha, DAY.plusDays(10), new RestDays(DAY.plusDays(9), Set.of()), AT.plusSeconds(9));
      MemberHistory history = history(database, asha);
      assertThat(history.restDays().at(DAY)).isEqualTo(RestDays.NONE);
      assertThat(history.restDays().at(DAY.plusDays(1))).isEqualTo(new RestDays(DAY, WEEKEND));
      assertThat(history.restDays().at(DAY.plusDays(9))).isEqualTo(new RestDays(DAY, WEEKEND));
      assertThat(history.restDays().at(DAY.plusDays(10)).weekdays()).isEmpty();
      assertThat(history(database, people.here("ben")).restDays().changes()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void pausesAreTakenInTheOrderInWhichTheyWereDecided(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      StreakStore store = new StreakStore(database);
      Pause longer = new Pause(DAY, DAY.plusDays(1), DAY.plusDays(30));
      Pause shorter = new Pause(DAY.plusDays(2), DAY.plusDays(2), DAY.plusDays(5));
      store.pause(asha, longer);
      store.pause(asha, shorter);
      store.endPause(asha, DAY.plusDays(4));
      MemberHistory history = history(database, asha);
      assertThat(history.pauses().at(DAY)).isEmpty();
      assertThat(history.pauses().at(DAY.plusDays(1))).isEqualTo(Optional.of(longer));
      assertThat(history.pauses().at(DAY.plusDays(3))).isEqualTo(Optional.of(shorter));
      assertThat(history.pauses().at(DAY.plusDays(4))).isEmpty();
      assertThat(history.pauses().at(DAY.plusDays(20))).as("of the one replaced").isEmpty();
      assertThat(history(database, people.here("ben")).pauses().changes()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOutageIsOfThoseWithAnAccountOnItsPlatform(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      OutageStore outages = new OutageStore(database);
      outages.add(new Outage(Platform.SLACK, AT, AT.plusSeconds(3600)));
      assertThat(history(database, asha).outages()).isEqualTo(Outages.NONE);
      outages.add(new Outage(Platform.LOCAL, AT, AT.plusSeconds(600)));
      assertThat(history(database, asha).outages())
          .isEqualTo(Outages.NONE.and(AT, AT.plusSeconds(600)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSettledForOneIsNotForAnother(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      StreakStore store = new StreakStore(database);
      StreakState state = new StreakState(DAY, DAY, DAY, 1, 1, 0, 0, null, null, null);
      store.save(people.here("asha"), state, 1, 1, AT);
      store.save(people.here("asha"), state, 0, 1, null);
      assertThat(store.settled(people.here("asha"))).isEqualTo(state);
      assertThat(store.settled(people.here("ben"))).isEqualTo(StreakState.NONE);
      assertThat(store.settled(people.elsewhere("asha"))).isEqualTo(StreakState.NONE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void historiesOfSeveralAreNotMixedUp(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      Member ben = people.here("ben");
      StreakStore store = new StreakStore(database);
      store.chooseRest(asha, DAY.plusDays(1), new RestDays(DAY, WEEKEND), AT);
      store.pause(ben, new Pause(DAY, DAY, DAY));
      assertThat(new HistoryStore(database).histories(List.of(ben, asha), LocalDate.MIN))
          .isEqualTo(Map.of(asha.id(), history(database, asha), ben.id(), history(database, ben)));
    }
  }

  @Test
  void theDaysOfAMemberAreFoundWithoutGoingThroughThoseOfTheirCommunity() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      for (Member member : List.of(asha, people.here("ben"), people.here("cleo"))) {
        database
            .update(
                """
                insert into check_in (community_id, member_id, study_day, checked_at, zone)
                select cast(:community as bigint), cast(:member as bigint),
                  cast(:first as date) + cast(days.x as int), cast(:at as timestamp with time zone), 'UTC'
                from system_range(1, 1000) as days(x)
                """)
            .bind("community", member.community().id())
            .bind("member", member.id())
            .bind("first", DAY)
            .bind("at", AT)
            .execute();
      }
      // What H2 does by itself after some thousand changes.
      database.update("analyze").execute();
      String plan =
          database
              .query("explain " + HistoryStore.OF_ONE)
              .bind("community", asha.community().id())
              .bind("member", asha.id())
              .bind("since", DAY)
              .one(String.class);
      assertThat(plan)
          .containsPattern(
              "/\\* [^:]*PRIMARY_KEY[^:]*: study_day >= [^*]*community_id = [^*]*member_id = ")
          .doesNotContain("check_in_of_day");
    }
  }
}
