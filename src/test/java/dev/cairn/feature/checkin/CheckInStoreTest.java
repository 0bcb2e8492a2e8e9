package dev.cairn.feature.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.day.Verdict;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.streak.HistoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every store of check-ins promises, beside what {@link dev.cairn.feature.StoreContractTest}
 * says of it.
 */
final class CheckInStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final CheckIns.Entry COUNTED = new CheckIns.Entry(CheckIns.Kind.TODAY, DAY, true);

  private static MemberHistory history(Database database, Member member) {
    return Objects.requireNonNull(
        new HistoryStore(database).histories(List.of(member), LocalDate.MIN).get(member.id()));
  }

  @ParameterizedTest
  @EnumSource
  void whoStudiedOnADayIsCountedOnceAndOnlyInTheirCommunity(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      CheckInStore store = new CheckInStore(database);
      assertThat(store.count(people.here().id(), DAY)).isZero();
      store.check(people.here("asha"), DAY, AT, ZoneOffset.UTC, null);
      store.check(people.here("asha"), DAY, AT.plusSeconds(1), ZoneOffset.UTC, null);
      store.grant(people.here("ben"), DAY, AT, people.here("mo"), "forgot");
      store.check(people.here("ben"), DAY.plusDays(1), AT, ZoneOffset.UTC, null);
      store.check(people.elsewhere("bo"), DAY, AT, ZoneOffset.UTC, null);
      assertThat(store.count(people.here().id(), DAY)).isEqualTo(2);
      assertThat(store.count(people.here().id(), DAY.plusDays(1))).isEqualTo(1);
      assertThat(store.count(people.elsewhere().id(), DAY)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRevokedDayIsNotCountedAmongThoseWhoStudied(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      CheckInStore store = new CheckInStore(database);
      store.check(asha, DAY, AT, ZoneOffset.UTC, null);
      store.check(people.here("ben"), DAY, AT, ZoneOffset.UTC, null);
      store.revoke(asha, DAY, "not so");
      assertThat(store.count(people.here().id(), DAY)).isEqualTo(1);
      store.check(asha, DAY, AT, ZoneOffset.UTC, null);
      assertThat(store.count(people.here().id(), DAY)).isEqualTo(1);
      store.grant(asha, DAY, AT, people.here("mo"), "so after all");
      assertThat(store.count(people.here().id(), DAY)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void correctionsKeepTheirReasonsAndTouchNoOtherDay(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      CheckInStore store = new CheckInStore(database);
      for (int day = 0; day < 3; day++) {
        store.check(asha, DAY.plusDays(day), AT, ZoneOffset.UTC, null);
      }
      store.revoke(asha, DAY, "not so");
      store.excuse(asha, DAY.plusDays(3), "ill ☃");
      store.grant(asha, DAY.plusDays(4), AT, people.here("mo"), "forgot");
      MemberHistory history = history(database, asha);
      assertThat(history.checked())
          .isEqualTo(
              Map.of(
                  DAY.plusDays(1), new Verdict.CheckedIn(),
                  DAY.plusDays(2), new Verdict.CheckedIn(),
                  DAY.plusDays(4), new Verdict.Granted("forgot")));
      assertThat(history.revoked()).isEqualTo(Map.of(DAY, "not so"));
      assertThat(history.excuses()).isEqualTo(Map.of(DAY.plusDays(3), "ill ☃"));
      assertThat(history(database, people.here("ben")).checked()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsToldLateIsKnownAsLongAsItIsNotTakenBack(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      CheckInStore store = new CheckInStore(database);
      store.check(asha, DAY, AT, ZoneOffset.UTC, DAY.plusDays(1));
      assertThat(history(database, asha).checked())
          .isEqualTo(Map.of(DAY, new Verdict.ToldLate(DAY.plusDays(1))));
      store.revoke(asha, DAY, "not so");
      assertThat(history(database, asha).checked()).isEmpty();
      assertThat(history(database, asha).toldLateOn()).containsExactly(DAY.plusDays(1));
      store.grant(asha, DAY, AT, people.here("mo"), "so after all");
      assertThat(history(database, asha).checked())
          .isEqualTo(Map.of(DAY, new Verdict.Granted("so after all")));
      assertThat(history(database, asha).toldLateOn()).containsExactly(DAY.plusDays(1));

      Member ben = people.here("ben");
      store.check(ben, DAY, AT, ZoneOffset.UTC, DAY.plusDays(1));
      store.undo(ben, DAY);
      assertThat(history(database, ben).checked()).isEmpty();
      assertThat(history(database, ben).toldLateOn()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInteractionIsOfOneCommunity(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      CheckInStore store = new CheckInStore(database);
      CheckIns.Entry again = new CheckIns.Entry(CheckIns.Kind.UNDO, DAY, false);
      store.add(people.here("asha"), "press-1", COUNTED, AT, CheckInDetails.NONE);
      store.add(people.here("asha"), "press-2", again, AT, CheckInDetails.NONE);
      assertThat(store.entry(people.here("asha"), "press-1")).contains(COUNTED);
      assertThat(store.entry(people.here("asha"), "press-2")).contains(again);
      assertThat(store.entry(people.elsewhere("bo"), "press-1")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNewestCheckInIsTheOneSaidLast(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      CheckInStore store = new CheckInStore(database);
      assertThat(store.newest(people.here().id())).isEmpty();
      store.add(people.here("asha"), "2", COUNTED, AT.plusSeconds(2), CheckInDetails.NONE);
      store.add(people.here("ben"), "1", COUNTED, AT, CheckInDetails.NONE);
      store.add(people.elsewhere("bo"), "3", COUNTED, AT.plusSeconds(3), CheckInDetails.NONE);
      assertThat(store.newest(people.here().id())).contains(AT.plusSeconds(2));
    }
  }
}
