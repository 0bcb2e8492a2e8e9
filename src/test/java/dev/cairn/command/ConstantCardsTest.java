package dev.cairn.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chat.Account;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConstantCardsTest {
  private static final CommandSpec SPEC = CommandSpec.personal("look", "Looks something up");

  private int made;

  private final Command command =
      ConstantCards.of(
          new Command(
              SPEC,
              invocation -> {
                made++;
                if (invocation.arguments().has("refused")) {
                  throw Refusal.of(Problem.NOT_FOUND, "There is no such thing.");
                }
                return Reply.Card.titled("Card " + made).build();
              }),
          invocation -> !invocation.arguments().has("near"));

  private static Map<String, Value> given(String... options) {
    Map<String, Value> given = new LinkedHashMap<>();
    for (String option : options) {
      given.put(option, new Value.Text("x"));
    }
    return given;
  }

  private Reply ask(String user, boolean moderator, @Nullable String channel, String... options) {
    return command
        .handler()
        .handle(
            new Invocation(
                "id:" + user + made,
                SPEC,
                new Arguments(given(options)),
                new Caller(
                    new Account(Platform.DISCORD, "1", user, user),
                    null,
                    moderator,
                    Locale.ENGLISH,
                    null),
                Instant.EPOCH,
                channel,
                Invocation.Origin.TYPED));
  }

  @Test
  void theSameWordsGetTheSameCardWhoeverAsks() {
    assertThat(ask("asha", false, "general", "name"))
        .isSameAs(ask("ben", false, "elsewhere", "name"));
    assertThat(made).isEqualTo(1);
  }

  @Test
  void whatTheAnswerDependsOnIsToldApart() {
    ask("asha", false, "general", "name", "versus");
    ask("asha", false, "general", "versus", "name");
    ask("asha", false, "general");
    ask("asha", true, "general");
    ask("asha", false, null);
    assertThat(made).isEqualTo(5);
  }

  @Test
  void whatIsPersonalIsMadeEachTime() {
    assertThat(ask("asha", false, "general", "near"))
        .isNotSameAs(ask("asha", false, "general", "near"));
  }

  @Test
  void whatIsRefusedIsRefusedAgain() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> ask("asha", false, "general", "refused"))
          .isInstanceOf(Refusal.class);
    }
    assertThat(made).isEqualTo(2);
  }
}
