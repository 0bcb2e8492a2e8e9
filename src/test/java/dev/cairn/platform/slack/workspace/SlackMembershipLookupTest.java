package dev.cairn.platform.slack.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.connection.MembershipLookup;
import dev.cairn.connection.MembershipLookup.Standing;
import dev.cairn.platform.slack.ConnectedSlack;
import dev.cairn.platform.slack.ConnectedSlack.Mode;
import dev.cairn.platform.slack.standin.ApiAnswer;
import org.junit.jupiter.api.Test;

/** Whom Slack still has in a workspace. */
class SlackMembershipLookupTest {

  @Test
  void knowsWhoHasLeft() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      MembershipLookup membershipLookup = connected.platform.membershipLookup().orElseThrow();
      assertThat(membershipLookup.standing(account("U1"))).isEqualTo(Standing.HERE);
      assertThat(membershipLookup.standing(account("UNONE"))).isEqualTo(Standing.GONE);
      connected.slack.answer(
          "users.info",
          ApiAnswer.ok("{\"ok\":true,\"user\":{\"id\":\"U2\",\"deleted\":true}}"),
          ApiAnswer.error("missing_scope"));
      assertThat(membershipLookup.standing(account("U2"))).isEqualTo(Standing.GONE);
      assertThat(membershipLookup.standing(account("U2"))).isEqualTo(Standing.UNKNOWN);
    }
  }

  private static Account account(String user) {
    return new Account(Platform.SLACK, "T1", user, "somebody");
  }
}
