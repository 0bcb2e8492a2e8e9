package dev.cairn.feature.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.streak.DaysOnRecord;
import dev.cairn.domain.streak.DaysOnRecord.CheckIn;
import dev.cairn.feature.checkin.CheckInDetails;
import dev.cairn.feature.checkin.CheckInStore;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.CommunityStore;
import dev.cairn.feature.leaderboard.LeaderboardStore;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.MemberStore;
import dev.cairn.feature.member.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LinkStoreTest {
  private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Account ASHA = new Account(Platform.LOCAL, "lab", "asha", "asha");
  private static final Account BO = new Account(Platform.LOCAL, "lab", "bo", "bo");

  private static Member member(Database database, Account account) {
    Communities communities = new Communities(new CommunityStore(database), database);
    return members(database, communities)
        .findOrCreate(new Caller(account, "lab", false, Locale.ENGLISH, null), AT);
  }

  private static Members members(Database database, Communities communities) {
    return new Members(
        communities, new MemberStore(database), new LeaderboardStore(database)::refresh, database);
  }

  private static CheckIn checkIn(String at) {
    return new CheckIn(Instant.parse(at), ZoneId.of("Asia/Kolkata"), null, null, null);
  }

  @ParameterizedTest
  @EnumSource
  void aCodeIsGoodUntilItExpiresOrIsReplaced(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      LinkStore store = new LinkStore(database);
      Instant expires = AT.plus(Duration.ofMinutes(10));
      LinkOffer offer = new LinkOffer(LinkOffer.Purpose.ACCOUNT, ASHA, expires);
      store.offer("hash-1", offer);
      assertThat(store.offer("hash-1", AT)).contains(offer);
      assertThat(store.offer("hash-1", expires)).isEmpty();
      assertThat(store.take("hash-1", expires)).isFalse();
      store.offer("hash-2", new LinkOffer(LinkOffer.Purpose.COMMUNITY, ASHA, expires));
      assertThat(store.offer("hash-1", AT)).isEmpty();
      assertThat(store.offer("hash-2", AT).orElseThrow().purpose())
          .isEqualTo(LinkOffer.Purpose.COMMUNITY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofManyAtOnceOneTakesACode(DatabaseUnderTest under) throws Exception {
    try (Database database = under.open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      LinkStore store = new LinkStore(database);
      store.offer("hash", new LinkOffer(LinkOffer.Purpose.ACCOUNT, ASHA, AT.plusSeconds(600)));
      var taken =
          IntStream.range(0, 8)
              .mapToObj(
                  each -> threads.submit(() -> database.transaction(() -> store.take("hash", AT))))
              .toList();
      int times = 0;
      for (Future<Boolean> each : taken) {
        times += each.get() ? 1 : 0;
      }
      assertThat(times).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrongTriesAreCountedForEachAccount(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      LinkStore store = new LinkStore(database);
      store.addWrongTry(ASHA, AT);
      store.addWrongTry(ASHA, AT);
      store.addWrongTry(ASHA, AT.plusSeconds(60));
      assertThat(store.wrongTries(ASHA, AT.minusSeconds(1))).isEqualTo(3);
      assertThat(store.wrongTries(ASHA, AT)).isEqualTo(1);
      assertThat(store.wrongTries(BO, Instant.EPOCH)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void daysAreReplacedAsAWhole(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      LinkStore store = new LinkStore(database);
      Member asha = member(database, ASHA);
      assertThat(store.days(asha)).isEqualTo(DaysOnRecord.NONE);
      DaysOnRecord first =
          new DaysOnRecord(
              new TreeMap<>(
                  Map.of(
                      DAY,
                      checkIn("2026-01-01T03:00:00Z"),
                      DAY.plusDays(1),
                      new CheckIn(AT, ZoneId.of("UTC"), 7L, "forgot", DAY))),
              new TreeMap<>(),
              new TreeMap<>(Map.of(DAY.plusDays(2), "ill")));
      store.replaceDays(asha, DaysOnRecord.NONE, first);
      assertThat(store.days(asha)).isEqualTo(first);
      DaysOnRecord second =
          new DaysOnRecord(
              new TreeMap<>(Map.of(DAY, checkIn("2026-01-01T02:00:00Z"))),
              new TreeMap<>(Map.of(DAY.plusDays(1), "not so")),
              new TreeMap<>(Map.of(DAY.plusDays(2), "very ill", DAY.plusDays(3), "ill")));
      store.replaceDays(asha, first, second);
      assertThat(store.days(asha)).isEqualTo(second);
      store.replaceDays(asha, second, first);
      assertThat(store.days(asha)).isEqualTo(first);
      store.replaceDays(asha, first, DaysOnRecord.NONE);
      assertThat(store.days(asha)).isEqualTo(DaysOnRecord.NONE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNewestLinkIsKeptAndTakenBack(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      LinkStore store = new LinkStore(database);
      Members members = members(database, new Communities(new CommunityStore(database), database));
      Member asha = member(database, ASHA);
      Member bo = member(database, BO);
      DaysOnRecord own =
          new DaysOnRecord(
              new TreeMap<>(Map.of(DAY, checkIn("2026-01-01T03:00:00Z"))),
              new TreeMap<>(Map.of(DAY.plusDays(1), "not so")),
              new TreeMap<>(Map.of(DAY.plusDays(2), "ill")));
      Link link =
          new Link(asha.id(), bo.id(), true, AT, own, new TreeSet<>(Set.of(DAY.plusDays(3))));
      new CheckInStore(database)
          .add(
              bo,
              "slack:1",
              new CheckIns.Entry(CheckIns.Kind.TODAY, DAY, true),
              AT,
              CheckInDetails.NONE);
      assertThat(store.newest(asha)).isEmpty();
      database.transaction(() -> store.add(asha.community(), link));
      assertThat(whoSaid(database, "slack:1")).isEqualTo(asha.id().value());
      assertThat(store.newest(asha)).contains(link);
      assertThat(store.newest(bo)).isEmpty();
      assertThat(members.accounts(asha)).hasSize(2);
      assertThat(members.accounts(bo)).isEmpty();
      assertThat(member(database, BO).id()).isEqualTo(asha.id());
      database.transaction(() -> store.removeNewest(asha));
      assertThat(store.newest(asha)).isEmpty();
      assertThat(member(database, BO).id()).isEqualTo(bo.id());
      assertThat(member(database, ASHA).id()).isEqualTo(asha.id());
      assertThat(whoSaid(database, "slack:1")).isEqualTo(bo.id().value());
    }
  }

  private static long whoSaid(Database database, String interaction) {
    return database
        .query("select member_id from check_in_entry where interaction_id = :id")
        .bind("id", interaction)
        .one(Long.class);
  }
}
