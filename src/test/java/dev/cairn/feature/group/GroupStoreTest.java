package dev.cairn.feature.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.database.Statements;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.group.Membership;
import dev.cairn.domain.group.Quorum;
import dev.cairn.feature.member.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of groups promises. */
final class GroupStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  private static Group add(GroupStore store, Member owner, String name) {
    return store.add(owner, GroupName.of(name), AT);
  }

  private static Belonging join(GroupStore store, Member member, Group group, int ordinal) {
    // One second apart, so that it is known who has been there longest.
    Belonging belonging =
        new Belonging(
            group.id(), ordinal, new Membership(member.id(), DAY, null), AT.plusSeconds(ordinal));
    assertThat(store.join(group.community(), belonging)).isTrue();
    return belonging;
  }

  private static Belonging left(Belonging belonging, LocalDate on) {
    return new Belonging(
        belonging.group(),
        belonging.ordinal(),
        new Membership(belonging.member(), DAY, on),
        belonging.joinedAt());
  }

  @ParameterizedTest
  @EnumSource
  void aGroupIsKeptAsItWasFounded(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      GroupStore store = new GroupStore(database);
      assertThat(store.all(asha.community().id())).isEmpty();
      Group owls = add(store, asha, "Nachteulen 🦉 für ஆஷா");
      assertThat(owls)
          .isEqualTo(
              new Group(
                  asha.community().id(), owls.id(), "Nachteulen 🦉 für ஆஷா", asha.id(), AT, 0));
      assertThat(store.find(asha.community().id(), owls.id())).contains(owls);
      assertThat(store.find(asha.community().id(), new GroupId(-1))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noTwoGroupsOfACommunityLookAlike(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      GroupStore store = new GroupStore(database);
      Group owls = add(store, asha, "Night owls");
      // Another case, no space, a digit for a letter, a Cyrillic letter, full-width letters.
      for (String alike :
          List.of("night OWLS", "NightOwls", "Night ow1s", "Night оwls", "Ｎｉｇｈｔ ｏｗｌｓ")) {
        GroupName name = GroupName.of(alike);
        assertThatThrownBy(() -> store.add(asha, name, AT))
            .as(alike)
            .isInstanceOf(GroupStore.NameTakenException.class);
        assertThat(store.find(asha.community().id(), name.looks())).as(alike).contains(owls);
      }
      assertThat(store.all(asha.community().id())).containsExactly(owls);
      assertThat(store.find(asha.community().id(), Set.of())).isEmpty();
      assertThat(store.find(asha.community().id(), GroupName.of("Day owls").looks())).isEmpty();
      assertThat(add(store, people.elsewhere("bo"), "Night owls").community())
          .as("another community has names of its own")
          .isEqualTo(people.elsewhere().id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofManyWhoTakeOneNameAtOnceOneGetsIt(DatabaseUnderTest under) throws Exception {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      GroupStore store = new GroupStore(database);
      List<String> names = List.of("Night owls", "NIGHT OWLS", "Night ow1s", "night-owls");
      List<Boolean> founded =
          People.atOnce(
              8,
              thread ->
                  () -> {
                    GroupName name = GroupName.of(names.get(thread % names.size()));
                    try {
                      store.add(asha, name, AT);
                      return true;
                    } catch (GroupStore.NameTakenException taken) {
                      return false;
                    }
                  });
      assertThat(founded).containsOnlyOnce(true);
      assertThat(store.all(asha.community().id())).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRenamedGroupFreesItsOldName(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      GroupStore store = new GroupStore(database);
      Group owls = add(store, asha, "Owls");
      Group larks = add(store, asha, "Larks");
      assertThatThrownBy(() -> store.rename(owls, GroupName.of("LARKS")))
          .isInstanceOf(GroupStore.NameTakenException.class);
      assertThat(store.all(asha.community().id())).containsExactly(larks, owls);
      // Its own look is free.
      store.rename(owls, GroupName.of("OWLS"));
      store.rename(owls, GroupName.of("Bats"));
      assertThat(store.find(owls.community(), GroupName.of("bats").looks()))
          .map(Group::id)
          .contains(owls.id());
      assertThat(store.find(owls.community(), GroupName.of("Owls").looks())).isEmpty();
      assertThat(add(store, asha, "Owls").id()).isNotEqualTo(owls.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDisbandedGroupIsGoneAndItsNameIsFree(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      GroupStore store = new GroupStore(database);
      Group owls = add(store, asha, "Owls");
      store.disband(owls, AT);
      assertThat(store.all(owls.community())).isEmpty();
      assertThat(store.find(owls.community(), owls.id())).isEmpty();
      assertThat(store.find(owls.community(), GroupName.of("Owls").looks())).isEmpty();
      assertThat(database.transaction(() -> store.lock(owls.community(), owls.id()))).isEmpty();
      assertThat(add(store, asha, "Owls").id()).isNotEqualTo(owls.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void groupsAreListedByNameWhateverTheCase(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      GroupStore store = new GroupStore(database);
      for (String name : List.of("owls", "Bats", "larks", "Zebras", "ants")) {
        add(store, people.here("asha"), name);
      }
      add(store, people.elsewhere("bo"), "Cats");
      assertThat(store.all(people.here().id()))
          .extracting(Group::name)
          .containsExactly("ants", "Bats", "larks", "owls", "Zebras");
      assertThat(store.all(People.nowhere())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLockedGroupIsToldAsItStandsAndWithItsNewOwner(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      Member ben = people.here("ben");
      GroupStore store = new GroupStore(database);
      Group owls = add(store, asha, "Owls");
      join(store, asha, owls, 1);
      join(store, ben, owls, 1);
      store.setOwner(owls, ben.id());
      Group locked =
          database.transaction(() -> store.lock(owls.community(), owls.id())).orElseThrow();
      assertThat(locked.isOwnedBy(ben.id())).isTrue();
      assertThat(locked.members()).isEqualTo(2);
      assertThat(database.transaction(() -> store.lock(people.elsewhere().id(), owls.id())))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoBelongsIsToldTheLongestStandingFirst(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      Member ben = people.here("ben");
      GroupStore store = new GroupStore(database);
      Group owls = add(store, asha, "Owls");
      Belonging late = join(store, asha, owls, 2);
      Belonging early = join(store, ben, owls, 1);
      assertThat(store.members(owls)).containsExactly(early, late);
      store.leave(owls.community(), early, DAY.plusDays(2), AT);
      assertThat(store.members(owls)).containsExactly(late);
      assertThat(store.find(owls.community(), owls.id()).orElseThrow().members()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMembersNewestMembershipIsToldEvenWhenItHasEnded(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      GroupStore store = new GroupStore(database);
      Group owls = add(store, asha, "Owls");
      assertThat(store.newest(asha)).isEmpty();
      Belonging first = join(store, asha, owls, 1);
      assertThat(store.newest(asha)).contains(first);
      store.leave(owls.community(), first, DAY, AT);
      assertThat(store.newest(asha)).contains(left(first, DAY));
      Belonging again = join(store, asha, owls, 2);
      assertThat(store.newest(asha)).contains(again);
      assertThat(store.newest(people.here("ben"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoMembershipsBegunAtOnceOneIs(DatabaseUnderTest under) throws Exception {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      GroupStore store = new GroupStore(database);
      List<Group> groups = List.of(add(store, asha, "Owls"), add(store, asha, "Larks"));
      List<Boolean> joined =
          People.atOnce(
              6,
              thread ->
                  () -> {
                    Belonging belonging =
                        new Belonging(
                            groups.get(thread % 2).id(),
                            1,
                            new Membership(asha.id(), DAY, null),
                            AT);
                    return database.transaction(() -> store.join(asha.community().id(), belonging));
                  });
      assertThat(joined).containsOnlyOnce(true);
      assertThat(groups.stream().mapToInt(group -> store.members(group).size()).sum()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDayOfLeavingCountsAndTheDayOfJoiningDoesNot(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      GroupStore store = new GroupStore(database);
      Group owls = add(store, asha, "Owls");
      Group larks = add(store, asha, "Larks");
      Belonging first = join(store, asha, owls, 1);
      assertThat(store.on(asha, DAY)).isEmpty();
      assertThat(store.on(asha, DAY.plusDays(1))).containsExactly(owls.id());
      assertThat(store.on(asha, DAY.plusDays(900))).containsExactly(owls.id());
      store.leave(owls.community(), first, DAY.plusDays(3), AT);
      join(store, asha, larks, 2);
      assertThat(store.on(asha, DAY.plusDays(2))).containsExactly(owls.id(), larks.id());
      assertThat(store.on(asha, DAY.plusDays(3))).containsExactly(owls.id(), larks.id());
      assertThat(store.on(asha, DAY.plusDays(4))).containsExactly(larks.id());
      assertThat(store.on(people.here("ben"), DAY.plusDays(2))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoLeftOnTheDayThatTheyJoinedNeverBelonged(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      GroupStore store = new GroupStore(database);
      Group owls = add(store, asha, "Owls");
      store.leave(owls.community(), join(store, asha, owls, 1), DAY, AT);
      for (int days = -1; days <= 1; days++) {
        assertThat(store.on(asha, DAY.plusDays(days))).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void membershipsThatEndedBeforeADayAreLeftOut(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      Member ben = people.here("ben");
      GroupStore store = new GroupStore(database);
      Group owls = add(store, asha, "Owls");
      Group larks = add(store, ben, "Larks");
      LocalDate end = DAY.plusDays(3);
      Belonging ended = left(join(store, asha, owls, 1), end);
      store.leave(owls.community(), ended, end, AT);
      Belonging again = join(store, asha, owls, 2);
      Belonging other = join(store, ben, larks, 3);
      List<GroupId> both = List.of(owls.id(), larks.id());
      assertThat(store.since(owls.community(), both, LocalDate.MIN))
          .containsExactly(ended, again, other);
      assertThat(store.since(owls.community(), both, end)).containsExactly(ended, again, other);
      LocalDate after = end.plusDays(1);
      assertThat(store.since(owls.community(), both, after)).containsExactly(again, other);
      assertThat(store.since(owls.community(), List.of(larks.id()), after)).containsExactly(other);
      assertThat(store.since(owls.community(), List.of(), LocalDate.MIN)).isEmpty();
      assertThat(store.since(people.elsewhere().id(), both, LocalDate.MIN)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatACommunityDecidedHoldsFromItsDayOn(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      GroupStore store = new GroupStore(database);
      GroupPolicy strict = new GroupPolicy(new Quorum(100), 5);
      GroupPolicy lax = new GroupPolicy(new Quorum(1), 1000);
      assertThat(store.policy(people.here().id())).isEqualTo(Decisions.none(GroupPolicy.DEFAULT));
      List<Decisions.Decision<GroupPolicy>> decisions =
          List.of(
              new Decisions.Decision<>(null, DAY, strict),
              new Decisions.Decision<>(AT, DAY.plusDays(1), strict),
              new Decisions.Decision<>(AT, DAY.plusDays(1), lax));
      decisions.forEach(each -> store.decide(people.here().id(), each));
      assertThat(store.policy(people.here().id()))
          .isEqualTo(new Decisions<>(GroupPolicy.DEFAULT, decisions));
      assertThat(store.policy(people.here().id()).timeline())
          .isEqualTo(
              new Timeline<>(
                  GroupPolicy.DEFAULT, new TreeMap<>(Map.of(DAY, strict, DAY.plusDays(1), lax))));
      assertThat(store.policy(people.elsewhere().id()))
          .isEqualTo(Decisions.none(GroupPolicy.DEFAULT));
    }
  }

  /** On H2 one transaction writes at a time. */
  @Test
  void whatRefersToLockedGroupsIsAddedMeanwhile() {
    try (Database database = DatabaseUnderTest.POSTGRESQL.open()) {
      Member asha = new People(database).here("asha");
      GroupStore store = new GroupStore(database);
      Group owls = add(store, asha, "Owls");
      database.transaction(() -> {
        assertThat(store.lock(owls.community(), List.of(owls.id()))).hasSize(1);
        CompletableFuture<Boolean> joining =
            CompletableFuture.supplyAsync(
                () -> database.transaction(() -> join(store, asha, owls, 1) != null),
                task -> Thread.startVirtualThread(task));
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> joining.isDone() || Statements.anyWaits(database));
        assertThat(joining).as("nobody waits").isCompletedWithValue(true);
      });
    }
  }
}
