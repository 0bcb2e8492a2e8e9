package dev.cairn.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Permission;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.ReplyControl;
import dev.cairn.platform.local.Turn;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShareableTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private static List<String> actions(Turn turn) {
    return turn.offers().stream().map(offer -> offer.action().toString()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "role",
        "role name:mlops-engineer",
        "roadmap",
        "certification level:advanced",
        "resource about:books",
        "search query:drift",
        "help",
        "help command:done"
      })
  void whatIsLookedUpIsPrivateUntilItIsShared(String line) {
    Turn asked = lab.say("asha", "/" + line);
    assertThat(asked.audience()).isEqualTo(Audience.CALLER);
    assertThat(asked.offers().getLast().label()).isEqualTo("Share");
    Turn shared = lab.press("asha", asked.offers().getLast().action().toString());
    assertThat(shared.audience()).isEqualTo(Audience.EVERYONE);
    assertThat(shared.text()).isEqualTo(asked.text());
    assertThat(shared.offers()).extracting(ReplyControl::label).doesNotContain("Share");
  }

  @Test
  void whoeverLeafsThroughWhatTheySharedKeepsItShared() {
    lab.say("asha", "/resource");
    Turn shared = lab.press("asha", "resource share:true");
    Turn next = lab.press("asha", "resource page:2 share:true");
    assertThat(actions(shared)).contains("resource page:2 share:true");
    assertThat(next.audience()).isEqualTo(Audience.EVERYONE);
    assertThat(next.offers()).extracting(ReplyControl::label).doesNotContain("Share");
  }

  @Test
  void helpBeginsWithFourCommandsAndLeadsToAllOthersByTheme() {
    Turn start = lab.say("asha", "/help");
    assertThat(start.text())
        .contains("/topic", "/done", "/streak", "/group list")
        .hasSizeLessThan(400);
    StringBuilder all = new StringBuilder();
    actions(start).stream()
        .filter(action -> action.startsWith("help theme:"))
        .filter(action -> !action.contains("share"))
        .forEach(action -> all.append(lab.press("asha", action).text()));
    assertThat(lab.cairn().dialogue().registry().specs())
        .filteredOn(spec -> spec.permission() == Permission.MEMBER)
        .extracting(CommandSpec::usage)
        .allSatisfy(usage -> assertThat(all).contains(usage + " –"));
    assertThat(all).doesNotContain("/daily set");
    assertThat(lab.press("asha", "help theme:moderation").text()).doesNotContain("/daily set");
    lab.moderate("mod", "/help");
    assertThat(lab.moderatorPresses("mod", "help theme:moderation").text()).contains("/daily set");
  }
}
