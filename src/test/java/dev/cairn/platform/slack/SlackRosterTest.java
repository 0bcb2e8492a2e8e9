package dev.cairn.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Roster;
import dev.cairn.chat.Roster.Standing;
import dev.cairn.platform.slack.Connected.Mode;
import dev.cairn.platform.slack.standin.ApiAnswer;
import org.junit.jupiter.api.Test;

/** Whom Slack still has in a workspace. */
class SlackRosterTest {

  @Test
  void knowsWhoHasLeft() throws Exception {
    try (Connected connected = new Connected(Mode.SOCKET)) {
      Roster roster = connected.platform.roster();
      assertThat(roster.standing(account("U1"))).isEqualTo(Standing.HERE);
      assertThat(roster.standing(account("UNONE"))).isEqualTo(Standing.GONE);
      connected.slack.answer(
          "users.info",
          ApiAnswer.ok("{\"ok\":true,\"user\":{\"id\":\"U2\",\"deleted\":true}}"),
          ApiAnswer.error("missing_scope"));
      assertThat(roster.standing(account("U2"))).isEqualTo(Standing.GONE);
      assertThat(roster.standing(account("U2"))).isEqualTo(Standing.UNKNOWN);
    }
  }

  private static Account account(String user) {
    return new Account(Platform.SLACK, "T1", user, "somebody");
  }
}
