package dev.cairn.platform.slack.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Value;
import dev.cairn.connection.InstallationCheck.Finding;
import dev.cairn.connection.InstallationCheck.Gravity;
import dev.cairn.connection.InstallationCheck.Posts;
import dev.cairn.platform.slack.ConnectedSlack;
import dev.cairn.platform.slack.ConnectedSlack.Mode;
import dev.cairn.platform.slack.standin.ApiAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What keeps us from working in a workspace, and how to mend it. */
class SlackInstallationCheckTest {
  private static final String IDENTITY = "{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"UBOT\"}";

  @Test
  void saysThatAllIsWellWhereItIs() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      granted(connected, String.join(",", SlackScopes.BOT));
      assertThat(examine(connected)).extracting(Finding::gravity).containsExactly(Gravity.FINE);
      connected.slack.answer("conversations.history", ApiAnswer.error("not_in_channel"));
      assertThat(examine(connected))
          .as("public, and Slack does not tell the scopes")
          .extracting(Finding::gravity)
          .containsExactly(Gravity.FINE);
    }
  }

  @Test
  void namesTheScopesThatAreMissing() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      granted(connected, "commands, chat:write");
      assertThat(examine(connected))
          .hasSize(SlackScopes.BOT.size() - 2)
          .anySatisfy(finding -> {
            assertThat(finding.what()).contains("pins:write", "pin the topic of the day");
            assertThat(finding.remedy()).contains("manifest");
          });
    }
  }

  @Test
  void namesAChannelThatIsHidden() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      connected.slack.answer("conversations.history", ApiAnswer.error("channel_not_found"));
      Finding hidden = examine(connected).getFirst();
      assertThat(hidden.gravity()).isEqualTo(Gravity.BROKEN);
      assertThat(hidden.remedy()).contains("/invite");
    }
  }

  @Test
  void saysThatWeAreLetInNoLonger() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      connected.slack.answer("auth.test", ApiAnswer.error("token_revoked"));
      Finding out = examine(connected).getFirst();
      assertThat(out.gravity()).isEqualTo(Gravity.BROKEN);
      assertThat(out.remedy()).contains("Install me again");
    }
  }

  @Test
  void tellsWhatKeepsTheDailyPostFromAChannel() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      granted(connected, "commands,chat:write");
      assertThat(obstacles(connected, false)).isEmpty();
      granted(connected, "commands,chat:write");
      assertThat(obstacles(connected, true))
          .extracting(Finding::what)
          .singleElement()
          .asString()
          .contains("pins:write");
      connected.slack.answer("conversations.join", ApiAnswer.error("channel_not_found"));
      assertThat(obstacles(connected, false).getFirst().remedy()).contains("/invite");
      connected.slack.answer("conversations.join", ApiAnswer.error("is_archived"));
      assertThat(obstacles(connected, false).getFirst().what()).contains("archived");
      connected.slack.answer(
          "conversations.join", ApiAnswer.error("method_not_supported_for_channel_type"));
      assertThat(obstacles(connected, false)).as("a private channel that we are in").isEmpty();
      connected.slack.answer("conversations.join", ApiAnswer.down());
      assertThat(obstacles(connected, false)).as("Slack does not tell").isEmpty();
    }
  }

  @Test
  void tellsThatAUserGroupWasNotPickedFromSlacksList() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      for (String id : List.of("readers", "S0READERS")) {
        granted(connected, "commands,chat:write");
        List<Finding> found =
            connected
                .platform
                .installationCheck()
                .orElseThrow()
                .obstacles("T1", new Posts("C1", true, false, new Value.Role(id, "readers")));
        if (id.equals("S0READERS")) {
          assertThat(found).isEmpty();
        } else {
          assertThat(found)
              .singleElement()
              .satisfies(finding -> {
                assertThat(finding.what()).contains("no user group @readers");
                assertThat(finding.remedy()).contains("pick the group");
              });
        }
      }
    }
  }

  @Test
  void tellsThatAUserGroupIsThereNoLonger() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.SOCKET)) {
      Value.Role readers = new Value.Role("S0READERS", "readers");
      granted(connected, "commands,chat:write");
      connected.slack.answer("usergroups.list", groups("S0READERS"));
      assertThat(obstacles(connected, readers)).isEmpty();
      granted(connected, "commands,chat:write");
      connected.slack.answer("usergroups.list", groups("S0WRITERS"));
      assertThat(obstacles(connected, readers))
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.what()).isEqualTo("The user group @readers is there no longer.");
            assertThat(finding.remedy()).contains("ping in daily set");
          });
      granted(connected, "commands,chat:write");
      connected.slack.answer("usergroups.list", ApiAnswer.error("missing_scope"));
      assertThat(obstacles(connected, readers)).as("installed before we asked for it").isEmpty();
    }
  }

  private static ApiAnswer groups(String id) {
    return ApiAnswer.ok("{\"ok\":true,\"usergroups\":[{\"id\":\"%s\"}]}".formatted(id));
  }

  private static List<Finding> obstacles(ConnectedSlack connected, Value.Role ping) {
    return connected
        .platform
        .installationCheck()
        .orElseThrow()
        .obstacles("T1", new Posts("C1", true, false, ping));
  }

  private static List<Finding> obstacles(ConnectedSlack connected, boolean pin) {
    return connected
        .platform
        .installationCheck()
        .orElseThrow()
        .obstacles("T1", new Posts("C1", true, pin, null));
  }

  private static void granted(ConnectedSlack connected, String scopes) {
    connected.slack.answer(
        "auth.test", new ApiAnswer(200, Map.of("x-oauth-scopes", scopes), IDENTITY));
  }

  private static List<Finding> examine(ConnectedSlack connected) {
    return connected.platform.installationCheck().orElseThrow().examine("T1", "C1");
  }
}
