package dev.cairn.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.platform.discord.api.Snowflake;
import dev.cairn.platform.discord.standin.UserInteraction;
import dev.cairn.platform.discord.standin.UserInteraction.OnMember;
import dev.cairn.platform.discord.standin.UserInteraction.PickMember;
import dev.cairn.platform.discord.standin.UserInteraction.Press;
import dev.cairn.platform.discord.standin.UserInteraction.Slash;
import dev.cairn.platform.discord.standin.UserInteraction.Submit;
import dev.cairn.platform.discord.standin.UserInteraction.Typing;
import dev.cairn.platform.discord.standin.World;
import dev.cairn.testkit.SampleReplies;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real JDA in conversation with the stand-in, while all is well. */
class DiscordConversationTest extends ConnectedTest {
  private static final int REPLY = 4;
  private static final int UPDATE = 7;
  private static final int MODAL = 9;

  @Test
  void asksForNoMoreThanGuildsAndMessagesWithoutTheirWords() {
    assertThat(connected.discord.gatewayLog()).contains("intents " + (1 | 1 << 9 | 1 << 12));
  }

  @Test
  void registersWhatTheSpecsSay() {
    JsonNode commands = connected.discord.commands();
    assertThat(commands.findValuesAsText("name")).contains("echo", "group", "purge", "milestone");
    assertThat(command("echo").path("options"))
        .extracting(option -> option.path("name").asText() + option.path("type").asInt())
        .containsExactly(
            "text3", "whole4", "choice3", "flag5", "date3", "member6", "channel7", "url3", "role8");
    assertThat(command("echo").path("contexts")).extracting(JsonNode::asInt).containsExactly(0);
    assertThat(command("echo").path("integration_types"))
        .extracting(JsonNode::asInt)
        .containsExactly(0);
    assertThat(command("find").path("options"))
        .allMatch(option -> option.path("autocomplete").asBoolean());
    assertThat(command("group").path("default_member_permissions").isNull()).isTrue();
    assertThat(command("milestone").path("default_member_permissions").asText()).isEqualTo("32");
  }

  @Test
  void readsEveryKindOfOption() throws InterruptedException {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("text", "two words");
    options.put("whole", 12);
    options.put("choice", "week");
    options.put("flag", true);
    options.put("date", "2026-01-31");
    options.put("member", World.BEN);
    options.put("channel", "#" + World.GENERAL);
    options.put("url", "https://example.org/");
    options.put("role", "&" + World.REWARD);
    JsonNode callback = slash(World.ASHA, "echo", options);
    assertThat(callback.path("type").asInt()).isEqualTo(REPLY);
    assertThat(ConnectedDiscord.isEphemeral(callback.path("data"))).isFalse();
    assertThat(ConnectedDiscord.read(callback))
        .contains(
            "text=two words whole=12 choice=week flag=true date=2026-01-31 member=@1002"
                + " channel=#700 url=https://example.org/ role=903 name=Ben");
  }

  @Test
  void tellsTheCoreWhoAskedWhereAndWhen() throws InterruptedException {
    connected.fixture.seen.clear();
    String token =
        connected.discord.interact(
            new Slash(World.MODERATOR, "echo", Map.of()), Instant.now().minusSeconds(60));
    connected.discord.awaitCallback(token);
    Invocation invocation =
        Objects.requireNonNull(connected.fixture.seen.poll(20, TimeUnit.SECONDS));
    assertThat(invocation.id()).isEqualTo("discord:" + token.substring("token-".length()));
    assertThat(invocation.caller().account().community()).isEqualTo(World.GUILD);
    assertThat(invocation.caller().account().name()).isEqualTo("Mo");
    assertThat(invocation.caller().communityName()).isEqualTo("Lab");
    assertThat(invocation.caller().moderator()).isTrue();
    assertThat(invocation.caller().locale().getLanguage()).isEqualTo("de");
    assertThat(invocation.channel()).isEqualTo(World.GENERAL);
    assertThat(invocation.at())
        .isEqualTo(Snowflake.instant(Long.parseLong(token.substring("token-".length()))));
    assertThat(invocation.origin()).isEqualTo(Invocation.Origin.TYPED);
  }

