package dev.cairn.feature.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.TestConversation;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.Statements;
import dev.cairn.database.Traces;
import dev.cairn.platform.local.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MyDataTest {
  private static final String NOTE = "=HYPERLINK(\\\"http://x\\\")";

  private static void onH2(Consumer<TestConversation> conversation) {
    try (Database database = DatabaseUnderTest.H2.open()) {
      conversation.accept(new TestConversation(database));
    }
  }

  private static List<Block.File> files(Turn turn) {
    return ((Reply.Card) turn.reply())
        .blocks().stream()
            .filter(Block.File.class::isInstance)
            .map(Block.File.class::cast)
            .toList();
  }

  @ParameterizedTest
  @EnumSource
  void aMemberGetsEverythingAsFilesThatOnlyTheySee(DatabaseUnderTest under) throws IOException {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      lab.say("asha", "/done note:\"read about drift\" minutes:40");
      lab.say("asha", "/blog add url:https://asha.example/post title:\"My post\"");
      lab.say("bo", "/done note:\"not hers\"");
      Turn turn = lab.say("asha", "/mydata export");
      assertThat(turn.audience()).isEqualTo(Audience.CALLER);
      List<Block.File> files = files(turn);
      assertThat(files)
          .extracting(Block.File::name)
          .containsExactly("cairn-my-data.json", "cairn-my-data.csv");
      assertThat(turn.reply().facts().values().get("files"))
          .isEqualTo(
              files.stream()
                  .map(file -> Map.of("name", file.name(), "size", file.size()))
                  .toList());
      assertThat(turn.reply().facts().values().get("files"))
          .as("told in the same order each time")
          .asString()
          .startsWith("[{name=");
      JsonNode json = new ObjectMapper().readTree(files.getFirst().content());
      assertThat(json.at("/records/check_in_entry/0/note").asText()).isEqualTo("read about drift");
      assertThat(json.at("/records/check_in_entry/0/minutes").isIntegralNumber()).isTrue();
      assertThat(json.at("/records/post/0/url").asText()).isEqualTo("https://asha.example/post");
      assertThat(json.at("/records/account/0/external_user_id").asText()).isEqualTo("asha");
      assertThat(files)
          .allSatisfy(file ->
              assertThat(file.content())
                  .contains("read about drift", "My post")
                  .doesNotContain("not hers"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneExportIsMadeAtATime(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      lab.say("asha", "/done");
      lab.say("bo", "/done");
      List<String> meanwhile = new ArrayList<>();
      Statements.after(
          database,
          "select * from check_in_entry",
          () -> {
            if (meanwhile.isEmpty()) {
              meanwhile.add("asked");
              meanwhile.add(lab.text("bo", "/mydata export"));
            }
          });
      assertThat(files(lab.say("asha", "/mydata export"))).hasSize(2);
      assertThat(meanwhile.getLast()).contains("Please ask again in a moment");
      assertThat(files(lab.say("bo", "/mydata export"))).hasSize(2);
    }
  }

  @Test
  void aFormulaInANoteIsTextInASpreadsheet() {
    onH2(lab -> {
      lab.say("asha", "/done note:\"" + NOTE + "\"");
      String csv = files(lab.say("asha", "/mydata export")).getLast().content();
      assertThat(csv).contains("\"'=HYPERLINK(").doesNotContain("\"=HYPERLINK(");
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\u00a0=1",
        "＝1",
        "\u200b=1"
      })
  void whateverBeginsAFormulaIsDefused(String value) {
    assertThat(DataFiles.cell(value)).startsWith("\"'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1.5", "7", "read about drift", "2026-01-01"})
  void whateverDoesNotStaysAsItIs(String value) {
    assertThat(DataFiles.cell(value)).isEqualTo('"' + value + '"');
  }

  @ParameterizedTest
  @EnumSource
  void whoIsSureIsForgotten(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      lab.say("asha", "/done note:\"sesquipedalian\"");
      lab.say("asha", "/group create name:\"Night owls\"");
      lab.say("bo", "/group join name:\"Night owls\"");
      lab.say("asha", "/settings timezone:Asia/Kolkata remind:20:00");
      lab.say("asha", "/blog add url:https://asha.example/sesquipedalian");
      lab.say("asha", "/link");
      Turn question = lab.say("asha", "/mydata delete");
      assertThat(question.reply().facts().values()).containsEntry("deleted", false);
      assertThat(lab.facts("asha", "/streak")).as("nothing is done yet").containsEntry("streak", 1);
      assertThat(question.offers())
          .anySatisfy(offer -> assertThat(offer.action()).hasToString("mydata delete sure:true"));

      Turn answer = lab.press("asha", "mydata delete sure:true");

      assertThat(answer.reply().facts().values()).containsEntry("deleted", true);
      assertThat(Traces.of(database, "asha")).isEmpty();
      assertThat(Traces.of(database, "sesquipedalian")).isEmpty();
      assertThat(lab.text("bo", "/group show")).as("the heir").contains("Night owls", "bo");
      assertThat(lab.facts("asha", "/streak"))
          .containsEntry("streak", 0)
          .containsEntry("longest", 0);
      assertThat(lab.facts("asha", "/done")).containsEntry("streak", 1);
    }
  }

  @Test
  void whoLeavesAloneTakesTheGroupAlong() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = new TestConversation(database);
      lab.say("asha", "/group create name:\"Ashas own\"");
      lab.press("asha", "nothing");
      lab.say("asha", "/mydata delete");
      lab.press("asha", "mydata delete sure:true");
      assertThat(Traces.of(database, "Ashas own")).isEmpty();
      assertThat(lab.text("bo", "/group list")).doesNotContain("Ashas own");
    }
  }

  @Test
  void postsOfWhoIsForgottenCountForTheCommunityNoMore() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = new TestConversation(database);
      lab.say("asha", "/blog add url:https://asha.example/1");
      lab.say("bo", "/blog add url:https://bo.example/1");
      lab.say("asha", "/mydata delete");
      lab.press("asha", "mydata delete sure:true");
      assertThat(database.query("select posts from post_tally").one(Integer.class)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoIsForgottenIsCountedOnNoBoard(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      lab.say("asha", "/done");
      lab.at(lab.now().plus(Duration.ofDays(1)));
      lab.say("asha", "/done");
      lab.say("bo", "/done");
      assertThat(lab.text("bo", "/leaderboard")).contains("bo holds place 2");
      lab.say("asha", "/mydata delete");
      lab.press("asha", "mydata delete sure:true");
      assertThat(lab.text("bo", "/leaderboard")).contains("bo holds place 1");
      assertThat(lab.text("bo", "/leaderboard period:all")).contains("bo holds place 1");
      assertThat(lab.cairn().recomputation().run(lab.now()).total()).isZero();
    }
  }

  @Test
  void anInteractionThatIsDeliveredAgainDeletesNobodyTwice() {
    onH2(lab -> {
      lab.say("asha", "/mydata delete sure:true", "one");
      lab.say("asha", "/done");
      lab.say("asha", "/mydata delete sure:true", "one");
      assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 1);
    });
  }

  @Test
  void aModeratorSaysForHowLongItIsKeptAfterSomebodyLeft() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = new TestConversation(database);
      lab.say("asha", "/done");
      lab.say("bo", "/done");
      lab.say("cleo", "/done");
      assertThat(PlainText.of(lab.moderate("mod", "/community retention").reply()))
          .contains("I keep what I know of them");
      assertThat(lab.moderate("mod", "/community retention days:30").reply().facts().values())
          .containsEntry("days", 30);
      database
          .update(
              "update member set left_at = timestamp with time zone '2026-01-02 09:00:00+00' where"
                  + " name in ('asha', 'bo')")
          .execute();
      lab.at("2026-01-20T09:00:00Z");
      lab.cairn().myData().deleteWhoLeft();
      assertThat(Traces.of(database, "asha")).as("not yet").isNotEmpty();
      assertThat(lab.facts("bo", "/streak"))
          .as("who comes back finds it")
          .containsEntry("longest", 1);
      lab.at("2026-02-02T09:00:00Z");
      lab.cairn().myData().deleteWhoLeft();
      assertThat(Traces.of(database, "asha")).isEmpty();
      assertThat(Traces.of(database, "bo")).as("came back").isNotEmpty();
      assertThat(Traces.of(database, "cleo")).as("never left").isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoComesBackWhileOthersAreDeletedStays(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      lab.say("asha", "/done");
      lab.moderate("mod", "/community retention days:30");
      database
          .update(
              "update member set left_at = timestamp with time zone '2026-01-02 09:00:00+00' where"
                  + " name = 'asha'")
          .execute();
      lab.at("2026-02-02T09:00:00Z");
      Statements.after(
          database,
          "left_at < :before order by",
          () -> database.update("update member set left_at = null").execute());
      lab.cairn().myData().deleteWhoLeft();
      assertThat(Traces.of(database, "asha")).isNotEmpty();
    }
  }
}
