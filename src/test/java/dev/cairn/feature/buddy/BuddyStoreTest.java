package dev.cairn.feature.buddy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.feed.FeedFetcher;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of buddies promises. */
final class BuddyStoreTest {
  private static final Instant AT = Instant.parse("2026-01-01T09:00:00.123456Z");

  private static Account account(Member member) {
    return new Account(Platform.SLACK, "T1", "U-" + member.name(), member.name());
  }

  private static Buddy waiting(Member member) {
    return new Buddy(member, account(member), true, AT, null, null);
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatEachAskedForLast(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      Member asha = lab.member("asha");
      Member ben = lab.member("ben");
      CommunityId community = asha.community().id();
      BuddyStore store = new BuddyStore(database);
      assertThat(store.find(asha)).isEmpty();
      assertThat(store.members(community)).isEmpty();

      store.save(waiting(asha));
      store.save(waiting(ben));
      assertThat(store.find(asha)).contains(waiting(asha));
      Buddy paired = waiting(asha).with(ben.id(), AT.plusSeconds(60)).told(account(ben), false);
      store.save(paired);
      assertThat(store.find(asha))
          .hasValueSatisfying(found -> {
            assertThat(found.isWaiting()).isFalse();
            assertThat(found.other()).isEqualTo(ben.id());
            assertThat(found.pairedAt()).isEqualTo(AT.plusSeconds(60));
            assertThat(found.since()).isEqualTo(AT);
            assertThat(found.nudges()).isFalse();
            assertThat(found.account().user()).isEqualTo("U-ben");
          });
      assertThat(store.find(ben)).contains(waiting(ben));

      assertThat(store.members(community)).containsExactlyInAnyOrder(asha.id(), ben.id());
      assertThat(store.all(community, Map.of(asha.id(), asha, ben.id(), ben)).keySet())
          .containsExactly(asha.id(), ben.id());
      assertThat(store.all(community, Map.of(ben.id(), ben)).keySet())
          .as("only of members that are known")
          .containsExactly(ben.id());

      store.remove(asha);
      store.remove(asha);
      assertThat(store.find(asha)).isEmpty();
      assertThat(store.members(community)).containsExactly(ben.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsForAWhileWhoWasPairedWhoeverEndedIt(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      Member asha = lab.member("asha");
      Member ben = lab.member("ben");
      Member chen = lab.member("chen");
      CommunityId community = asha.community().id();
      BuddyStore store = new BuddyStore(database);
      store.part(ben, asha.id(), AT);
      store.part(asha, chen.id(), AT.plusSeconds(5));
      store.part(asha, ben.id(), AT.plusSeconds(10));
      assertThat(store.partedSince(community, AT))
          .isEqualTo(Set.of(List.of(asha.id(), ben.id()), List.of(asha.id(), chen.id())));
      assertThat(store.partedSince(community, AT.plusSeconds(10)))
          .as("the later end counts")
          .isEqualTo(Set.of(List.of(asha.id(), ben.id())));
      assertThat(store.partedSince(community, AT))
          .as("what was before is kept no longer")
          .isEqualTo(Set.of(List.of(asha.id(), ben.id())));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheCommunitiesApart(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      Member asha = new TestCommunity(database).at("2026-01-01T09:00:00Z").member("asha");
      TestCommunity elsewhere = new TestCommunity(database, new FeedFetcher(), "other");
      Member zoe = elsewhere.at("2026-01-01T09:00:00Z").member("zoe");
      BuddyStore store = new BuddyStore(database);
      store.save(waiting(asha));
      assertThat(store.members(zoe.community().id())).isEmpty();
      assertThat(store.find(zoe)).isEmpty();
    }
  }
}
