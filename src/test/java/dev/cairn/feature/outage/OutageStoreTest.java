package dev.cairn.feature.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of outages promises. */
final class OutageStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T02:00:00.123456Z");
  private static final Outage EARLY = outage(Platform.SLACK, 0, 600);
  private static final Outage LATE = outage(Platform.SLACK, 7200, 9000);

  private static Outage outage(Platform platform, long from, long until) {
    return new Outage(platform, AT.plusSeconds(from), AT.plusSeconds(until));
  }

  @ParameterizedTest
  @EnumSource
  void eachPlatformWasReachedAtAnInstantOfItsOwn(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      OutageStore store = new OutageStore(database);
      assertThat(store.lastReached(Platform.SLACK)).isEmpty();
      store.setReached(Platform.SLACK, AT);
      store.setReached(Platform.DISCORD, AT.plusSeconds(1));
      store.setReached(Platform.SLACK, AT.plusSeconds(2));
      assertThat(store.lastReached(Platform.SLACK)).contains(AT.plusSeconds(2));
      assertThat(store.lastReached(Platform.DISCORD)).contains(AT.plusSeconds(1));
      assertThat(store.lastReached(Platform.LOCAL)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void outagesAreToldInTheirOrderAndEachToItsOwnPlatform(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      OutageStore store = new OutageStore(database);
      assertThat(store.since(Platform.SLACK, Instant.EPOCH)).isEmpty();
      Outage discord = outage(Platform.DISCORD, 0, 900);
      store.add(LATE);
      store.add(discord);
      store.add(EARLY);
      assertThat(store.since(Platform.SLACK, Instant.EPOCH)).containsExactly(EARLY, LATE);
      assertThat(store.since(Platform.DISCORD, Instant.EPOCH)).containsExactly(discord);
      assertThat(store.since(Platform.LOCAL, Instant.EPOCH)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOutageThatEndedBeforeAnInstantIsLeftOut(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      OutageStore store = new OutageStore(database);
      store.add(EARLY);
      store.add(LATE);
      assertThat(store.since(Platform.SLACK, EARLY.until())).containsExactly(EARLY, LATE);
      assertThat(store.since(Platform.SLACK, EARLY.until().plusMillis(1))).containsExactly(LATE);
      assertThat(store.since(Platform.SLACK, LATE.until().plusMillis(1))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOutageIsReckonedWithOnce(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      OutageStore store = new OutageStore(database);
      Outage discord = outage(Platform.DISCORD, 0, 600);
      store.add(LATE);
      store.add(EARLY);
      store.add(discord);
      assertThat(store.unreckoned(Platform.SLACK)).containsExactly(EARLY, LATE);
      store.setReckoned(EARLY);
      assertThat(store.unreckoned(Platform.SLACK)).containsExactly(LATE);
      assertThat(store.unreckoned(Platform.DISCORD))
          .as("one that began at the same instant elsewhere")
          .containsExactly(discord);
      store.setReckoned(LATE);
      assertThat(store.unreckoned(Platform.SLACK)).isEmpty();
      assertThat(store.since(Platform.SLACK, Instant.EPOCH)).containsExactly(EARLY, LATE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOutageThatLastedLongerIsReckonedWithAnew(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      OutageStore store = new OutageStore(database);
      store.add(EARLY);
      store.setReckoned(EARLY);
      Outage longer = outage(Platform.SLACK, 0, 3600);
      store.add(longer);
      assertThat(store.unreckoned(Platform.SLACK)).containsExactly(longer);
      assertThat(store.since(Platform.SLACK, Instant.EPOCH)).containsExactly(longer);
    }
  }
}
