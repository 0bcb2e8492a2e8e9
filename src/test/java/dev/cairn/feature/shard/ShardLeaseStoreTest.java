package dev.cairn.feature.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.connection.ShardLease;
import dev.cairn.connection.ShardLeases;
import dev.cairn.connection.ShardLeases.Division;
import dev.cairn.connection.ShardLeases.Standing;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is on record of who serves which shard. */
final class ShardLeaseStoreTest {
  private static Division round(ShardLeases process, int total) {
    return process.round(new Standing(total, 1, false, Set.of(), Set.of(), Set.of(), Set.of()));
  }

  private static Standing standing(Set<Integer> joint, Set<Integer> ready, Set<Integer> stopped) {
    return new Standing(1, 1, false, Set.of(0), joint, ready, stopped);
  }

  @ParameterizedTest
  @EnumSource
  void oneTakesWhatIsFreeAndAnotherWhatLapses(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      ShardLeases first = new ShardLeaseStore(database, "first");
      ShardLeases second = new ShardLeaseStore(database, "second");
      assertThat(round(first, 1).shards()).extracting(ShardLease::owner).containsExactly("first");
      Division seen = round(second, 1);
      assertThat(seen.shards()).extracting(ShardLease::owner).containsExactly("first");
      assertThat(seen.others()).isEqualTo(1);
      lapse(database);
      assertThat(round(second, 1).shards()).extracting(ShardLease::owner).containsExactly("second");
      assertThat(round(first, 1).shards()).extracting(ShardLease::owner).containsExactly("second");
    }
  }

  /** On a machine that tells of its processes, which is Linux. */
  @ParameterizedTest
  @EnumSource
  @EnabledOnOs(OS.LINUX)
  void whatAProcessHeldThatEndedBesideUsIsFreeAtOnce(DatabaseUnderTest under) throws Exception {
    Process beside = new ProcessBuilder("sleep", "600").start();
    LocalProcess killed = LocalProcess.numbered(beside.pid()).orElseThrow();
    try (Database database = under.open()) {
      ShardLeases first = new ShardLeaseStore(database, "first");
      ShardLeases second = new ShardLeaseStore(database, "second");
      first.round(standing(Set.of(), Set.of(), Set.of()));
      assertThat(first.round(standing(Set.of(), Set.of(), Set.of())).isWhole()).isTrue();
      database
          .update("update process set runs_as = :beside")
          .bind("beside", killed.recorded())
          .execute();
      database.update("update discord_shard set started_at = null").execute();
      Division alive = round(second, 1);
      assertThat(alive.shards()).extracting(ShardLease::owner).containsExactly("first");
      assertThat(alive.isWhole()).isTrue();
      beside.destroyForcibly().waitFor();
      Division gone = round(second, 1);
      assertThat(gone.shards()).extracting(ShardLease::owner).containsExactly("second");
      assertThat(gone.others()).isZero();
      assertThat(gone.isWhole()).as("before its connection stands").isFalse();
    } finally {
      beside.destroyForcibly();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoHasNotRenewedForSomeSecondsIsNotCountedUpon(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      ShardLeases first = new ShardLeaseStore(database, "first");
      first.round(standing(Set.of(), Set.of(), Set.of()));
      Division division = first.round(standing(Set.of(), Set.of(), Set.of()));
      ShardLease shard = division.shards().getFirst();
      assertThat(division.isWhole()).isTrue();
      assertThat(
              new Division(List.of(shard), 0, division.asOf().plus(Duration.ofSeconds(4)))
                  .isWhole())
          .isFalse();
    }
  }

  private static void lapse(Database database) {
    database
        .update(
            """
            update discord_shard set held_until = timestamp with time zone '2026-01-01 00:00:00+00',
              started_at = null
            """)
        .execute();
  }

  @ParameterizedTest
  @EnumSource
  void whoLeavesIsSucceededStepByStep(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      ShardLeases old = new ShardLeaseStore(database, "old");
      ShardLeases heir = new ShardLeaseStore(database, "heir");
      round(old, 1);
      lapse(database);
      Standing leaving = new Standing(1, 1, true, Set.of(0), Set.of(), Set.of(), Set.of());
      old.round(leaving);
      assertThat(round(heir, 1).shards()).extracting(ShardLease::heir).containsExactly("heir");
      assertThat(heir.round(standing(Set.of(), Set.of(0), Set.of())).shards())
          .as("not before the owner claims what it answers")
          .extracting(ShardLease::ready)
          .containsExactly(false);
      old.round(new Standing(1, 1, true, Set.of(0), Set.of(0), Set.of(), Set.of()));
      assertThat(heir.round(standing(Set.of(), Set.of(0), Set.of())).shards())
          .extracting(ShardLease::ready)
          .containsExactly(true);
      assertThat(
              old.round(new Standing(1, 1, true, Set.of(), Set.of(), Set.of(), Set.of(0))).shards())
          .extracting(ShardLease::owner)
          .containsExactly("heir");
      assertThat(heir.claim("discord:1")).isTrue();
      assertThat(old.claim("discord:1")).isFalse();
      old.leave();
      assertThat(round(heir, 1).others()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNumberOfShardsChangesOnlyWhenNobodyHoldsAny(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      ShardLeases first = new ShardLeaseStore(database, "first");
      ShardLeases second = new ShardLeaseStore(database, "second");
      assertThat(round(first, 1).shards()).hasSize(1);
      assertThat(round(second, 3).shards()).hasSize(1);
      first.leave();
      assertThat(round(second, 3).shards()).hasSize(3);
    }
  }
}
