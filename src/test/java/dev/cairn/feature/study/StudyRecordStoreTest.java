package dev.cairn.feature.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the store of studied days promises. */
final class StudyRecordStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  @ParameterizedTest
  @EnumSource
  void aDayIsStudiedFromItsFirstStudyDayOnHoweverOftenItIsSaid(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      StudyRecordStore store = new StudyRecordStore(database);
      Member asha = people.here("asha");
      store.add(asha, DAY.plusDays(1), "numpy-arrays", AT, "say-1");
      store.add(asha, DAY, "numpy-arrays", AT, "say-2");
      store.add(asha, DAY, "numpy-arrays", AT.plusSeconds(1), "say-3");
      store.add(asha, DAY.plusDays(1), "git-basics", AT, "say-4");
      store.add(people.here("ben"), DAY, "docker", AT, "say-5");
      store.add(people.elsewhere("asha"), DAY, "docker", AT, "say-5");
      assertThat(store.firstStudied(asha))
          .containsExactly(
              Map.entry("numpy-arrays", DAY), Map.entry("git-basics", DAY.plusDays(1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatHungOnAStudyDayIsForgottenWithItAndNothingElse(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      StudyRecordStore store = new StudyRecordStore(database);
      Member asha = people.here("asha");
      store.add(asha, DAY, "numpy-arrays", AT, "say-1");
      store.add(asha, DAY.plusDays(1), "numpy-arrays", AT, "say-2");
      store.add(asha, DAY.plusDays(1), "git-basics", AT, "say-2");
      store.add(people.here("ben"), DAY.plusDays(1), "docker", AT, "say-3");
      store.remove(asha, DAY.plusDays(1));
      assertThat(store.firstStudied(asha)).containsExactly(Map.entry("numpy-arrays", DAY));
      assertThat(store.firstStudied(people.here("ben"))).containsOnlyKeys("docker");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOneStudiedIsCopiedToAnotherBesideTheirOwn(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      StudyRecordStore store = new StudyRecordStore(database);
      Member asha = people.here("asha");
      Member ben = people.here("ben");
      store.add(asha, DAY, "numpy-arrays", AT, "say-1");
      store.add(ben, DAY, "numpy-arrays", AT, "say-2");
      store.add(ben, DAY, "docker", AT, "say-2");
      store.copy(ben, asha);
      store.copy(ben, asha);
      assertThat(store.firstStudied(asha)).containsOnlyKeys("numpy-arrays", "docker");
      assertThat(store.firstStudied(ben)).containsOnlyKeys("numpy-arrays", "docker");
    }
  }
}
