package dev.cairn.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.connection.ForumLookup;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.day.DailyHour;
import dev.cairn.feature.community.Community;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of daily posts promises. */
final class DailyStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final Place PLACE = new Place(Platform.LOCAL, "here");
  private static final Place OTHER = new Place(Platform.SLACK, "T1");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private static DailyPostSettings daily(Community community, Place place, @Nullable ZoneId zone) {
    return new DailyPostSettings(
        community,
        place,
        new Value.Channel("C1", "daily ☃"),
        DailyKind.TOPIC,
        null,
        DailyHour.everyDayAt(LocalTime.of(7, 30)),
        zone,
        new Furnishing(true, true, null, null),
        false,
        AT);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSetTakesThePlaceOfWhatWasSetForItsChannelBefore(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Community here = new People(database).here();
      DailyStore store = new DailyStore(database);
      assertThat(store.all(here, PLACE)).isEmpty();
      DailyPostSettings first = daily(here, PLACE, BERLIN);
      store.save(first);
      assertThat(store.all(here, PLACE)).contains(first);
      DailyPostSettings second =
          new DailyPostSettings(
              here,
              PLACE,
              new Value.Channel("C1", "other"),
              DailyKind.TOPIC,
              null,
              new DailyHour(LocalTime.of(0, 0), Set.of(DayOfWeek.SUNDAY)),
              null,
              new Furnishing(
                  false,
                  false,
                  new Value.Role("R1", "readers ☃"),
                  new ForumLookup.Tag("G1", "Days ☃")),
              true,
              AT.plusSeconds(1));
      store.save(second);
      assertThat(store.all(here, PLACE)).containsExactly(second);
      assertThat(store.in(here, PLACE.channel("C1"))).containsExactly(second);
      assertThat(store.in(here, PLACE.channel("C2"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChannelHasOneOfEachKindAndTrack(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Community here = new People(database).here();
      DailyStore store = new DailyStore(database);
      List<DailyPostSettings> all =
          List.of(
              of(here, "C1", DailyKind.TOPIC, "devops"),
              of(here, "C1", DailyKind.TOPIC, "mlops"),
              of(here, "C1", DailyKind.QUESTION, null),
              of(here, "C2", DailyKind.TOPIC, null));
      all.reversed().forEach(store::save);
      all.forEach(store::save);
      assertThat(store.all(here, PLACE)).isEqualTo(all);
      assertThat(store.in(here, PLACE.channel("C1"))).isEqualTo(all.subList(0, 3));
      store.remove(all.get(1));
      assertThat(store.in(here, PLACE.channel("C1"))).containsExactly(all.get(0), all.get(2));
    }
  }

  private static DailyPostSettings of(
      Community community, String channel, DailyKind kind, @Nullable String track) {
    return new DailyPostSettings(
        community,
        PLACE,
        new Value.Channel(channel, channel),
        kind,
        track,
        DailyHour.everyDayAt(LocalTime.of(7, 30)),
        null,
        Furnishing.PLAIN,
        false,
        AT);
  }

  @ParameterizedTest
  @EnumSource
  void eachPlaceOfEachCommunityHasItsOwn(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Community here = people.here();
      DailyStore store = new DailyStore(database);
      store.save(daily(here, PLACE, BERLIN));
      store.save(daily(here, OTHER, TOKYO));
      store.save(daily(people.elsewhere(), OTHER, null));
      store.remove(daily(here, OTHER, TOKYO));
      store.remove(daily(here, OTHER, TOKYO));
      assertThat(store.all(here, OTHER)).isEmpty();
      assertThat(store.all(here, PLACE)).contains(daily(here, PLACE, BERLIN));
      assertThat(store.all(people.elsewhere(), PLACE)).isEmpty();
      assertThat(store.all(people.elsewhere(), OTHER))
          .contains(daily(people.elsewhere(), OTHER, null));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aZoneIsGivenOnlyToWhatHasNone(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Community here = people.here();
      DailyStore store = new DailyStore(database);
      store.save(daily(here, PLACE, null));
      store.save(daily(here, OTHER, BERLIN));
      store.save(daily(people.elsewhere(), PLACE, null));
      store.keepZone(here, TOKYO);
      assertThat(store.all(here, PLACE)).contains(daily(here, PLACE, TOKYO));
      assertThat(store.all(here, OTHER)).contains(daily(here, OTHER, BERLIN));
      assertThat(store.all(people.elsewhere(), PLACE))
          .contains(daily(people.elsewhere(), PLACE, null));
    }
  }
}
