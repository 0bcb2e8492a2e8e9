package dev.cairn.feature.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.day.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of communities promises. */
final class CommunityStoreTest {
  private static final Place T1 = new Place(Platform.SLACK, "T1");
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Community add(CommunityStore store, Place place) {
    store.add(place, "The lab ☃", AT, UTC);
    return store.find(place).orElseThrow();
  }

  private static int rows(Database database, String table) {
    return database.query("select count(*) from " + table).one(Integer.class);
  }

  @ParameterizedTest
  @EnumSource
  void aCommunityIsFoundWhereItLivesAndNowhereElse(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityStore store = new CommunityStore(database);
      assertThat(store.find(T1)).isEmpty();
      Community lab = add(store, T1);
      assertThat(lab)
          .isEqualTo(
              new Community(
                  lab.id(),
                  "The lab ☃",
                  AT,
                  ZoneHistory.of(UTC),
                  Decisions.none(StreakPolicy.DEFAULT),
                  false));
      assertThat(store.find(lab.id())).contains(lab);
      assertThat(store.places(lab.id())).containsExactly(T1);
      assertThat(store.find(new Place(Platform.DISCORD, "T1"))).isEmpty();
      assertThat(store.find(People.nowhere())).isEmpty();
      assertThat(store.places(People.nowhere())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPlaceIsMetOnceAndMeetingItAgainLeavesNothingBehind(DatabaseUnderTest under)
      throws Exception {
    try (Database database = under.open()) {
      CommunityStore store = new CommunityStore(database);
      People.writeAtOnce(database, 6, thread -> store.add(T1, "name " + thread, AT, UTC));
      Community met = store.find(T1).orElseThrow();
      store.add(T1, "Another name", AT.plusSeconds(1), BERLIN);
      assertThat(store.find(T1)).contains(met);
      assertThat(rows(database, "community")).isEqualTo(1);
      assertThat(rows(database, "community_zone")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thoseOfAPlatformAreTold(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityStore store = new CommunityStore(database);
      assertThat(store.on(Platform.SLACK)).isEmpty();
      Community first = add(store, T1);
      Community other = add(store, new Place(Platform.DISCORD, "T1"));
      Community second = add(store, new Place(Platform.SLACK, "T2"));
      assertThat(store.on(Platform.SLACK)).containsExactly(first, second);
      assertThat(store.on(Platform.DISCORD)).containsExactly(other);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewNameIsOfOneCommunityOnly(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityStore store = new CommunityStore(database);
      Community lab = add(store, T1);
      Community other = add(store, new Place(Platform.SLACK, "T2"));
      store.rename(lab.id(), "The observatory");
      assertThat(store.find(lab.id())).map(Community::name).contains("The observatory");
      assertThat(store.find(other.id())).contains(other);
    }
  }

  @ParameterizedTest
  @EnumSource
  void zonesHoldFromTheirInstantOn(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityStore store = new CommunityStore(database);
      Community lab = add(store, T1);
      Community other = add(store, new Place(Platform.SLACK, "T2"));
      Instant later = AT.plusSeconds(60);
      store.setZone(lab.id(), later, ZoneOffset.ofHours(-12));
      store.setZone(lab.id(), later, BERLIN);
      assertThat(store.find(lab.id()).orElseThrow().zones().timeline())
          .isEqualTo(new Timeline<>(UTC, new TreeMap<>(Map.of(later, BERLIN))));
      assertThat(store.find(other.id())).contains(other);
    }
  }

  @ParameterizedTest
  @EnumSource
  void policiesHoldFromTheirDayOn(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityStore store = new CommunityStore(database);
      Community lab = add(store, T1);
      StreakPolicy mild = new StreakPolicy(10, 1, 9, 30, 30, 6, LocalTime.MIDNIGHT, true);
      StreakPolicy hard = new StreakPolicy(0, 30, 0, 0, 0, 0, StreakPolicy.LATEST_DAY_START, false);
      List<Decisions.Decision<StreakPolicy>> decisions =
          List.of(
              new Decisions.Decision<>(null, DAY, mild),
              new Decisions.Decision<>(AT, DAY.plusDays(1), mild),
              new Decisions.Decision<>(AT, DAY.plusDays(1), hard));
      decisions.forEach(each -> store.decide(lab.id(), each));
      assertThat(store.find(lab.id()).orElseThrow().decisions())
          .isEqualTo(new Decisions<>(StreakPolicy.DEFAULT, decisions));
      assertThat(store.find(lab.id()).orElseThrow().policy())
          .isEqualTo(
              new Timeline<>(
                  StreakPolicy.DEFAULT, new TreeMap<>(Map.of(DAY, mild, DAY.plusDays(1), hard))));
      assertThat(List.of(add(store, new Place(Platform.SLACK, "T2")).policy()))
          .containsExactly(Timeline.of(StreakPolicy.DEFAULT));
    }
  }
}
