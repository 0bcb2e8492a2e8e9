package dev.cairn.platform.slack.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.Reply;
import dev.cairn.platform.slack.ShownText;
import dev.cairn.platform.slack.standin.SlackContract;
import dev.cairn.platform.slack.standin.SlackSchemas;
import dev.cairn.testkit.RandomReplies;
import dev.cairn.testkit.SampleReplies;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Any reply fits Slack's limits, and nothing of it is silently lost. A failure names its seed;
 * {@code -Dcairn.seed=…} replays it.
 */
class SlackRendererPropertyTest {
  private static final int RUNS = 80;

  @Test
  void anyReplyFitsAndNothingIsLost() {
    Long replayed = Long.getLong("cairn.seed");
    long first = replayed == null ? RandomGenerator.getDefault().nextLong() : replayed;
    int runs = replayed == null ? RUNS : 1;
    for (int run = 0; run < runs; run++) {
      long seed = first + run;
      try {
        check(seed);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("failed with -Dcairn.seed=" + seed, failure);
      }
    }
  }

  private static void check(long seed) {
    RandomReplies random = new RandomReplies(seed, SampleReplies.ON_SLACK, 23);
    Reply reply = random.reply();
    Rendition rendition =
        Rendition.of("U1", "study").withPictures(SlackRendererPropertyTest::place);
    List<SlackMessage> messages = SlackRenderer.messages(reply, rendition);
    StringBuilder shown = new StringBuilder();
    for (SlackMessage message : messages) {
      assertMessage(message);
      shown.append(ShownText.of(message.blocks()));
    }
    assertThat(missing(random.words(), shown.toString())).as("words that were lost").isEmpty();

    JsonArray view = SlackRenderer.viewBlocks(reply, rendition);
    assertThat(view.size()).isLessThanOrEqualTo(SlackLimits.VIEW_BLOCKS);
    SlackSchemas.assertBlocks(view);
    String onView = ShownText.of(view);
    if (!onView.contains("more that do not fit here")) {
      assertThat(missing(random.words(), onView)).as("words lost on a view").isEmpty();
    }
  }

  private static PictureSource place(Image image) {
    return switch (Math.floorMod(image.altText().hashCode(), 3)) {
      case 0 -> new PictureSource.InWords();
      case 1 -> new PictureSource.Uploaded("F1");
      default -> new PictureSource.Served("https://cairn.example/" + image.fileName());
    };
  }

  private static void assertMessage(SlackMessage message) {
    assertThat(message.text()).isNotBlank();
    assertThat(message.text().length()).isLessThanOrEqualTo(40_000);
    assertThat(message.blocks().size()).isBetween(1, SlackLimits.MESSAGE_BLOCKS);
    assertThat(SlackContract.ofMessage(message.blocks())).isEmpty();
    int tables = 0;
    List<String> ids = new ArrayList<>();
    for (JsonElement element : message.blocks()) {
      JsonObject block = element.getAsJsonObject();
      switch (block.get("type").getAsString()) {
        case "table" -> {
          tables++;
          assertThat(block.getAsJsonArray("rows").size()).isLessThanOrEqualTo(100);
        }
        case "section" -> {
          if (block.has("text")) {
            assertThat(block.getAsJsonObject("text").get("text").getAsString().length())
                .isBetween(1, 3_000);
          }
        }
        case "actions" -> {
          for (JsonElement control : block.getAsJsonArray("elements")) {
            ids.add(control.getAsJsonObject().get("action_id").getAsString());
          }
        }
        default -> {
          // The schema has said all there is to say.
        }
      }
    }
    assertThat(tables).isLessThanOrEqualTo(1);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ShownText.of(message.blocks()).length())
        .isLessThanOrEqualTo(SlackLimits.MESSAGE_TEXT + 50 * 100 * 80);
  }

  private static List<String> missing(List<String> words, String shown) {
    return words.stream().filter(word -> !shown.contains(word)).toList();
  }
}
