package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.StreakState;
import dev.cairn.feature.checkin.CheckInDetails;
import dev.cairn.feature.checkin.CheckInStore;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.MemberStore;
import dev.cairn.feature.streak.HistoryStore;
import dev.cairn.feature.streak.StreakStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the stores of members, check-ins and streaks promise, on both databases. */
final class StoreContractTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  @ParameterizedTest
  @EnumSource
  void aMemberIsFoundByAccountAndIdAndComesBack(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      Member asha = lab.member("asha");
      MemberStore store = new MemberStore(database);
      Account account = new Account(Platform.LOCAL, "lab", "asha", "asha");
      store.add(lab.community(), account, AT);
      assertThat(store.find(lab.community(), account)).as("an account is met once").contains(asha);
      assertThat(store.find(lab.community(), List.of(asha.id(), asha.id(), new MemberId(-1))))
          .containsExactly(asha);
      store.leave(asha, AT);
      assertThat(lab.members.reload(asha).left()).isTrue();
      store.comeBack(asha);
      assertThat(lab.members.reload(asha).left()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRevokedDayDoesNotCountUntilItIsCheckedAgain(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      Member asha = lab.member("asha");
      CheckInStore store = new CheckInStore(database);
      store.check(asha, DAY, AT, ZoneOffset.UTC, null);
      store.check(asha, DAY, AT, ZoneOffset.UTC, null);
      assertThat(lab.streaks.history(asha).checked()).containsOnlyKeys(DAY);
      store.revoke(asha, DAY, "not so");
      assertThat(lab.streaks.history(asha).checked()).isEmpty();
      assertThat(lab.streaks.history(asha).revoked()).isEqualTo(Map.of(DAY, "not so"));
      store.grant(asha, DAY, AT, asha, "so after all");
      assertThat(lab.streaks.history(asha).checked()).containsOnlyKeys(DAY);
      assertThat(lab.streaks.history(asha).revoked()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInteractionIsRemembered(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new TestCommunity(database).member("asha");
      CheckInStore store = new CheckInStore(database);
      CheckIns.Entry entry = new CheckIns.Entry(CheckIns.Kind.TODAY, DAY, true);
      assertThat(store.entry(asha, "press-1")).isEmpty();
      store.add(asha, "press-1", entry, AT, new CheckInDetails("read ☃", 25, null));
      assertThat(store.entry(asha, "press-1")).isEqualTo(Optional.of(entry));
    }
  }

  @ParameterizedTest
  @EnumSource
  void historiesLeaveOutWhatCameBefore(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      Member asha = lab.member("asha");
      Member ben = lab.member("ben");
      CheckInStore checkIns = new CheckInStore(database);
      checkIns.check(asha, DAY.minusDays(1), AT, ZoneOffset.UTC, null);
      checkIns.check(asha, DAY, AT, ZoneOffset.UTC, null);
      Map<MemberId, MemberHistory> histories =
          new HistoryStore(database).histories(List.of(asha, ben), DAY);
      assertThat(histories).containsOnlyKeys(asha.id(), ben.id());
      assertThat(lab.streaks.histories(List.of(asha), LocalDate.MIN).values())
          .singleElement()
          .satisfies(history -> assertThat(history.checked()).hasSize(2));
      assertThat(histories.values())
          .anySatisfy(history -> assertThat(history.checked()).containsOnlyKeys(DAY))
          .anySatisfy(history -> assertThat(history.checked()).isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSettledIsReplaced(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new TestCommunity(database).member("asha");
      StreakStore store = new StreakStore(database);
      assertThat(store.settled(asha)).isEqualTo(StreakState.NONE);
      store.save(asha, StreakState.NONE, 0, 0, null);
      assertThat(store.settled(asha)).isEqualTo(StreakState.NONE);
      StreakState state =
          new StreakState(
              DAY,
              DAY.plusDays(1),
              DAY.plusDays(2),
              2,
              5,
              1,
              1,
              DAY.plusDays(2),
              DAY.minusDays(9),
              new StreakState.Chance(9, 1, 2, 2, 3));
      store.save(asha, state, 2, 5, AT);
      assertThat(store.settled(asha)).isEqualTo(state);
    }
  }
}
