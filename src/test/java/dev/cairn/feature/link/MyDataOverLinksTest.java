package dev.cairn.feature.link;

import static dev.cairn.feature.link.Chat.ASHA_D;
import static dev.cairn.feature.link.Chat.ASHA_S;
import static dev.cairn.feature.link.Chat.BO_D;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.Traces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever linked accounts has the data of all of them, and has all of it deleted. */
final class MyDataOverLinksTest {

  @ParameterizedTest
  @EnumSource
  void allAccountsAreMeantOnEitherPlatform(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Chat chat = new Chat(database);
      chat.on(1).say(ASHA_D, "/done note:\"zebrafish here\"");
      chat.on(2).say(ASHA_S, "/done note:\"zebrafish there\"");
      chat.say(ASHA_S, "/blog add url:https://asha.example/zebrafish");
      chat.say(BO_D, "/done note:\"somebody else's\"");
      chat.on(3).tie().link(ASHA_D, ASHA_S);
      Reply.Card export = (Reply.Card) chat.say(ASHA_S, "/mydata export");
      assertThat(export.blocks())
          .filteredOn(Block.File.class::isInstance)
          .hasSize(2)
          .allSatisfy(file ->
              assertThat(((Block.File) file).content())
                  .contains("zebrafish here", "zebrafish there", "https://asha.example/zebrafish")
                  .doesNotContain("somebody else's"));

      chat.press(ASHA_S, Action.of("mydata delete").with("sure", true));

      assertThat(Traces.of(database, "zebrafish")).isEmpty();
      assertThat(Traces.of(database, "sha")).as("asha and Asha").isEmpty();
      assertThat(Traces.of(database, "somebody else's")).isNotEmpty();
      assertThat(chat.streak(ASHA_D)).isZero();
      assertThat(chat.streak(ASHA_S)).isZero();
      assertThat(chat.facts(ASHA_D, "/done")).containsEntry("streak", 1);
      assertThat(chat.streak(ASHA_S)).as("they are linked no more").isZero();
    }
  }
}
