package dev.cairn.feature.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.blog.MilestoneRules;
import dev.cairn.domain.blog.MilestoneRules.Kind;
import dev.cairn.domain.blog.Thresholds;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of milestones promises. */
final class MilestoneStoreTest {
  private static final Instant AT = Instant.parse("2026-01-01T09:00:00Z");

  @ParameterizedTest
  @EnumSource
  void keepsEachMilestoneOnceAndForGood(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      Member asha = new TestCommunity(database).at("2026-01-01T09:00:00Z").member("asha");
      Community community = asha.community();
      MilestoneStore store = new MilestoneStore(database);
      Milestone own =
          store.add(community, Kind.MEMBER_POSTS, Optional.of(asha.id()), 7, AT).orElseThrow();
      assertThat(own.whose()).isEqualTo("asha");
      assertThat(own.member()).contains(asha.id());
      assertThat(own.state()).isEqualTo(Milestone.State.WAITING);
      assertThat(store.add(community, Kind.MEMBER_POSTS, Optional.of(asha.id()), 7, AT)).isEmpty();
      assertThat(store.add(community, Kind.MEMBER_STREAK, Optional.of(asha.id()), 7, AT))
          .isPresent();
      Milestone together =
          store
              .add(community, Kind.COMMUNITY_POSTS, Optional.empty(), 50, AT.plusSeconds(1))
              .orElseThrow();
      assertThat(together.whose()).isEqualTo("lab");
      assertThat(together.member()).isEmpty();
      assertThat(store.add(community, Kind.COMMUNITY_POSTS, Optional.empty(), 50, AT)).isEmpty();

      store.setWords(community, own, "Seven! ☃");
      store.setState(community, own, Milestone.State.ANNOUNCED);
      Milestone announced = store.find(community, own.id()).orElseThrow();
      assertThat(announced.ownWords()).isEqualTo("Seven! ☃");
      assertThat(announced.state()).isEqualTo(Milestone.State.ANNOUNCED);
      assertThat(database.transaction(() -> store.lock(community, own.id()))).contains(announced);
      assertThat(database.transaction(() -> store.lock(community, 999_999))).isEmpty();
      assertThat(store.add(community, Kind.MEMBER_POSTS, Optional.of(asha.id()), 7, AT)).isEmpty();
      assertThat(store.all(community))
          .as("first those that wait, then the others, the newest first")
          .extracting(Milestone::kind)
          .containsExactly(Kind.COMMUNITY_POSTS, Kind.MEMBER_STREAK, Kind.MEMBER_POSTS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatWasDecided(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      Member asha = new TestCommunity(database).at("2026-01-01T09:00:00Z").member("asha");
      Community community = asha.community();
      MilestoneStore store = new MilestoneStore(database);
      assertThat(store.policy(community)).isEmpty();
      store.save(community, MilestonePolicy.DEFAULT);
      assertThat(store.policy(community)).contains(MilestonePolicy.DEFAULT);
      MilestonePolicy changed =
          new MilestonePolicy(
              new MilestoneRules(
                  Thresholds.of(List.of()),
                  Thresholds.of(List.of(3)).andEach(9),
                  Thresholds.of(List.of()).andEach(5)),
              true,
              5);
      store.save(community, changed);
      assertThat(store.policy(community)).contains(changed);

      Place here = new Place(Platform.LOCAL, "lab");
      Place there = new Place(Platform.SLACK, "T1");
      store.setChannel(community, Purpose.ANNOUNCEMENTS, here.channel("cheers"));
      store.setChannel(community, Purpose.ANNOUNCEMENTS, here.channel("news"));
      store.setChannel(community, Purpose.ANNOUNCEMENTS, there.channel("C1"));
      store.setChannel(community, Purpose.DECISIONS, here.channel("mods"));
      assertThat(store.channels(community, Purpose.ANNOUNCEMENTS))
          .containsExactly(here.channel("news"), there.channel("C1"));
      assertThat(store.channels(community, Purpose.DECISIONS))
          .containsExactly(here.channel("mods"));

      assertThat(store.mayMention(asha)).isFalse();
      store.setMayMention(asha, true);
      store.setMayMention(asha, true);
      assertThat(store.mayMention(asha)).isTrue();
      store.setMayMention(asha, false);
      assertThat(store.mayMention(asha)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatIsPlannedAndWhatIsToldTogether(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      Member asha = new TestCommunity(database).at("2026-01-01T09:00:00Z").member("asha");
      Community community = asha.community();
      MilestoneStore store = new MilestoneStore(database);
      Milestone one = add(store, asha, 1);
      Milestone two = add(store, asha, 2);
      Milestone three = add(store, asha, 3);
      Milestone four = add(store, asha, 4);
      assertThat(store.undecided(community)).isEqualTo(4);
      assertThat(store.foundSince(community, AT)).isZero();
      assertThat(store.foundSince(community, AT.minusNanos(1000))).isEqualTo(4);

      Instant later = AT.plusSeconds(3600).plusNanos(1000);
      store.plan(community, one, later, true);
      store.plan(community, two, later, true);
      store.plan(community, three, later, false);
      assertThat(store.find(community, one.id()).orElseThrow().plannedAt()).isEqualTo(later);
      assertThat(store.undecided(community)).isEqualTo(1);
      database.transaction(() -> {
        assertThat(store.lockDue(community, later.minusNanos(1000), true)).isEmpty();
        assertThat(store.lockDue(community, later, true))
            .extracting(Milestone::id)
            .containsExactly(one.id(), two.id());
        assertThat(store.lockDue(community, later, false))
            .extracting(Milestone::id)
            .containsExactly(three.id());
        assertThat(store.lockUndecided(community))
            .extracting(Milestone::id)
            .containsExactly(four.id());
      });

      store.withdraw(community, Kind.MEMBER_POSTS, Optional.of(asha.id()), 2);
      assertThat(store.find(community, three.id()).orElseThrow().plannedAt()).isNull();
      store.setState(community, two, Milestone.State.DISMISSED);
      store.setAnnounced(community, List.of(one, two));
      assertThat(store.together(community, one.id()))
          .extracting(Milestone::id)
          .as("what does not wait is announced in no post")
          .containsExactly(one.id());
      assertThat(store.find(community, one.id()).orElseThrow().announcedWith()).isEqualTo(one.id());
      store.plan(community, one, later, false);
      assertThat(store.find(community, one.id()).orElseThrow().plannedAt()).isNull();
    }
  }

  private static Milestone add(MilestoneStore store, Member member, int threshold) {
    return store
        .add(member.community(), Kind.MEMBER_POSTS, Optional.of(member.id()), threshold, AT)
        .orElseThrow();
  }
}
