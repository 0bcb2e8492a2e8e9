package dev.cairn.feature.link;

import static dev.cairn.feature.link.Chat.ASHA_D;
import static dev.cairn.feature.link.Chat.ASHA_S;
import static dev.cairn.feature.link.Chat.BO_S;
import static dev.cairn.feature.link.Chat.MOD_D;
import static dev.cairn.feature.link.Chat.MOD_S;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.Statements;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members give commands while a moderator makes one community of theirs and another. */
final class MergeMeanwhileTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The question who speaks. */
  private static final String WHO_SPEAKS = "left join member_zone mz";

  /** Asha has checked in in two communities. */
  private static Chat studying(Database database) {
    Chat chat = new Chat(database).on(1);
    chat.say(ASHA_D, "/done");
    chat.say(MOD_S, "/streak");
    chat.say(ASHA_S, "/done");
    return chat;
  }

  /** A moderator is asked once more; who merges presses this. */
  private static Action asked(Chat chat) {
    String code = chat.code(MOD_D, "/link community:true");
    return Action.of("link").with("code", code).with("sure", true);
  }

  private static void assertAllCameAlong(Database database) {
    for (String table :
        new String[] {
          "member", "account", "member_zone", "check_in", "interaction", "audit", "standing"
        }) {
      assertThat(
              database
                  .query(
                      "select count(*) from "
                          + table
                          + " t where not exists (select 1 from community_place p where"
                          + " p.community_id = t.community_id)")
                  .one(Integer.class))
          .as(table)
          .isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "H2|/pause until:2026-01-20|rests",
        "POSTGRESQL|/pause until:2026-01-20|rests",
        "H2|/settings timezone:Asia/Kolkata|Asia/Kolkata",
        "POSTGRESQL|/settings timezone:Asia/Kolkata|Asia/Kolkata",
        "H2|/settings hide:true|hid",
        "POSTGRESQL|/settings hide:true|hid",
        "H2|/group create name:Owls|Owls",
        "POSTGRESQL|/group create name:Owls|Owls",
        "H2|/blog add https://asha.example/1|asha.example",
        "POSTGRESQL|/blog add https://asha.example/1|asha.example"
      })
  void whatAMemberSaysWhoWasLookedUpBeforeIsDoneInTheOneCommunity(
      DatabaseUnderTest under, String line, String told) {
    try (Database database = under.open()) {
      Chat chat = studying(database);
      Action merge = asked(chat.on(2));
      AtomicBoolean merged = new AtomicBoolean();
      Statements.after(
          database,
          WHO_SPEAKS,
          () -> {
            if (merged.compareAndSet(false, true)) {
              assertThat(chat.press(MOD_S, merge)).isInstanceOf(Reply.Card.class);
            }
          });
      Reply reply = chat.say(ASHA_S, line);
      assertThat(merged).isTrue();
      assertThat(reply.toString()).containsIgnoringCase(told).doesNotContain("went wrong");
      assertAllCameAlong(database);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "POSTGRESQL"})
  void whatAModeratorGrantsIsGrantedInTheOneCommunity(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Chat chat = studying(database);
      Action merge = asked(chat.on(3));
      AtomicBoolean merged = new AtomicBoolean();
      Statements.after(
          database,
          WHO_SPEAKS,
          () -> {
            if (merged.compareAndSet(false, true)) {
              assertThat(chat.press(MOD_D, Action.of("streak"))).isInstanceOf(Reply.Card.class);
              assertThat(chat.press(MOD_S, merge)).isInstanceOf(Reply.Card.class);
            }
          });
      Reply reply = chat.say(MOD_S, "/checkin grant @U1 day:2026-01-02 reason:\"was ill\"");
      assertThat(merged).isTrue();
      assertThat(reply).isInstanceOf(Reply.Card.class);
      assertThat(chat.streak(ASHA_S)).isEqualTo(2);
      assertAllCameAlong(database);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {WHO_SPEAKS, "insert into member "})
  void whoSpeaksFirstIsCountedFirstAndComesAlong(String statement) throws Exception {
    try (Database database = DatabaseUnderTest.POSTGRESQL.open()) {
      Chat chat = studying(database);
      Action merge = asked(chat.on(2));
      AtomicReference<CompletableFuture<Reply>> merging = new AtomicReference<>();
      Statements.after(
          database,
          statement,
          () -> {
            CompletableFuture<Reply> mine = new CompletableFuture<>();
            if (merging.compareAndSet(null, mine)) {
              Thread.startVirtualThread(() -> mine.complete(chat.press(MOD_S, merge)));
              await().atMost(PATIENCE).until(() -> mine.isDone() || Statements.anyWaits(database));
            }
          });
      Reply reply = chat.say(statement.contains("insert") ? BO_S : ASHA_S, "/done");
      assertThat(Objects.requireNonNull(merging.get()).get()).isInstanceOf(Reply.Card.class);
      assertThat(reply).isInstanceOf(Reply.Card.class);
      assertThat(chat.facts(ASHA_S, "/done")).containsKey("counted");
      assertThat(chat.facts(BO_S, "/done")).containsKey("counted");
      assertThat(chat.streak(BO_S)).isEqualTo(1);
      assertAllCameAlong(database);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"U1|/done", "U1|/pause until:2026-01-20", "U2|/done"})
  void whoSpeaksMeanwhileWaitsAndIsCountedInTheOneCommunity(String user, String line)
      throws Exception {
    try (Database database = DatabaseUnderTest.POSTGRESQL.open()) {
      Chat chat = studying(database);
      Action merge = asked(chat.on(2));
      AtomicReference<CompletableFuture<Reply>> speaking = new AtomicReference<>();
      Statements.after(
          database,
          "update community_place",
          () -> {
            CompletableFuture<Reply> mine = new CompletableFuture<>();
            if (speaking.compareAndSet(null, mine)) {
              Thread.startVirtualThread(
                  () -> mine.complete(chat.say(user.equals("U1") ? ASHA_S : BO_S, line)));
              await().atMost(PATIENCE).until(() -> mine.isDone() || Statements.anyWaits(database));
            }
          });
      assertThat(chat.press(MOD_S, merge)).isInstanceOf(Reply.Card.class);
      assertThat(Objects.requireNonNull(speaking.get()).get().toString()).doesNotContain("wrong");
      assertThat(chat.facts(ASHA_S, "/done")).containsKey("counted");
      assertThat(chat.facts(BO_S, "/done")).containsKey("counted");
      assertAllCameAlong(database);
    }
  }
}
