package dev.cairn.feature.link;

import static dev.cairn.feature.link.Chat.ASHA_D;
import static dev.cairn.feature.link.Chat.BO_D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.Statements;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No two transactions wait for each other: each of two commands at once is answered. */
final class DeadlockTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static Reply give(Chat chat, Account who, String line) {
    return line.equals("/mydata delete")
        ? chat.press(who, Action.of("mydata delete").with("sure", true))
        : chat.say(who, line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert into interaction|/buddy find|/buddy find",
        "select member_id from member where|/mydata delete|/group transfer @1",
      })
  void twoCommandsAtOnceAreBothAnswered(String statement, String one, String other)
      throws Exception {
    try (Database database = DatabaseUnderTest.POSTGRESQL.open()) {
      Chat chat = new Chat(database).on(5);
      chat.say(BO_D, "/group create name:Owls");
      chat.say(ASHA_D, "/group join name:Owls");
      AtomicReference<CompletableFuture<Reply>> meanwhile = new AtomicReference<>();
      Statements.after(
          database,
          statement,
          () -> {
            CompletableFuture<Reply> mine = new CompletableFuture<>();
            if (meanwhile.compareAndSet(null, mine)) {
              Thread.startVirtualThread(() -> mine.complete(give(chat, BO_D, other)));
              await().atMost(PATIENCE).until(() -> mine.isDone() || Statements.anyWaits(database));
            }
          });
      assertThat(PlainText.of(give(chat, ASHA_D, one))).doesNotContain("went wrong");
      assertThat(PlainText.of(Objects.requireNonNull(meanwhile.get()).get()))
          .doesNotContain("went wrong");
    }
  }
}
