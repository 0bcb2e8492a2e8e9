package dev.cairn.feature.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.Window;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.outbox.OutboxMessage.AnnouncementId;
import dev.cairn.feature.outbox.OutboxMessage.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of announcements promises. */
final class OutboxStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final Instant END = AT.plusSeconds(3600);
  private static final Place PLACE = new Place(Platform.SLACK, "T1");
  private static final Window TRIED = new Window(AT, END);
  private static final Address CHANNEL = new Address.Channel(PLACE.channel("C1"));

  private static Optional<AnnouncementId> tryAdd(
      OutboxStore store, CommunityId community, String key, Instant due) {
    return store.add(community, "daily", key, CHANNEL, due, END);
  }

  private static AnnouncementId add(OutboxStore store, CommunityId community, String key) {
    return tryAdd(store, community, key, AT).orElseThrow();
  }

  private static OutboxMessage find(OutboxStore store, AnnouncementId id) {
    return store.find(id).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void anAnnouncementIsKeptAsItWasAdded(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityId here = new People(database).here().id();
      OutboxStore store = new OutboxStore(database);
      assertThat(store.find(here, "daily", "1", PLACE)).isEmpty();
      AnnouncementId id = add(store, here, "1");
      OutboxMessage added =
          new OutboxMessage(
              id,
              "daily",
              "1",
              CHANNEL,
              OutboxMessage.nonce("daily", "1", CHANNEL),
              AT,
              END,
              State.WAITING,
              0,
              null,
              null,
              null,
              null,
              null);
      assertThat(find(store, id)).isEqualTo(added);
      assertThat(store.find(here, "daily", "1", PLACE)).contains(added);
      assertThat(store.find(new AnnouncementId(People.nowhere(), id.number()))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noneIsAddedTwiceInOnePlaceHoweverManyTryAtOnce(DatabaseUnderTest under) throws Exception {
    try (Database database = under.open()) {
      People people = new People(database);
      CommunityId here = people.here().id();
      OutboxStore store = new OutboxStore(database);
      List<Boolean> added =
          People.atOnce(
              6,
              thread ->
                  () ->
                      database.transaction(
                          () -> tryAdd(store, here, "1", AT.plusSeconds(thread)).isPresent()));
      assertThat(added).containsOnlyOnce(true);
      AnnouncementId id = store.find(here, "daily", "1", PLACE).orElseThrow().id();
      store.sent(id, "m1", AT);
      assertThat(tryAdd(store, here, "1", AT)).as("nor after it was sent").isEmpty();
      assertThat(tryAdd(store, here, "2", AT)).as("another key").isPresent();
      assertThat(tryAdd(store, people.elsewhere().id(), "1", AT)).as("elsewhere").isPresent();
      assertThat(store.add(here, "weekly", "1", CHANNEL, AT, END)).as("another kind").isPresent();
      assertThat(
              store.add(
                  here,
                  "daily",
                  "1",
                  new Address.Channel(new Place(Platform.SLACK, "T2").channel("C1")),
                  AT,
                  END))
          .as("another place")
          .isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNewestOfAKindIsTheOneDueLast(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityId here = new People(database).here().id();
      OutboxStore store = new OutboxStore(database);
      assertThat(store.newest(here, "daily", PLACE.channel("C1"))).isEmpty();
      tryAdd(store, here, "late", AT.plusSeconds(9));
      tryAdd(store, here, "early", AT);
      store.add(here, "weekly", "w", CHANNEL, AT.plusSeconds(99), END);
      assertThat(store.newest(here, "daily", PLACE.channel("C1")))
          .map(OutboxMessage::key)
          .contains("late");
      assertThat(store.newest(here, "daily", PLACE.channel("C2"))).isEmpty();
      assertThat(store.newest(here, "daily", new Place(Platform.LOCAL, "T1").channel("C1")))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachClaimIsAnAttemptAndOnlyTheNewestCanFail(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityId here = new People(database).here().id();
      OutboxStore store = new OutboxStore(database);
      AnnouncementId id = add(store, here, "1");
      store.claim(id, "me", END, TRIED);
      store.claim(id, "you", END.plusSeconds(1), TRIED);
      OutboxMessage claimed = find(store, id);
      assertThat(claimed.state()).isEqualTo(State.CLAIMED);
      assertThat(claimed.attempts()).isEqualTo(2);
      assertThat(claimed.claimedUntil()).isEqualTo(END.plusSeconds(1));
      assertThat(store.release(id, 1, "late news")).isFalse();
      assertThat(store.giveUp(id, 1, "late news", AT)).isFalse();
      assertThat(find(store, id)).isEqualTo(claimed);
      assertThat(store.release(id, 2, "busy ☃")).isTrue();
      OutboxMessage released = find(store, id);
      assertThat(released.state()).isEqualTo(State.WAITING);
      assertThat(released.claimedUntil()).isNull();
      assertThat(released.reason()).isEqualTo("busy ☃");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whenItMayHaveBeenSentIsKnownToTheAttemptThatFoundOut(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityId here = new People(database).here().id();
      OutboxStore store = new OutboxStore(database);
      AnnouncementId id = add(store, here, "1");
      store.claim(id, "me", END, TRIED);
      assertThat(find(store, id).tried()).isEqualTo(TRIED);
      Window later = new Window(END, END.plusSeconds(9));
      store.tried(id, 0, later);
      assertThat(find(store, id).tried()).isEqualTo(TRIED);
      store.tried(id, 1, later);
      assertThat(find(store, id).tried()).isEqualTo(later);
      store.there(id, "m1");
      assertThat(find(store, id).messageId()).isEqualTo("m1");
      assertThat(find(store, id).state())
          .as("what goes along with it may be missing")
          .isEqualTo(State.CLAIMED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsThereStaysThere(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityId here = new People(database).here().id();
      OutboxStore store = new OutboxStore(database);
      AnnouncementId id = add(store, here, "1");
      store.claim(id, "me", END, TRIED);
      assertThat(store.sent(id, "m1", AT)).isTrue();
      assertThat(store.sent(id, "m2", AT)).isFalse();
      OutboxMessage sent = find(store, id);
      assertThat(sent.state()).isEqualTo(State.SENT);
      assertThat(sent.messageId()).isEqualTo("m1");
      store.claim(id, "you", END, TRIED);
      store.readdress(id, new Address.Channel(PLACE.channel("C2")));
      assertThat(store.release(id, 1, "busy")).isFalse();
      assertThat(store.giveUp(id, 1, "gone", AT)).isFalse();
      assertThat(find(store, id)).isEqualTo(sent);
      assertThat(database.transaction(() -> store.lockOpen(id))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whyItWasGivenUpIsToldForEachPlace(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      CommunityId here = people.here().id();
      OutboxStore store = new OutboxStore(database);
      AnnouncementId first = add(store, here, "1");
      AnnouncementId second =
          store
              .add(
                  here,
                  "daily",
                  "1",
                  new Address.Channel(new Place(Platform.LOCAL, "here").channel("c")),
                  AT,
                  END)
              .orElseThrow();
      AnnouncementId other = add(store, people.elsewhere().id(), "1");
      assertThat(store.giveUp(first, 0, "archived", AT)).isTrue();
      assertThat(store.giveUp(other, 0, "elsewhere", AT)).isTrue();
      assertThat(store.failures(here, "daily", "1")).containsExactly("archived");
      assertThat(store.giveUp(second, 0, "no channel", AT)).isTrue();
      assertThat(store.failures(here, "daily", "1")).containsExactly("archived", "no channel");
      assertThat(store.failures(here, "daily", "2")).isEmpty();
      assertThat(store.sent(first, "m1", AT)).as("it had arrived after all").isTrue();
      assertThat(store.failures(here, "daily", "1")).containsExactly("no channel");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOneHasLockedAnotherPassesOver(DatabaseUnderTest under) {
    try (Database database = under.open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CommunityId here = new People(database).here().id();
      OutboxStore store = new OutboxStore(database);
      AnnouncementId id = add(store, here, "1");
      AnnouncementId free = add(store, here, "2");
      Optional<OutboxMessage> another =
          database.transaction(() -> {
            assertThat(store.lockOpen(id)).isPresent();
            return CompletableFuture.supplyAsync(
                    () -> database.transaction(() -> store.lockOpen(id)), threads)
                .join();
          });
      assertThat(another).isEmpty();
      assertThat(database.transaction(() -> store.lockOpen(free))).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void itCanBeSentToAMemberInsteadAndKeepsItsNonce(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityId here = new People(database).here().id();
      OutboxStore store = new OutboxStore(database);
      AnnouncementId id = add(store, here, "1");
      String nonce = find(store, id).nonce();
      Address direct = new Address.Direct(new Account(Platform.SLACK, "T1", "U1", "U1"));
      store.readdress(id, direct);
      assertThat(find(store, id).address()).isEqualTo(direct);
      assertThat(find(store, id).nonce()).isEqualTo(nonce);
    }
  }

  @ParameterizedTest
  @EnumSource
  void endedClaimsCanBeTakenUpAtOnce(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CommunityId here = new People(database).here().id();
      OutboxStore store = new OutboxStore(database);
      AnnouncementId claimed = add(store, here, "1");
      AnnouncementId sent = add(store, here, "2");
      store.claim(claimed, "me", END, TRIED);
      store.sent(sent, "m2", AT);
      store.endClaims();
      assertThat(find(store, claimed).claimedUntil()).isNull();
      assertThat(find(store, claimed).state())
          .as("one may have arrived: it is looked for first")
          .isEqualTo(State.CLAIMED);
      assertThat(find(store, sent).state()).isEqualTo(State.SENT);
    }
  }
}
