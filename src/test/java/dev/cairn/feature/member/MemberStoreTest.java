package dev.cairn.feature.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Community;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of members promises. */
final class MemberStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final Account CHEN = new Account(Platform.SLACK, "T1", "U1", "Chén ☃");

  @ParameterizedTest
  @EnumSource
  void anAccountIsMetOnceHoweverManyMeetItAtOnce(DatabaseUnderTest under) throws Exception {
    try (Database database = under.open()) {
      Community here = new People(database).elsewhere();
      MemberStore store = new MemberStore(database);
      int before = store.all(here).size();
      assertThat(store.find(here, CHEN)).isEmpty();
      People.writeAtOnce(database, 6, thread -> store.add(here, CHEN, AT));
      Member chen = store.find(here, CHEN).orElseThrow();
      assertThat(chen.name()).isEqualTo("Chén ☃");
      assertThat(store.accounts(chen)).containsExactly(CHEN);
      assertThat(store.all(here)).hasSize(before + 1).contains(chen);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noCommunityKnowsTheMembersOfAnother(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      Member bo = people.elsewhere("bo");
      MemberStore store = new MemberStore(database);
      assertThat(store.find(people.here(), bo.id())).isEmpty();
      assertThat(store.find(people.here(), List.of(asha.id(), bo.id()))).containsExactly(asha);
      assertThat(store.find(people.here(), List.of())).isEmpty();
      assertThat(store.all(people.here())).contains(asha).doesNotContain(bo);
      assertThat(store.find(people.elsewhere(), store.accounts(asha).getFirst())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatChangesAboutOneMemberChangesAboutNoOther(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Member asha = people.here("asha");
      Member ben = people.here("ben");
      MemberStore store = new MemberStore(database);
      store.rename(asha, "Asha R.");
      store.setHidden(asha, true);
      store.leave(asha, AT);
      store.setZone(asha, AT, ZoneId.of("Asia/Kolkata"));
      store.setZone(asha, AT, ZoneId.of("Asia/Kathmandu"));
      Member changed = store.find(people.here(), asha.id()).orElseThrow();
      assertThat(changed.name()).isEqualTo("Asha R.");
      assertThat(changed.hidden()).isTrue();
      assertThat(changed.left()).isTrue();
      assertThat(changed.zones()).isEqualTo(Map.of(AT, ZoneId.of("Asia/Kathmandu")));
      store.setHidden(asha, false);
      store.comeBack(asha);
      Member back = store.find(people.here(), asha.id()).orElseThrow();
      assertThat(back.hidden() || back.left()).isFalse();
      assertThat(store.find(people.here(), ben.id())).contains(ben);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWantsToChangeALockedMemberWaits(DatabaseUnderTest under) {
    try (Database database = under.open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Member asha = new People(database).here("asha");
      MemberStore store = new MemberStore(database);
      CompletableFuture<Void> began = new CompletableFuture<>();
      CompletableFuture<String> seen =
          database.transaction(() -> {
            store.lock(asha);
            CompletableFuture<String> second =
                CompletableFuture.supplyAsync(
                    () ->
                        database.transaction(() -> {
                          began.complete(null);
                          store.lock(asha);
                          return name(store, asha);
                        }),
                    threads);
            began.join();
            store.rename(asha, "first");
            return second;
          });
      assertThat(seen.join()).as("what the first wrote").isEqualTo("first");
    }
  }

  private static String name(MemberStore store, Member member) {
    return store.find(member.community(), member.id()).orElseThrow().name();
  }

  @ParameterizedTest
  @EnumSource
  void whoWasNeverMetIsNotThere(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      MemberStore store = new MemberStore(database);
      assertThat(store.find(people.here(), new MemberId(-1))).isEmpty();
      assertThat(store.find(people.here(), CHEN)).isEmpty();
    }
  }
}
