package dev.cairn.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Reply;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplyJsonTest {
  private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");

  private final LocalConversation conversation =
      new LocalConversation(LocalFixtureCommands.dialogue(), LocalCommunity.open("lab"));

  @Test
  void aReplyIsOneLineOfAllItsParts() throws Exception {
    String line = line("/topic");

    assertThat(line).doesNotContain("\n");
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "at",
            "community",
            "member",
            "ok",
            "audience",
            "title",
            "text",
            "buttons",
            "links",
            "data");
    assertThat(json.get("at").textValue()).isEqualTo("2026-01-01T09:00:00Z");
    assertThat(json.get("community").textValue()).isEqualTo("lab");
    assertThat(json.get("member").textValue()).isEqualTo("asha");
    assertThat(json.get("ok").booleanValue()).isTrue();
    assertThat(json.get("audience").textValue()).isEqualTo("everyone");
    assertThat(json.get("title").textValue()).isEqualTo("Day 12: Data drift");
    assertThat(json.get("text").textValue()).contains("A model that was right last year");
    assertThat(json.get("buttons").toString())
        .isEqualTo(
            "[{\"label\":\"Done for today\",\"action\":\"done\"},{\"label\":\"Next"
                + " day\",\"action\":\"topic day:13\"}]");
    assertThat(json.get("links").toString())
        .isEqualTo("[{\"label\":\"Read more\",\"url\":\"https://example.org/drift\"}]");
    assertThat(json.get("data").get("day").longValue()).isEqualTo(12);
    assertThat(json.get("data").get("source").get("section").textValue()).isEqualTo("Unit 4");
  }

  @Test
  void aNoticeIsTitledByItsCommand() throws Exception {
    JsonNode json = new ObjectMapper().readTree(line("/when"));

    assertThat(json.get("title").textValue()).isEqualTo("/when");
    assertThat(json.get("data").toString())
        .isEqualTo("{\"id\":\"local:lab:1\",\"instant\":\"2026-01-01T09:00:00Z\",\"days\":[1,2]}");
  }

  @Test
  void aFailureTellsItsProblem() throws Exception {
    JsonNode json = new ObjectMapper().readTree(line("/topic day:999"));

    assertThat(json.get("ok").booleanValue()).isFalse();
    assertThat(json.get("problem").textValue()).isEqualTo("bad_option");
    assertThat(json.get("text").textValue()).contains("1 to 180");
    assertThat(json.get("data").toString()).isEqualTo("{}");
  }

  @Test
  void entriesOfASelectCanBePressedToo() throws Exception {
    JsonNode buttons = new ObjectMapper().readTree(line("/gallery")).get("buttons");

    assertThat(buttons.toString())
        .contains(
            "{\"label\":\"Decision trees\",\"action\":\"topic about:\\\"Decision trees\\\"\"}");
  }

  @Test
  void scheduledWorkIsALineWithoutAMember() throws Exception {
    Reply.Card card = Reply.Card.titled("Today").text("Read.").build();

    JsonNode json =
        new ObjectMapper()
            .readTree(ReplyJson.scheduled("daily", NOW, "lab", Audience.EVERYONE, card));

    assertThat(json.get("member").isNull()).isTrue();
    assertThat(json.get("scheduled").textValue()).isEqualTo("daily");
    assertThat(json.get("text").textValue()).isEqualTo("Today\n\nRead.");
  }

  private String line(String text) {
    return ReplyJson.line(conversation.say(LocalMember.named("asha"), text, NOW, "1"));
  }
}
