package dev.cairn.platform.slack.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import dev.cairn.connection.Installation;
import dev.cairn.platform.slack.ConnectedSlack;
import dev.cairn.platform.slack.ConnectedSlack.Mode;
import dev.cairn.platform.slack.InMemoryInstallations;
import dev.cairn.platform.slack.standin.ApiCall;
import dev.cairn.platform.slack.standin.PayloadSender.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Workspaces that install us themselves, by Slack's OAuth v2. */
class SlackInstallationTest {
  private static final URI PUBLIC = URI.create("https://cairn.example.org");

  @Test
  void aWorkspaceInstallsUsAndIsAnsweredWithItsOwnToken() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP, null, PUBLIC)) {
      install(connected);
      Installation kept = connected.installations.find("E7", "T7").orElseThrow();
      assertThat(kept.installedBy()).isEqualTo("U7");
      assertThat(kept.encryptedToken()).doesNotContain("xoxb").isNotBlank();

      mention(connected, "E7", "T7");
      ApiCall answer = connected.slack.nextCall("chat.postMessage");
      assertThat(answer.token()).isEqualTo("xoxb-new");
      assertThat(connected.commands.invocations.getFirst().caller().account().community())
          .isEqualTo("E7.T7");
    }
  }

  @Test
  void aStateIsGoodOnceAndOnlyInTheBrowserThatBeganIt() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP, null, PUBLIC)) {
      Begun begun = begin(connected);
      redirected(connected, begun.state, "slack-app-oauth-state=another");
      redirected(connected, "made-up", begun.cookie);
      assertThat(connected.installations.find("E7", "T7")).isEmpty();
      Begun again = begin(connected);
      assertThat(redirected(connected, again.state, again.cookie)).isEqualTo(200);
      connected.installations.remove("E7", "T7");
      redirected(connected, again.state, again.cookie);
      assertThat(connected.installations.find("E7", "T7")).isEmpty();
    }
  }

  @Test
  void whatSlackHandsOutATokenForIsNotLogged() throws Exception {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP, null, PUBLIC)) {
      assertThat(redirected(connected, "made-up", begin(connected).cookie)).isEqualTo(200);
    } finally {
      root.detachAppender(log);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains("an installation was not begun in the browser that came back from it")
        .noneMatch(message -> message.contains("code=given"));
  }

  @Test
  void aWorkspaceThatUninstallsUsIsForgotten() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP, null, PUBLIC)) {
      install(connected);
      JsonObject gone = connected.payloads.event("{'type':'app_uninstalled'}");
      gone.addProperty("team_id", "T7");
      gone.addProperty("enterprise_id", "E7");
      connected.sender.send(Kind.EVENTS_API, gone);
      connected.platform.close();
      assertThat(connected.installations.find("E7", "T7")).isEmpty();
    }
  }

  @Test
  void whoIsNotInstalledIsToldSoWhereNoTokenIsNeeded() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP, null, PUBLIC)) {
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("topic"));
      connected.platform.close();
      assertThat(connected.slack.otherCalls())
          .singleElement()
          .satisfies(told -> {
            assertThat(told.method()).startsWith("response_url/");
            assertThat(told.json().get("text").getAsString())
                .startsWith("I am not installed in this workspace");
          });
      assertThat(connected.commands.invocations).isEmpty();
    }
  }

  @Test
  void whoUsesUsWithAnotherTokenKeyIsTold() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP, null, PUBLIC)) {
      String encrypted =
          new TokenCipher("BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=")
              .encrypted("xoxb-1", "/T1");
      connected.installations.save(
          new Installation(null, "T1", null, "UBOT", encrypted, "", "U1", ConnectedSlack.NOW));
      ApiCall told = connected.give("topic");
      assertThat(told.method()).startsWith("response_url/");
      assertThat(told.json().get("text").getAsString()).contains("token key");
    }
  }

  @Test
  void aTokenOfAMembersOwnThatIsTakenBackUninstallsNothing() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP, null, PUBLIC)) {
      install(connected);
      revoke(connected, "{'oauth':['U7'],'bot':[]}");
      revoke(connected, "{'oauth':['U7']}");
      mention(connected, "E7", "T7");
      assertThat(connected.slack.nextCall("chat.postMessage").token()).isEqualTo("xoxb-new");
      revoke(connected, "{'bot':['UBOT']}");
      connected.platform.close();
      assertThat(connected.installations.find("E7", "T7")).isEmpty();
    }
  }

  private static void revoke(ConnectedSlack connected, String tokens) throws Exception {
    JsonObject revoked =
        connected.payloads.event("{'type':'tokens_revoked','tokens':" + tokens + "}");
    revoked.addProperty("team_id", "T7");
    revoked.addProperty("enterprise_id", "E7");
    connected.sender.send(Kind.EVENTS_API, revoked);
  }

  @Test
  void aTokenIsOpenedOnlyForItsOwnWorkspace() {
    TokenCipher cipher = new TokenCipher("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    String encrypted = cipher.encrypted("xoxb-1", "E1/T1");
    assertThat(cipher.decrypted(encrypted, "E1/T1")).isEqualTo("xoxb-1");
    assertThatThrownBy(() -> cipher.decrypted(encrypted, "E2/T1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("xoxb");
  }

  /** Slack names the workspace that shares the channel, and ours only in the authorization. */
  @Test
  void aMentionInAChannelThatAnotherWorkspaceSharesIsAnsweredFromOurs() throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(Mode.HTTP, null, PUBLIC)) {
      install(connected);
      mention(connected, "E8", "T8");
      assertThat(connected.slack.nextCall("chat.postMessage").token()).isEqualTo("xoxb-new");
      assertThat(connected.commands.invocations.getFirst().caller().account().community())
          .isEqualTo("E7.T7");
    }
  }

  @Test
  void anOrganisationThatShutsUsOutIsForgottenAndItsWorkspacesWithIt() {
    InMemoryInstallations store = new InMemoryInstallations();
    InstalledWorkspaces workspaces =
        new InstalledWorkspaces(
            store, new TokenCipher("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    for (String team : new @Nullable String[] {null, "T2"}) {
      workspaces.save(
          new Installation("E9", team, null, "UBOT", "", "", "U1", ConnectedSlack.NOW), "xoxb-9");
    }
    workspaces.shutOut(workspaces.find("E9", "T2").orElseThrow(), "token_revoked");
    assertThat(workspaces.find("E9", "T1")).isPresent();
    workspaces.shutOut(workspaces.find("E9", "T1").orElseThrow(), "token_revoked");
    assertThat(workspaces.find("E9", "T1")).isEmpty();
    assertThat(workspaces.find("E9", "T2")).isEmpty();
  }

  private static void mention(ConnectedSlack connected, String enterprise, String team)
      throws Exception {
    JsonObject event =
        connected.payloads.event(
            "{'type':'app_mention','user':'U7','text':'<@UBOT> topic"
                + " 5','ts':'1767000000.000200','channel':'C7'}");
    event.addProperty("team_id", team);
    event.addProperty("enterprise_id", enterprise);
    JsonObject authorization = event.getAsJsonArray("authorizations").get(0).getAsJsonObject();
    authorization.addProperty("team_id", "T7");
    authorization.addProperty("enterprise_id", "E7");
    connected.sender.send(Kind.EVENTS_API, event);
  }

  private record Begun(String state, String cookie) {}

  private static void install(ConnectedSlack connected) throws Exception {
    Begun begun = begin(connected);
    assertThat(redirected(connected, begun.state, begun.cookie)).isEqualTo(200);
    assertThat(connected.slack.nextCall("oauth.v2.access").parameter("code")).isEqualTo("given");
  }

  private static Begun begin(ConnectedSlack connected) throws Exception {
    HttpResponse<String> page = get(connected, "/slack/install", Map.of());
    Matcher state = Pattern.compile("state=([\\w-]+)").matcher(page.body() + page.headers().map());
    assertThat(state.find()).as(page.body()).isTrue();
    List<String> cookies = page.headers().allValues("set-cookie");
    assertThat(cookies).isNotEmpty();
    return new Begun(state.group(1), cookies.getFirst().replaceFirst(";.*", ""));
  }

  private static int redirected(ConnectedSlack connected, String state, String cookie)
      throws Exception {
    return get(
            connected, "/slack/oauth_redirect?code=given&state=" + state, Map.of("Cookie", cookie))
        .statusCode();
  }

  private static HttpResponse<String> get(
      ConnectedSlack connected, String path, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(connected.url(path));
    headers.forEach(request::header);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
