package dev.cairn.feature.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.connection.Installation;
import dev.cairn.connection.Installations;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class InstallationStoreTest {
  private static final Instant AT = Instant.parse("2026-01-01T09:00:00Z");

  @ParameterizedTest
  @EnumSource
  void keepsOneForEachEnterpriseAndTeam(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Installations store = new InstallationStore(database);
      Installation plain = installation(null, "T1", "one", AT);
      Installation inGrid = installation("E1", "T1", "two", AT.plusSeconds(1));
      Installation wholeOrganisation = installation("E1", null, "three", AT);
      store.save(plain);
      store.save(inGrid);
      store.save(wholeOrganisation);
      assertThat(store.find(null, "T1")).contains(plain);
      assertThat(store.find("E1", "T1")).contains(inGrid);
      assertThat(store.find("E1", null)).contains(wholeOrganisation);
      assertThat(store.find("E2", "T1")).isEmpty();
      assertThat(store.findByTeam("T1")).contains(inGrid);
      assertThat(store.findByTeam("T2")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewerInstallationTakesThePlaceOfTheOldOne(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Installations store = new InstallationStore(database);
      store.save(installation("E1", "T1", "old", AT));
      Installation newer = installation("E1", "T1", "new", AT.plusSeconds(60));
      store.save(newer);
      assertThat(store.find("E1", "T1")).contains(newer);
      store.remove("E1", "T1");
      store.remove("E1", "T1");
      assertThat(store.find("E1", "T1")).isEmpty();
      assertThat(store.findByTeam("T1")).isEmpty();
    }
  }

  /** Every interaction of a workspace looks its installation up. */
  @ParameterizedTest
  @EnumSource
  void readingWaitsForNobodyWhoWrites(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Installations store = new InstallationStore(database);
      Installation kept = installation("E1", "T1", "one", AT);
      store.save(kept);
      database.transaction(() -> {
        store.save(installation("E2", "T2", "two", AT));
        assertThat(
                CompletableFuture.supplyAsync(() -> store.find("E1", "T1"))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join())
            .contains(kept);
      });
    }
  }

  private static Installation installation(
      @Nullable String enterprise, @Nullable String team, String token, Instant at) {
    return new Installation(enterprise, team, "Lab", "UBOT", token, "commands", null, at);
  }
}
