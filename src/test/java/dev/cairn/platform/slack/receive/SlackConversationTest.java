package dev.cairn.platform.slack.receive;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.platform.slack.ConnectedSlack;
import dev.cairn.platform.slack.ConnectedSlack.Mode;
import dev.cairn.platform.slack.ShownText;
import dev.cairn.platform.slack.standin.ApiAnswer;
import dev.cairn.platform.slack.standin.ApiCall;
import dev.cairn.platform.slack.standin.PayloadSender.Kind;
import dev.cairn.platform.slack.standin.Payloads;
import dev.cairn.platform.slack.standin.SlackSchemas;
import dev.cairn.testkit.SampleReplies;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that a member can do, in both modes. */
class SlackConversationTest {

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aCommandIsAcknowledgedAndAnsweredInTheChannel(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      JsonElement acknowledgement =
          connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("topic 12"));
      assertThat(acknowledgement).isEqualTo(JsonNull.INSTANCE);
      ApiCall answer = connected.slack.nextCall();
      assertThat(answer.method()).startsWith("response_url/");
      assertThat(answer.json().get("response_type").getAsString()).isEqualTo("in_channel");
      assertThat(ConnectedSlack.shown(answer)).contains("Day 12", "Read about drift.");
      SlackSchemas.assertBlocks(answer.blocks());

