package dev.cairn.platform.slack.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.connection.Ping;
import dev.cairn.platform.slack.ShownText;
import dev.cairn.platform.slack.Snapshots;
import dev.cairn.platform.slack.standin.SlackContract;
import dev.cairn.platform.slack.standin.SlackSchemas;
import dev.cairn.testkit.SampleReplies;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlackRendererTest {
  private static final Rendition PLAIN = Rendition.of("U1", "study");

  static Iterable<Map.Entry<String, Reply>> replies() {
    return SampleReplies.all(SampleReplies.ON_SLACK).entrySet();
  }

  @ParameterizedTest
  @MethodSource("replies")
  void everyKindOfReplyLooksAsItsSnapshot(Map.Entry<String, Reply> reply) throws IOException {
    Rendition rendition =
        PLAIN.withPictures(
            image -> new PictureSource.Served("https://cairn.example/" + image.fileName()));
    JsonArray messages = new JsonArray();
    for (SlackMessage message : SlackRenderer.messages(reply.getValue(), rendition)) {
      SlackSchemas.assertBlocks(message.blocks());
      JsonObject json = new JsonObject();
      json.addProperty("text", message.text());
      json.add("blocks", message.blocks());
      messages.add(json);
    }
    Snapshots.assertMatches(reply.getKey(), messages);
  }

  @ParameterizedTest
  @MethodSource("replies")
  void boltReadsWhatWeWrite(Map.Entry<String, Reply> reply) {
    for (JsonElement block : SlackRenderer.messages(reply.getValue(), PLAIN).getFirst().blocks()) {
      LayoutBlock read = GsonFactory.createSnakeCase().fromJson(block, LayoutBlock.class);
      assertThat(read.getType()).isEqualTo(block.getAsJsonObject().get("type").getAsString());
    }
  }

  @Test
  void membersTextIsNeverMarkup() {
    Reply card = Reply.Card.titled("Note").text(SampleReplies.HOSTILE).build();
    SlackMessage message = SlackRenderer.messages(card, PLAIN).getFirst();
    assertThat(message.text()).doesNotContain("<");
    assertThat(message.blocks().toString())
        .doesNotContain("mrkdwn", "<!channel", "<@U999", "<http");
    assertThat(ShownText.of(message.blocks())).contains(SampleReplies.HOSTILE);
  }

  @Test
  void aMentionNotifiesOnlyWhomTheMessageMayPing() {
    Reply card =
        Reply.Card.titled("Hi")
            .text(RichText.of("Well done, ").mention(SampleReplies.ON_SLACK))
            .build();
    assertThat(SlackRenderer.messages(card, PLAIN).toString()).doesNotContain("<@");
    Rendition pinging =
        new Rendition(
            "",
            new Ping.OfMember(SampleReplies.ON_SLACK),
            false,
            true,
            image -> new PictureSource.InWords(),
            "study");
    assertThat(SlackRenderer.messages(card, pinging).toString()).contains("<@U1>");
  }

  @Test
  void aSecondTableGoesOnInAMessageOfItsOwn() {
    Block table = new Block.Table(List.of("a"), List.of(List.of("1")));
    Reply card = Reply.Card.titled("Two").block(table).block(table).build();
    assertThat(SlackRenderer.messages(card, PLAIN)).hasSize(2);
  }

  @Test
  void aTableTooLongForSlacksOwnIsWrittenInLines() {
    Block table = new Block.Table(List.of("n"), Collections.nCopies(150, List.of("row")));
    List<SlackMessage> messages =
        SlackRenderer.messages(Reply.Card.titled("Long").block(table).build(), PLAIN);
    assertThat(messages.toString()).contains("rich_text_preformatted").doesNotContain("\"table\"");
  }

  @Test
  void aPictureWithoutAPlaceIsToldInWords() {
    Reply card = Reply.Card.titled("Picture").picture(SampleReplies.IMAGE).build();
    assertThat(ShownText.of(SlackRenderer.messages(card, PLAIN).getFirst().blocks()))
        .contains("[A heatmap of 30 days: 21 checked]");
  }

  @Test
  void anUploadedPictureIsNamedByItsFile() {
    Reply card = Reply.Card.titled("Picture").picture(SampleReplies.IMAGE).build();
    JsonArray blocks =
        SlackRenderer.messages(card, PLAIN.withPictures(i -> new PictureSource.Uploaded("F1")))
            .getFirst()
            .blocks();
    SlackSchemas.assertBlocks(blocks);
    assertThat(blocks.toString()).contains("\"slack_file\":{\"id\":\"F1\"}");
  }

  @Test
  void entriesBeyondASelectsLimitGoOnInTheNext() {
    List<ChoiceValue> entries =
        IntStream.range(0, 250).mapToObj(i -> new ChoiceValue("v" + i, "Label " + i)).toList();
    Reply card =
        Reply.Card.titled("Pick")
            .control(new Control.Select("Which?", Action.of("x"), "y", entries, Effect.REPLY))
            .build();
    JsonArray blocks = SlackRenderer.messages(card, PLAIN).getFirst().blocks();
    SlackSchemas.assertBlocks(blocks);
    assertThat(ShownText.of(blocks)).contains("Label 0", "Label 249", "Which? (201 to 250)");
  }

  @Test
  void anActionThatDoesNotFitIsToldAndNotCut() {
    String note = "x".repeat(2_100);
    URI address = URI.create("https://example.org/" + note + note);
    Reply card =
        Reply.Card.titled("Too long")
            .button("Go", Action.of("done").with("note", note))
            .control(new Control.LinkButton("Read", address))
            .control(
                new Control.Select(
                    "Which?",
                    Action.of("group show"),
                    "name",
                    List.of(new ChoiceValue("😀".repeat(40), "😀"), new ChoiceValue("b", "Bees")),
                    Effect.REPLY))
            .control(
                new Control.Select(
                    "Which kind?",
                    Action.of("resource").with("about", "&".repeat(100)),
                    "kind",
                    List.of(new ChoiceValue("book", "Books")),
                    Effect.REPLY))
            .build();
    JsonArray blocks = SlackRenderer.messages(card, PLAIN).getFirst().blocks();
    assertThat(SlackContract.ofMessage(blocks)).isEmpty();
    assertThat(ShownText.of(blocks))
        .contains(
            "Go: /study done note:" + note,
            "(https://example.org/xxx",
            "😀: /study group show name:\"" + "😀".repeat(40),
            "Books: /study resource about:" + "&".repeat(100) + " kind:book")
        .contains("Which?", "Bees")
        .doesNotContain("Which kind?");
  }

  /** What changes a message takes ten times less of it than a new one. */
  @Test
  void theWordsOfANotificationAreShortEnoughToChangeAMessage() {
    Reply card = Reply.Card.titled("All of it").text("<&>".repeat(1_000)).build();
    String words = SlackRenderer.messages(card, PLAIN).getFirst().text();
    assertThat(words).startsWith("All of it").endsWith("…").hasSizeBetween(2_000, 4_000);
  }

  @Test
  void aViewSaysHowMuchDidNotFit() {
    var card = Reply.Card.titled("Home");
    for (int i = 0; i < 130; i++) {
      card.text("Paragraph " + i).divider();
    }
    JsonArray blocks = SlackRenderer.viewBlocks(card.build(), PLAIN);
    assertThat(blocks).hasSize(SlackLimits.VIEW_BLOCKS);
    assertThat(ShownText.of(blocks)).contains("… and 162 more that do not fit here.");
  }
}