  static Stream<String> samples() {
    return SampleReplies.all(SampleReplies.ON_DISCORD).keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sendsEveryKindOfReply(String name) throws InterruptedException {
    String token =
        connected.discord.interact(new Slash(World.ASHA, "sample", Map.of("name", name)));
    var request = connected.discord.await("POST", "/interactions/[0-9]+/" + token + "/callback");
    JsonNode attachments = request.body().path("data").path("attachments");
    assertThat(request.files().keySet())
        .containsExactlyElementsOf(attachments.findValuesAsText("filename"));
  }

  @Test
  void decidesFromTheSpecWhoSeesTheAnswer() throws InterruptedException {
    assertThat(ephemeral("streak", Map.of())).isFalse();
    assertThat(ephemeral("streak", Map.of("why", true))).isTrue();
    assertThat(ephemeral("settings", Map.of())).isTrue();
    assertThat(ephemeral("refuse", Map.of())).isTrue();
    assertThat(ephemeral("broken", Map.of())).isTrue();
    assertThat(ephemeral("echo", Map.of("date", "tomorrow"))).isTrue();
  }

  @Test
  void checksThePermissionItself() throws InterruptedException {
    JsonNode refused = slash(World.ASHA, "group purge", Map.of());
    assertThat(ConnectedDiscord.read(refused)).contains("is for moderators");
    assertThat(ConnectedDiscord.read(slash(World.MODERATOR, "group purge", Map.of())))
        .contains("Purged");
    assertThat(ConnectedDiscord.read(slash(World.OWNER, "group purge", Map.of())))
        .contains("Purged");
    assertThat(ConnectedDiscord.read(slash(World.ASHA, "group show", Map.of())))
        .contains("Night owls");
  }

  @Test
  void completesWhatIsTyped() throws InterruptedException {
    JsonNode choices = typing("find", "query", "dri");
    assertThat(choices).hasSize(25);
    assertThat(choices.path(0).path("name").asText()).isEqualTo("For Asha: dri0");
    assertThat(choices.path(0).path("value").asText()).isEqualTo("dri0");
    assertThat(choices.path(24).path("name").asText()).endsWith("…");
    assertThat(typing("find", "query", "fail")).isEmpty();
    assertThat(typing("find", "day", "number 33").path(0).path("value").asText()).isEqualTo("d33");
    assertThat(typing("find", "nonsense", "x")).isEmpty();
    assertThat(typing("nonsense", "query", "x")).isEmpty();
  }

  @Test
  void aButtonOfACommandThatIsNoMoreIsRefusedPrivately() throws InterruptedException {
    JsonNode board = sample("leaderboard-narrow");
    JsonNode answer = press(World.ASHA, ConnectedDiscord.customId(board, "Groups"));
    assertThat(answer.path("type").asInt()).isEqualTo(REPLY);
    assertThat(ConnectedDiscord.isEphemeral(answer.path("data"))).isTrue();
    assertThat(ConnectedDiscord.read(answer)).contains("There is no command `/leaderboard`");
  }

  @Test
  void aFormButtonOpensItsFormForWhoeverPresses() throws InterruptedException {
    JsonNode pressed = press(World.BEN, "1f~~~note,minutes|Your day|form minutes:30");
    assertThat(pressed.path("type").asInt()).isEqualTo(MODAL);
    assertThat(pressed.path("data").path("title").asText()).isEqualTo("Your day");
    assertThat(pressed.findValuesAsText("value")).containsExactly("30");
  }

  @Test
  void anUpdateTakesThePlaceForItsOwnerAndIsPrivateForOthers() throws InterruptedException {
    String id =
        "1u~" + Long.toString(Long.parseLong(World.ASHA.id()), 36) + "~~echo whole:2 page:2";
    JsonNode own = press(World.ASHA, id);
    assertThat(own.path("type").asInt()).isEqualTo(UPDATE);
    assertThat(ConnectedDiscord.read(own)).contains("whole=2 page=2");

    connected.fixture.seen.clear();
    JsonNode others = press(World.BEN, id);
    assertThat(others.path("type").asInt()).isEqualTo(REPLY);
    assertThat(ConnectedDiscord.isEphemeral(others.path("data"))).isTrue();
    assertThat(ConnectedDiscord.read(others)).contains("whole=2 page=2");
    assertThat(Objects.requireNonNull(connected.fixture.seen.poll()).origin())
        .isEqualTo(new Invocation.Origin.Pressed(Effect.UPDATE, false));
  }

  @Test
  void aPickAddsItsValue() throws InterruptedException {
    String token =
        connected.discord.interact(
            new Press(World.ASHA, "1R~~~choice|echo whole:3", List.of("month"), false));
    assertThat(ConnectedDiscord.read(connected.discord.awaitCallback(token)))
        .contains("whole=3 choice=month");
  }

  @Test
  void aPressMayNameAMemberWhomDiscordMustBeAsked() throws InterruptedException {
    assertThat(ConnectedDiscord.read(press(World.ASHA, "1r~~~echo member:@1002")))
        .contains("name=Ben");
  }

  @Test
  void aCommandInATextCanBePressed() throws InterruptedException {
    String id = command("echo").path("id").asText();
    assertThat(id).matches("[0-9]+");
    assertThat(slash(World.ASHA, "ehco", Map.of()).toString()).contains("</echo:" + id + ">");
    String group = command("group").path("id").asText();
    assertThat(slash(World.MODERATOR, "help", Map.of("command", "group")).toString())
        .contains("</group show:" + group + ">", "</group purge:" + group + ">");
  }

  @Test
  void asksWithAModalAndTakesWhatIsSent() throws InterruptedException {
    JsonNode offer = slash(World.ASHA, "form", Map.of());
    JsonNode modal = press(World.ASHA, ConnectedDiscord.customId(offer, "Tell"));
    assertThat(modal.path("type").asInt()).isEqualTo(MODAL);
    assertThat(modal.path("data").path("title").asText()).isEqualTo("Your day");
    String id = modal.path("data").path("custom_id").asText();
    JsonNode answer = submit(id, Map.of("note", "read about drift", "minutes", ""));
    assertThat(ConnectedDiscord.read(answer))
        .contains("note=read about drift")
        .doesNotContain("minutes");
    assertThat(connected.fixture.seen.stream().map(Invocation::origin))
        .contains(Invocation.Origin.SUBMITTED);
  }

  @Test
  void aFormForModeratorsIsNotShownToWhoMayNotSendIt() throws InterruptedException {
    String id = "1f~~~note|Rules|rules";
    assertRefused(press(World.ASHA, id), "is for moderators");
    assertThat(press(World.MODERATOR, id).path("type").asInt()).isEqualTo(MODAL);
    assertRefused(press(World.MODERATOR, "1f~~~gone|Rules|rules"), "older version");
  }

  @Test
  void aWrongValueInAFormCanBeMendedWithoutTypingAgain() throws InterruptedException {
    JsonNode refused = submit("1s~~~form", Map.of("note", "drift", "minutes", "many"));
    assertThat(ConnectedDiscord.read(refused)).contains("`minutes` takes a whole number");
    JsonNode again = press(World.ASHA, ConnectedDiscord.customId(refused, "Try again"));
    assertThat(again.path("type").asInt()).isEqualTo(MODAL);
    assertThat(again.findValuesAsText("value")).contains("drift", "many");
  }

  @Test
  void aFormTakesMembersAndChoices() throws InterruptedException {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("member", "@1002");
    values.put("choice", "=week");
    assertThat(ConnectedDiscord.read(submit("1s~~~echo", values)))
        .contains("member=@1002 choice=week name=Ben");
  }

  @Test
  void aButtonInADirectMessageKnowsItsCommunity() throws InterruptedException {
    connected.fixture.seen.clear();
    String id = "1r~~" + Long.toString(Long.parseLong(World.GUILD), 36) + "~echo whole:4";
    String token = connected.discord.interact(new Press(World.ASHA, id, List.of(), true));
    assertThat(ConnectedDiscord.read(connected.discord.awaitCallback(token))).contains("whole=4");
    Invocation invocation = Objects.requireNonNull(connected.fixture.seen.poll());
    assertThat(invocation.caller().account().community()).isEqualTo(World.GUILD);
    assertThat(invocation.caller().moderator()).isFalse();
  }

  @Test
  void withoutACommunityAMemberIsSentToIt() throws InterruptedException {
    String token = connected.discord.interact(new Press(World.ASHA, "1r~~~echo", List.of(), true));
    assertThat(ConnectedDiscord.read(connected.discord.awaitCallback(token)))
        .contains("in your community's channels");
  }

  @Test
  void aButtonOfAnotherVersionIsExplained() throws InterruptedException {
    for (String id : List.of("9r~~~echo", "somebody-elses", "1r~~~echo gone:1", "1r~~~vanished")) {
      JsonNode answer = press(World.ASHA, id);
      assertThat(ConnectedDiscord.isEphemeral(answer.path("data"))).as(id).isTrue();
      assertThat(ConnectedDiscord.read(answer))
          .as(id)
          .containsAnyOf("older version", "There is no command");
    }
  }

  @Test
  void whatWeNeverHadIsExplainedPrivately() throws InterruptedException {
    assertRefused(
        connected.discord.awaitCallback(
            connected.discord.interact(new PickMember(World.ASHA, "1r~~~echo", World.BEN))),
        "older version");
    assertRefused(
        connected.discord.awaitCallback(
            connected.discord.interact(new OnMember(World.ASHA, "Streak", World.BEN))),
        "older version");
  }

  @Test
  void aCommandThatDiscordStillShowsIsExplainedPrivately() throws InterruptedException {
    assertRefused(slash(World.ASHA, "ehco", Map.of()), "Did you mean /echo?");
    assertRefused(slash(World.ASHA, "echo", Map.of("texts", "x")), "Did you mean `text`?");
    assertRefused(slash(World.ASHA, "echo", Map.of("page", "2")), "has no option `page`");
    assertRefused(slash(World.ASHA, "echo_2 again", Map.of()), "There is no command");
    assertThat(typing("echo_2", "text", "x")).isEmpty();
  }

  private static void assertRefused(JsonNode answer, String says) {
    assertThat(ConnectedDiscord.isEphemeral(answer.path("data"))).isTrue();
    assertThat(ConnectedDiscord.read(answer)).contains(says);
  }

  @Test
  void answersWhereOnlyItsCommandsAre() throws InterruptedException {
    connected.fixture.seen.clear();
    Slash away = new Slash(World.ASHA, "echo", Map.of("whole", 3));
    String token = connected.discord.interact(new UserInteraction.Away(away));
    assertThat(ConnectedDiscord.read(connected.discord.awaitCallback(token))).contains("whole=3");
    Invocation invocation = Objects.requireNonNull(connected.fixture.seen.poll());
    assertThat(invocation.caller().account().community()).isEqualTo(UserInteraction.AWAY);
    assertThat(invocation.caller().moderator()).isFalse();
  }

  @Test
  void aButtonFromBeforeARestartStillWorks() throws IOException, InterruptedException {
    String id =
        ConnectedDiscord.customId(sample("every-control"), "Primary").replace("done", "echo");
    try (ConnectedDiscord restarted = ConnectedDiscord.open(ConnectedDiscord.PATIENT)) {
      String token = restarted.discord.interact(Press.button(World.ASHA, id));
      assertThat(ConnectedDiscord.read(restarted.discord.awaitCallback(token))).contains("Echo");
    }
  }

  private JsonNode command(String name) {
    for (JsonNode command : connected.discord.commands()) {
      if (command.path("name").asText().equals(name)) {
        return command;
      }
    }
    throw new AssertionError("not registered: " + name);
  }

  private JsonNode slash(World.User by, String command, Map<String, Object> options)
      throws InterruptedException {
    return answer(new Slash(by, command, options));
  }

  private boolean ephemeral(String command, Map<String, Object> options)
      throws InterruptedException {
    return ConnectedDiscord.isEphemeral(slash(World.ASHA, command, options).path("data"));
  }

  private JsonNode sample(String name) throws InterruptedException {
    return slash(World.ASHA, "sample", Map.of("name", name)).path("data");
  }

  private JsonNode typing(String command, String option, String typed) throws InterruptedException {
    return answer(new Typing(World.ASHA, command, option, typed)).path("data").path("choices");
  }

  private JsonNode press(World.User by, String id) throws InterruptedException {
    return answer(Press.button(by, id));
  }

  private JsonNode submit(String id, Map<String, String> values) throws InterruptedException {
    return answer(new Submit(World.ASHA, id, values));
  }

  private JsonNode answer(UserInteraction interaction) throws InterruptedException {
    return connected.answer(interaction);
  }
}
