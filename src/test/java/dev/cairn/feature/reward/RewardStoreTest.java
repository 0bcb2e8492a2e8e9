package dev.cairn.feature.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.member.Member;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of rewards promises. */
final class RewardStoreTest {
  private static final Reward WEEK = new Reward(Platform.LOCAL, 7, "r7", "Seven ☃");
  private static final Reward MONTH = new Reward(Platform.LOCAL, 30, "r30", "Thirty");

  @ParameterizedTest
  @EnumSource
  void rewardsAreToldTheShortestStreakFirst(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      CommunityId here = people.here().id();
      RewardStore store = new RewardStore(database);
      assertThat(store.rewards(here)).isEmpty();
      store.set(here, MONTH);
      store.set(here, WEEK);
      assertThat(store.rewards(here)).containsExactly(WEEK, MONTH);
      assertThat(store.rewards(people.elsewhere().id())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRewardForAsManyDaysIsReplacedOnItsPlatformOnly(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityId here = new People(database).here().id();
      RewardStore store = new RewardStore(database);
      Reward discord = new Reward(Platform.DISCORD, 7, "d7", "Seven");
      Reward other = new Reward(Platform.LOCAL, 7, "other", "Another");
      store.set(here, WEEK);
      store.set(here, discord);
      store.set(here, other);
      assertThat(store.rewards(here)).containsExactly(discord, other);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRewardIsTakenBackOnce(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      CommunityId here = people.here().id();
      RewardStore store = new RewardStore(database);
      store.set(here, WEEK);
      store.set(here, MONTH);
      store.set(people.elsewhere().id(), WEEK);
      assertThat(store.remove(here, Platform.DISCORD, 7)).isFalse();
      assertThat(store.remove(here, Platform.LOCAL, 8)).isFalse();
      assertThat(store.remove(here, Platform.LOCAL, 7)).isTrue();
      assertThat(store.remove(here, Platform.LOCAL, 7)).isFalse();
      assertThat(store.rewards(here)).containsExactly(MONTH);
      assertThat(store.rewards(people.elsewhere().id())).containsExactly(WEEK);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rolesAreHeldUntilTheyAreTakenBack(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      Member bo = people.elsewhere("bo");
      RewardStore store = new RewardStore(database);
      assertThat(store.held(asha, Platform.LOCAL)).isEmpty();
      assertThat(store.holders(people.here().id())).isEmpty();
      store.setHeld(asha, Platform.LOCAL, "r7", true);
      store.setHeld(asha, Platform.LOCAL, "r7", true);
      store.setHeld(asha, Platform.LOCAL, "r30", true);
      store.setHeld(asha, Platform.DISCORD, "d7", true);
      store.setHeld(bo, Platform.LOCAL, "r7", true);
      assertThat(store.held(asha, Platform.LOCAL)).containsExactlyInAnyOrder("r7", "r30");
      assertThat(store.held(asha, Platform.DISCORD)).containsExactly("d7");
      assertThat(store.holders(people.here().id())).containsExactly(asha.id());
      store.setHeld(asha, Platform.LOCAL, "r7", false);
      store.setHeld(asha, Platform.LOCAL, "r7", false);
      assertThat(store.held(asha, Platform.LOCAL)).containsExactly("r30");
      assertThat(store.held(bo, Platform.LOCAL)).containsExactly("r7");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPlaceIsToldWhileItHasARewardOrSomebodyWithARole(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      Member bo = people.elsewhere("bo");
      RewardStore store = new RewardStore(database);
      assertThat(store.places()).isEmpty();
      store.set(people.here().id(), new Reward(Platform.DISCORD, 7, "d7", "Seven"));
      assertThat(store.places()).as("it does not live on Discord").isEmpty();
      store.set(people.here().id(), WEEK);
      store.set(people.here().id(), MONTH);
      store.setHeld(asha, Platform.LOCAL, "r7", true);
      store.setHeld(bo, Platform.LOCAL, "r7", true);
      Place here = new Place(Platform.LOCAL, "here");
      Place elsewhere = new Place(Platform.LOCAL, "elsewhere");
      assertThat(store.places()).containsExactly(elsewhere, here);
      store.setHeld(bo, Platform.LOCAL, "r7", false);
      store.remove(people.here().id(), Platform.LOCAL, 7);
      store.remove(people.here().id(), Platform.LOCAL, 30);
      assertThat(store.places()).as("a role is to be taken back yet").containsExactly(here);
      store.setHeld(asha, Platform.LOCAL, "r7", false);
      assertThat(store.places()).isEmpty();
    }
  }
}
