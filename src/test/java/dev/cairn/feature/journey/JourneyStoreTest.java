package dev.cairn.feature.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.CommunityStore;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of journeys promises. */
final class JourneyStoreTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /** Begun, with every decision that there is, and one taken back. */
  private static final JourneyCalendar EVENTFUL =
      JourneyCalendar.startingOn(DAY)
          .leavingOut(LocalDate.EPOCH, WEEKEND)
          .leavingOut(DAY.plusDays(20), Set.of())
          .pausedFrom(DAY.plusDays(3))
          .resumedFrom(DAY.plusDays(3))
          .pausedFrom(DAY.plusDays(5))
          .resumedFrom(DAY.plusDays(9))
          .skipping(DAY.minusDays(1))
          .skipping(DAY.plusDays(10))
          .skipping(DAY.plusDays(10));

  @ParameterizedTest
  @EnumSource
  void aJourneyThatNobodyStartedIsNotThere(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      JourneyStore store = new JourneyStore(database);
      assertThat(store.find(new People(database).here().id())).isEmpty();
      assertThat(store.find(People.nowhere())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyDecisionComesBackAsItWas(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      JourneyStore store = new JourneyStore(database);
      store.save(people.here().id(), EVENTFUL);
      assertThat(store.find(people.here().id())).contains(EVENTFUL);
      assertThat(store.find(people.elsewhere().id())).as("another community's").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewJourneyTakesThePlaceOfTheOldWithItsDecisions(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      CommunityId here = people.here().id();
      CommunityId elsewhere = people.elsewhere().id();
      JourneyStore store = new JourneyStore(database);
      store.save(here, EVENTFUL);
      store.save(elsewhere, EVENTFUL);
      JourneyCalendar plain = JourneyCalendar.startingOn(DAY.plusYears(1));
      store.save(here, plain);
      store.save(here, plain);
      assertThat(store.find(here)).contains(plain);
      assertThat(store.find(elsewhere)).contains(EVENTFUL);
    }
  }

  /** Two moderators, or one who presses twice. */
  @ParameterizedTest
  @EnumSource
  void ofManySavedAtOnceOneIsThereAsAWhole(DatabaseUnderTest under) throws Exception {
    try (Database database = under.open()) {
      CommunityId here = new People(database).here().id();
      JourneyStore store = new JourneyStore(database);
      List<JourneyCalendar> journeys =
          List.of(
              EVENTFUL,
              JourneyCalendar.startingOn(DAY).skipping(DAY),
              JourneyCalendar.startingOn(DAY.plusDays(1)));
      for (int round = 0; round < 3; round++) {
        People.writeAtOnce(
            database, 6, thread -> store.save(here, journeys.get(thread % journeys.size())));
        assertThat(journeys).contains(store.find(here).orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofManyDecisionsMadeAtOnceNoneIsLost(DatabaseUnderTest under) throws Exception {
    try (Database database = under.open()) {
      Community here = new People(database).here();
      Communities communities = new Communities(new CommunityStore(database), database);
      Journeys journeys = new Journeys(new JourneyStore(database), communities, database);
      journeys.start(here, DAY, Set.of());
      Instant noon = DAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
      People.writeAtOnce(
          database, 6, thread -> journeys.skip(here, noon.plus(Duration.ofDays(thread))));
      assertThat(journeys.of(here).skips()).hasSize(6);
    }
  }
}