      Invocation invocation = connected.commands.invocations.getFirst();
      assertThat(invocation.id()).startsWith("slack:trigger.");
      assertThat(invocation.channel()).isEqualTo("C1");
      assertThat(invocation.at()).isEqualTo(ConnectedSlack.NOW);
      assertThat(invocation.caller().account().community()).isEqualTo("T1");
      assertThat(invocation.caller().account().user()).isEqualTo("U1");
      assertThat(invocation.caller().account().name()).isEqualTo("asha");
      assertThat(invocation.caller().communityName()).isEqualTo("Lab");
      assertThat(invocation.caller().zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
      assertThat(invocation.caller().locale()).isEqualTo(Locale.forLanguageTag("en-IN"));
      assertThat(invocation.caller().moderator()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aPersonalAnswerIsForTheCallerAlone(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      ApiCall answer = connected.give("note words:“typed on a phone &amp; sent”");
      assertThat(answer.json().get("response_type").getAsString()).isEqualTo("ephemeral");
      assertThat(ConnectedSlack.shown(answer)).contains("Noted: typed on a phone & sent");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void bareStudyOpensTheMenu(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      ApiCall answer = connected.give("");
      assertThat(ConnectedSlack.shown(answer)).contains("What I can do");
      JsonObject button = Payloads.element(answer.blocks(), "Today’s topic");
      assertThat(ConnectedSlack.shown(connected.press("U1", button))).contains("Day 1");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatIsWrongIsToldPrivately(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      for (String wrong : new String[] {"topik", "topic 999", "ban", "broken"}) {
        ApiCall answer = connected.give(wrong);
        assertThat(answer.json().get("response_type").getAsString())
            .as(wrong)
            .isEqualTo("ephemeral");
        assertThat(ConnectedSlack.shown(answer)).as(wrong).isNotBlank();
      }
      assertThat(ConnectedSlack.shown(connected.give("topik")))
          .contains("Did you mean /study topic?", "Help on topic");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatDoesNotFitAButtonIsToldAsALineToType(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      ApiCall answer = connected.give("toolong");
      assertThat(answer.blocks().toString()).doesNotContain("\"actions\"");
      assertThat(ConnectedSlack.shown(answer))
          .contains("Too long", "Go: /study note words:" + "x".repeat(2_100));
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void anAdministratorModerates(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("UADMIN", "ban"));
      ApiCall answer = connected.slack.nextCall();
      assertThat(answer.json().get("response_type").getAsString()).isEqualTo("in_channel");
      assertThat(ConnectedSlack.shown(answer)).contains("Done.");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whoIsNoAdministratorAnyMoreModeratesForLessThanAMinute(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("UADMIN", "ban"));
      assertThat(ConnectedSlack.shown(connected.slack.nextCall())).contains("Done.");
      connected.slack.demoteAdmin();
      connected.now = connected.now.plusSeconds(59);
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("UADMIN", "ban"));
      assertThat(ConnectedSlack.shown(connected.slack.nextCall())).contains("for moderators");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void everyKindOfOptionIsReadAsSlackWritesIt(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      ApiCall answer =
          connected.give(
              "every count:3 kind:red sure:yes day:2026-02-01 who:&lt;@U2|bo&gt;"
                      .replace("&lt;", "<")
                      .replace("&gt;", ">")
                  + " where:<#C9|random> link:<https://example.org/a?b=1&amp;c=2|example.org>"
                  + " words:\"hi <@U1|asha> in <#C9|random>, a &lt; b\"");
      assertThat(ConnectedSlack.shown(answer))
          .contains(
              "words=hi @asha in #random, a < b",
              "count=3",
              "kind=red",
              "sure=true",
              "day=2026-02-01",
              "who=U2/member U2",
              "where=#C9",
              "link=https://example.org/a?b=1&c=2");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aMemberWhoIsNotThereIsToldSo(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      assertThat(ConnectedSlack.shown(connected.give("every who:<@UNONE>")))
          .contains("takes a member, like @name");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aButtonIsAnsweredByAMessageOfItsOwn(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      ApiCall card = connected.give("topic");
      ApiCall answer = connected.press("U2", Payloads.element(card.blocks(), "Note"));
      assertThat(answer.json().get("replace_original").getAsBoolean()).isFalse();
      assertThat(answer.json().get("response_type").getAsString()).isEqualTo("ephemeral");
      assertThat(ConnectedSlack.shown(answer)).contains("Noted: read & <done>");
      Invocation invocation = connected.commands.invocations.getLast();
      assertThat(invocation.origin()).isEqualTo(new Invocation.Origin.Pressed(Effect.REPLY, false));
      assertThat(invocation.at()).isEqualTo(Instant.ofEpochSecond(1_767_000_001));
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void theOwnersButtonTakesThePlaceOfItsMessage(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      JsonObject more = Payloads.element(connected.give("topic").blocks(), "More");
      ApiCall owners = connected.press("U1", more);
      assertThat(owners.json().get("replace_original").getAsBoolean()).isTrue();
      assertThat(ConnectedSlack.shown(owners)).contains("Page 2", "asha");

      ApiCall anothers = connected.press("U2", more);
      assertThat(anothers.json().get("replace_original").getAsBoolean()).isFalse();
      assertThat(anothers.json().get("response_type").getAsString()).isEqualTo("ephemeral");
      assertThat(ConnectedSlack.shown(anothers)).contains("Page 2");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aSelectGivesWhatWasPicked(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      JsonObject select = Payloads.element(connected.give("topic").blocks(), "Which day?");
      select.add("selected_option", select.getAsJsonArray("options").get(1));
      assertThat(ConnectedSlack.shown(connected.press("U1", select))).contains("Day 3");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aLinkIsOnlyAcknowledged(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      JsonObject link = Payloads.json("{'action_id':'l0','type':'button'}");
      connected.sender.send(Kind.INTERACTIVE, connected.payloads.press("U1", link));
      assertThat(ConnectedSlack.shown(connected.give("topic"))).contains("Day 1");
      assertThat(connected.slack.otherCalls()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aButtonOfAnotherVersionIsToldSo(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      for (String id : new String[] {"b0", "s1 ", "somebody-elses-not-ours", "?"}) {
        JsonObject old =
            Payloads.json("{'action_id':'" + id + "','type':'button','value':'0 done'}");
        assertThat(ConnectedSlack.shown(connected.press("U1", old)))
            .as(id)
            .contains("older version");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aFormOpensAndIsAnsweredWhereItWasOpened(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      JsonObject offer = Payloads.element(connected.give("fill").blocks(), "Fill in");
      JsonObject view = connected.press("U1", offer).view();
      SlackSchemas.assertModal(view);
      JsonObject values =
          Payloads.json(
              "{'words':{'value':{'type':'plain_text_input','value':'some words'}},"
                  + "'count':{'value':{'type':'number_input','value':'7'}},"
                  + "'kind':{'value':{'type':'static_select','selected_option':{'value':'blue'}}},"
                  + "'who':{'value':{'type':'users_select','selected_user':'U2'}},"
                  + "'day':{'value':{'type':'datepicker','selected_date':'2026-02-03'}}}");
      JsonElement acknowledgement =
          connected.sender.send(
              Kind.INTERACTIVE, connected.payloads.submission("U1", view, values));
      assertThat(acknowledgement).isEqualTo(JsonNull.INSTANCE);
      ApiCall answer = connected.slack.nextCall();
      assertThat(answer.method()).startsWith("response_url/");
      assertThat(ConnectedSlack.shown(answer))
          .contains("words=some words, count=7, kind=blue, who=U2/member U2, day=2026-02-03");
      assertThat(connected.commands.invocations.getLast().origin())
          .isEqualTo(Invocation.Origin.SUBMITTED);
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatIsWrongInAFormStandsBesideItsFields(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      JsonObject card = Payloads.element(connected.give("topic").blocks(), "Fill in");
      JsonObject view = connected.press("U2", card).view();
      JsonElement several =
          submit(
              connected,
              view,
              "{'count':{'value':{'value':'999'}},'who':{'value':{'selected_user':'UNONE'}}}");
      assertThat(several.getAsJsonObject().get("response_action").getAsString())
          .isEqualTo("errors");
      assertThat(several.getAsJsonObject().getAsJsonObject("errors").keySet())
          .containsExactlyInAnyOrder("count", "who");

      JsonElement handlers = submit(connected, view, "{'count':{'value':{'value':'13'}}}");
      assertThat(errors(handlers).get("count").getAsString()).isEqualTo("Not thirteen, please.");

      JsonElement whole = submit(connected, view, "{'words':{'value':{'value':'conflict'}}}");
      assertThat(errors(whole).get("words").getAsString()).isEqualTo("There is one already.");
      assertThat(connected.slack.otherCalls()).isEmpty();
    }
  }

  private static JsonElement submit(ConnectedSlack connected, JsonObject view, String values)
      throws Exception {
    return connected.sender.send(
        Kind.INTERACTIVE, connected.payloads.submission("U2", view, Payloads.json(values)));
  }

  private static JsonObject errors(JsonElement acknowledgement) {
    return acknowledgement.getAsJsonObject().getAsJsonObject("errors");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aFormThatCanNoLongerBeOpenedIsOfferedByAButton(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.slack.answer("views.open", ApiAnswer.error("expired_trigger_id"));
      JsonObject fill = Payloads.element(connected.give("fill").blocks(), "Fill in");
      assertThat(connected.press("U1", fill).method()).isEqualTo("views.open");
      ApiCall offer = connected.slack.nextCall();
      JsonObject button = Payloads.element(offer.blocks(), "Everything");
      assertThat(connected.press("U1", button).method()).isEqualTo("views.open");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatIsTypedIsCompleted(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      JsonElement acknowledgement =
          connected.sender.send(
              Kind.INTERACTIVE, connected.payloads.suggestion("U1", "suggest/every/topic", "dr"));
      JsonObject body = acknowledgement.getAsJsonObject();
      assertThat(body.getAsJsonArray("options").toString())
          .contains("\"drift\"", "\"a%26b\"", "“dr”");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aMentionUnderstandsTheSameWords(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.event(
          "{'type':'app_mention','user':'U1','text':'<@UBOT> topic"
              + " 5','ts':'1767000000.000200','channel':'C1'}");
      ApiCall open = connected.slack.nextCall("chat.postMessage");
      assertThat(open.parameter("channel")).isEqualTo("C1");
      assertThat(ConnectedSlack.shown(open)).contains("Day 5");
      connected.event(
          "{'type':'app_mention','user':'U1','text':'<@UBOT> note"
              + " hello','ts':'1767000000.000300','channel':'C1'}");
      ApiCall closed = connected.slack.nextCall("chat.postEphemeral");
      assertThat(closed.parameter("user")).isEqualTo("U1");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aDirectMessageUnderstandsTheSameWords(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.event(
          "{'type':'message','channel_type':'im','user':'U1','text':'/study note"
              + " hello','ts':'1767000000.000200','channel':'D1'}");
      ApiCall answer = connected.slack.nextCall("chat.postMessage");
      assertThat(answer.parameter("channel")).isEqualTo("D1");
      assertThat(ConnectedSlack.shown(answer)).contains("Noted: hello");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aDirectMessageWithAPictureIsUnderstoodToo(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.event(
          "{'type':'message','subtype':'file_share','channel_type':'im','user':'U1','text':'topic"
              + " 5','ts':'1767000000.000200','channel':'D1','files':[{'id':'F1','mimetype':'image/png'}]}");
      ApiCall answer = connected.slack.nextCall("chat.postMessage");
      assertThat(answer.parameter("channel")).isEqualTo("D1");
      assertThat(ConnectedSlack.shown(answer)).contains("Day 5");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void ourOwnMessagesAndThoseOfOthersChannelsAreLeftAlone(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.event(
          "{'type':'message','channel_type':'im','bot_id':'B1','user':'UBOT','text':'topic','ts':'1.1','channel':'D1'}");
      connected.event(
          "{'type':'message','channel_type':'channel','user':'U1','text':'topic','ts':'1.2','channel':'C1'}");
      connected.event(
          "{'type':'message','subtype':'message_changed','channel_type':'im','ts':'1.3','channel':'D1'}");
      assertThat(ConnectedSlack.shown(connected.give("topic 9"))).contains("Day 9");
      assertThat(connected.commands.invocations).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void appHomeIsDrawnWhenItIsOpenedAndWhenSomethingChanges(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.event(
          "{'type':'app_home_opened','user':'U1','channel':'D1','tab':'home','event_ts':'1767000000.000200'}");
      ApiCall opened = connected.slack.nextCall("views.publish");
      SlackSchemas.assertHome(opened.view());
      assertThat(ShownText.of(opened.view().get("blocks")))
          .contains("Good day, asha", "Asia/Kolkata");

      connected.zone = "Europe/Lisbon";
      connected.give("note hello");
      ApiCall changed = connected.slack.nextCall("views.publish");
      assertThat(changed.parameter("user_id")).isEqualTo("U1");
      assertThat(ShownText.of(changed.view().get("blocks"))).contains("Europe/Lisbon");

      connected.platform.home().refresh(SampleReplies.ON_SLACK);
      assertThat(ConnectedSlack.shown(connected.give("note again"))).contains("again");
      connected.platform.close();
      assertThat(connected.slack.otherCalls()).as("nothing has changed").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aButtonOfAppHomeIsAnsweredInAModal(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.platform.home().refresh(SampleReplies.ON_SLACK);
      JsonObject today = Payloads.element(connected.slack.nextCall().view().get("blocks"), "Today");
      connected.sender.send(Kind.INTERACTIVE, connected.payloads.pressInView("U1", today, "home"));
      ApiCall modal = connected.slack.nextCall("views.open");
      SlackSchemas.assertModal(modal.view());
      JsonObject more = Payloads.element(modal.view().get("blocks"), "More");
      connected.sender.send(Kind.INTERACTIVE, connected.payloads.pressInView("U1", more, "modal"));
      ApiCall update = connected.slack.nextCall("views.update");
      assertThat(update.parameter("view_id")).isEqualTo("V1");
      assertThat(ShownText.of(update.view().get("blocks"))).contains("Page 2");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aFormIsLaidOverTheModalFromWhichItIsOpened(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      JsonObject fill = Payloads.element(connected.give("topic").blocks(), "Fill in");
      connected.sender.send(Kind.INTERACTIVE, connected.payloads.pressInView("U1", fill, "modal"));
      SlackSchemas.assertModal(connected.slack.nextCall("views.push").view());

      connected.slack.answer("views.push", ApiAnswer.error("push_limit_reached"));
      connected.sender.send(Kind.INTERACTIVE, connected.payloads.pressInView("U1", fill, "modal"));
      connected.slack.nextCall("views.push");
      assertThat(connected.slack.nextCall("views.update").parameter("view_id")).isEqualTo("V1");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aRepeatedDeliveryCountsOnce(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.give("topic 4");
      assertThat(connected.sender.repeat()).isEqualTo(JsonNull.INSTANCE);
      connected.event(
          "{'type':'app_mention','user':'U1','text':'<@UBOT> topic"
              + " 5','ts':'1767000000.000200','channel':'C1'}");
      connected.slack.nextCall("chat.postMessage");
      connected.sender.repeat();
      assertThat(ConnectedSlack.shown(connected.give("topic 6"))).contains("Day 6");
      assertThat(connected.commands.invocations).hasSize(3);
      assertThat(connected.slack.otherCalls()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void theAcknowledgementDoesNotWaitForTheAnswer(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("wait"));
      connected.commands.waiting.await();
      assertThat(connected.slack.otherCalls()).isEmpty();
      connected.commands.mayFinish.countDown();
      assertThat(ConnectedSlack.shown(connected.slack.nextCall())).contains("At last.");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatDoesNotFitOneMessageGoesOnInTheNext(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      ApiCall first = connected.give("large");
      ApiCall second = connected.slack.nextCall();
      assertThat(ConnectedSlack.shown(first)).contains("Much");
      assertThat(ConnectedSlack.shown(second)).contains("the end");
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void closingAnswersWhatIsInFlight(Mode mode) throws Exception {
    try (ConnectedSlack connected = new ConnectedSlack(mode)) {
      connected.sender.send(Kind.SLASH_COMMANDS, connected.payloads.command("wait"));
      connected.commands.waiting.await();
      Thread closing = Thread.startVirtualThread(connected.platform::close);
      connected.commands.mayFinish.countDown();
      assertThat(ConnectedSlack.shown(connected.slack.nextCall())).contains("At last.");
      closing.join();
    }
  }
}
