package dev.cairn.platform.slack.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cairn.platform.slack.ConnectedSlack;
import dev.cairn.platform.slack.ConnectedSlack.Mode;
import dev.cairn.platform.slack.api.ResponseUrl;
import dev.cairn.platform.slack.standin.ApiAnswer;
import dev.cairn.platform.slack.standin.ApiCall;
import dev.cairn.platform.slack.standin.PayloadSender.Kind;
import dev.cairn.platform.slack.standin.Payloads;
import dev.cairn.platform.slack.standin.SlackSchemas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However Slack refuses, the member gets an answer; in both modes. */
class SlackFailuresTest {
  private static final String MENTION =
      "{'type':'app_mention','user':'U1','text':'<@UBOT> topic"
          + " 5','ts':'1767000000.000200','channel':'C1'}";

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatIsLimitedWaitsAsLongAsSlackAsks(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.slack.answer("response_url", ApiAnswer.limited(7));
      connected.give("topic 12");
      assertThat(ConnectedSlack.shown(connected.slack.nextCall())).contains("Day 12");
      connected.slack.answer("chat.postMessage", ApiAnswer.limited(11));
      connected.event(MENTION);
      connected.slack.nextCall("chat.postMessage");
      assertThat(ConnectedSlack.shown(connected.slack.nextCall("chat.postMessage")))
          .contains("Day 5");
      assertThat(connected.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(11));
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whenSlackIsDownWeComeBack(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.slack.answer("response_url", ApiAnswer.down(), ApiAnswer.down());
      connected.give("topic 12");
      connected.slack.nextCall();
      assertThat(ConnectedSlack.shown(connected.slack.nextCall())).contains("Day 12");
      assertThat(connected.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aSpentResponseUrlGivesWayToTheChannel(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.slack.answer("response_url", ApiAnswer.refused(404, "expired_url"));
      connected.give("topic 12");
      ApiCall post = connected.slack.nextCall("chat.postMessage");
      assertThat(post.parameter("channel")).isEqualTo("C1");
      assertThat(ConnectedSlack.shown(post)).contains("Day 12");

      connected.slack.answer("response_url", ApiAnswer.refused(404, "used_url"));
      connected.give("note hello");
      ApiCall privately = connected.slack.nextCall("chat.postEphemeral");
      assertThat(privately.parameter("user")).isEqualTo("U1");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aPictureThatCannotBeDrawnIsToldInWords(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("unpainted"));
      ApiCall call = connected.slack.nextCall();
      while (call.method().startsWith("files.")) {
        call = connected.slack.nextCall();
      }
      assertThat(ConnectedSlack.shown(call)).contains("Your streak", "Five days in a row.");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aResponseUrlIsUsedFiveTimesAndNoMore(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      List<ApiCall> calls = new ArrayList<>(List.of(connected.give("huge")));
      while (!ConnectedSlack.shown(calls.getLast()).contains("the end")) {
        calls.add(connected.slack.nextCall());
      }
      assertThat(calls).hasSizeGreaterThan(ResponseUrl.USES);
      for (int i = 0; i < calls.size(); i++) {
        assertThat(calls.get(i).method())
            .startsWith(i < ResponseUrl.USES ? "response_url/" : "chat.postMessage");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aResponseUrlIsNotUsedAfterHalfAnHour(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("wait"));
      connected.commands.waiting.await();
      connected.now = ConnectedSlack.NOW.plus(Duration.ofMinutes(30));
      connected.commands.mayFinish.countDown();
      assertThat(ConnectedSlack.shown(connected.slack.nextCall("chat.postMessage")))
          .contains("At last.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"is_archived", "not_in_channel", "channel_not_found"})
  void whereTheChannelIsClosedToUsTheAnswerComesPrivately(String code) throws Exception {
    for (Mode mode : Mode.values()) {
      try (ConnectedSlack connected = new ConnectedSlack(mode)) {
        connected.slack.answer("chat.postMessage", ApiAnswer.error(code));
        connected.event(MENTION);
        assertThat(connected.slack.nextCall("chat.postMessage").parameter("channel"))
            .isEqualTo("C1");
        connected.slack.nextCall("conversations.open");
        ApiCall direct = connected.slack.nextCall("chat.postMessage");
        assertThat(direct.parameter("channel")).isEqualTo("DU1");
        assertThat(ConnectedSlack.shown(direct)).contains("Day 5");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whoseProfileIsNotToBeHadIsAnsweredAllTheSame(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.slack.answer("users.info", ApiAnswer.error("user_not_found"));
      assertThat(ConnectedSlack.shown(connected.give("topic 12"))).contains("Day 12");
      assertThat(connected.commands.invocations.getFirst().caller().account().name())
          .isEqualTo("handle");
      assertThat(connected.commands.invocations.getFirst().caller().moderator()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void nobodyWaitsForAProfileInABusyWorkspace(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.slack.answer("users.info", ApiAnswer.limited(30));
      assertThat(ConnectedSlack.shown(connected.give("topic 12"))).contains("Day 12");
      assertThat(connected.pauses).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aRevokedTokenIsAnsweredWhereNoneIsNeeded(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.slack.answer("users.info", ApiAnswer.error("token_revoked"));
      ApiCall answer = connected.give("topic 12");
      assertThat(answer.method()).startsWith("response_url/");
      assertThat(answer.json().get("text").getAsString())
          .contains("Slack does not let me into this workspace any more");
      assertThat(connected.platform.refusal()).as("for /health").contains("token_revoked");

      connected.slack.answer("chat.postMessage", ApiAnswer.error("token_revoked"));
      connected.slack.answer("conversations.open", ApiAnswer.error("token_revoked"));
      connected.event(MENTION);
      connected.slack.nextCall("chat.postMessage");
      connected.slack.nextCall("conversations.open");
      assertThat(ConnectedSlack.shown(connected.give("topic 13"))).contains("Day 13");
      connected.platform.close();
      assertThat(connected.meters.counter("cairn.slack.undelivered").count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatSlackDoesNotLikeIsShownMorePlainly(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      ApiAnswer disliked = ApiAnswer.refused(400, "invalid_blocks");
      connected.slack.answer("response_url", disliked, disliked);
      connected.give("board");
      ApiCall plainer = connected.slack.nextCall();
      assertThat(plainer.blocks().toString()).doesNotContain("\"table\"");
      ApiCall inWords = connected.slack.nextCall();
      assertThat(inWords.blocks()).isEmpty();
      assertThat(inWords.json().get("text").getAsString()).contains("Page 1", "asha");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aPictureIsUploadedAndShown(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("picture"));
      ApiCall slot = connected.slack.nextCall("files.getUploadURLExternal");
      assertThat(slot.parameter("filename")).isEqualTo("heatmap.png");
      assertThat(slot.parameter("length")).isEqualTo("3");
      connected.slack.nextCall("upload/1");
      String file = connected.slack.nextCall("files.completeUploadExternal").parameter("files");
      ApiCall shown = connected.slack.nextCall("chat.postMessage");
      SlackSchemas.assertBlocks(shown.blocks());
      JsonObject image = Payloads.block(shown.blocks(), "image");
      String id = image.getAsJsonObject("slack_file").get("id").getAsString();
      assertThat(file).contains(id);
      assertThat(image.get("alt_text").getAsString()).isEqualTo("A heatmap of 30 days: 21 checked");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aPictureStaysWhereAMessageIsChangedInPlace(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      ApiCall shown = picture(connected);
      assertThat(connected.pauses).as("until Slack can show it").hasSize(1);
      JsonObject again = Payloads.element(shown.blocks(), "Again");

      ApiCall changed = connected.press("U1", again);
      assertThat(changed.method()).isEqualTo("chat.update");
      Payloads.block(changed.blocks(), "image");

      connected.sender.send(Kind.INTERACTIVE, connected.payloads.pressInPrivate("U1", again));
      Payloads.block(connected.slack.nextCall("chat.postEphemeral").blocks(), "image");
      assertThat(connected.slack.nextCall().json().get("delete_original").getAsBoolean()).isTrue();
      assertThat(connected.slack.otherCalls()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whereNoUploadIsTakenThePictureIsToldInWordsInPlace(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      JsonObject again = Payloads.element(picture(connected).blocks(), "Again");
      connected.slack.answer("chat.update", ApiAnswer.error("cant_update_message"));
      connected.sender.send(Kind.INTERACTIVE, connected.payloads.press("U1", again));
      connected.slack.nextCall("chat.update");
      ApiCall words = connected.slack.nextCall();
      assertThat(words.method()).startsWith("response_url/");
      assertThat(words.json().get("replace_original").getAsBoolean()).isTrue();
      assertThat(ConnectedSlack.shown(words)).contains("21 checked");
      assertThat(connected.slack.otherCalls()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aPictureInAppHomeAndOverItWaitsUntilItCanBeShown(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.illustrated = true;
      connected.event("{'type':'app_home_opened','user':'U1','channel':'D1','tab':'home'}");
      JsonArray home = next(connected, "views.publish").view().getAsJsonArray("blocks");
      Payloads.block(home, "image");

      connected.slack.answer("views.open", ApiAnswer.ok("{\"ok\":true,\"view\":{\"id\":\"V9\"}}"));
      connected.sender.send(
          Kind.INTERACTIVE,
          connected.payloads.pressInView("U1", Payloads.element(home, "Month"), "home"));
      assertThat(next(connected, "views.open").view().toString())
          .as("at once, before the trigger is too old")
          .contains("21 checked");
      ApiCall illustrated = next(connected, "views.update");
      assertThat(illustrated.parameter("view_id")).isEqualTo("V9");
      Payloads.block(illustrated.view().getAsJsonArray("blocks"), "image");
    }
  }

  /** Asks for a picture, and gives the message that shows it. */
  private static ApiCall picture(ConnectedSlack connected) throws Exception {
    connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("picture"));
    return next(connected, "chat.postMessage");
  }

  /** The next call but for uploads. */
  private static ApiCall next(ConnectedSlack connected, String method) throws Exception {
    ApiCall call = connected.slack.nextCall();
    while (call.method().startsWith("files.") || call.method().startsWith("upload/")) {
      call = connected.slack.nextCall();
    }
    assertThat(call.method()).isEqualTo(method);
    return call;
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aFileComesInADirectMessageAlone(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("file"));
      connected.slack.nextCall("conversations.open");
      ApiCall slot = connected.slack.nextCall("files.getUploadURLExternal");
      assertThat(slot.parameter("filename")).isEqualTo("my-data.csv");
      assertThat(slot.parameter("length")).isEqualTo("13");
      connected.slack.nextCall("upload/1");
      assertThat(connected.slack.nextCall("files.completeUploadExternal").parameter("channel_id"))
          .as("the direct messages of whoever asked")
          .startsWith("D");
      assertThat(ConnectedSlack.shown(connected.slack.nextCall()))
          .contains("my-data.csv is in your direct messages");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whoseFileCannotBeSentIsToldSo(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.slack.answer("files.getUploadURLExternal", ApiAnswer.error("missing_scope"));
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("file"));
      connected.slack.nextCall("conversations.open");
      connected.slack.nextCall("files.getUploadURLExternal");
      assertThat(ConnectedSlack.shown(connected.slack.nextCall()))
          .contains("could not be sent to you");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aPictureThatCannotBeUploadedIsToldInWords(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.slack.answer("files.getUploadURLExternal", ApiAnswer.error("missing_scope"));
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("picture"));
      connected.slack.nextCall("files.getUploadURLExternal");
      assertThat(ConnectedSlack.shown(connected.slack.nextCall())).contains("21 checked");
    }
  }
}
