package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.TestConversation;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.ReplyJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplayTest {
  private static List<JsonNode> replay(String... lines) throws IOException {
    return replay(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private static List<JsonNode> replay(byte[] text) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> answers = new ArrayList<>();
    try (Database database = DatabaseUnderTest.H2.open();
        TextLines lines = new TextLines(new ByteArrayInputStream(text))) {
      List<String> printed = new ArrayList<>();
      new Replay(
              database,
              TestConversation.CATALOG,
              (turn, registry) -> printed.add(ReplyJson.line(turn)),
              (scheduled, registry) -> printed.add(scheduled.json()))
          .run(lines);
      for (String line : printed) {
        answers.add(json.readTree(line));
      }
    }
    return answers;
  }

  private static String line(String at, String text) {
    return line(at, "asha", text, "");
  }

  private static String line(String at, String member, String text, String more) {
    return "{\"at\":\"%s\",\"community\":\"lab\",\"member\":\"%s\",\"text\":\"%s\"%s}"
        .formatted(at, member, text.replace("\"", "\\\""), more);
  }

  @Test
  void answersEveryLineInOrder() throws IOException {
    List<JsonNode> answers =
        replay(
            line("2026-01-01T09:00:00Z", "/done note:\"read about drift\""),
            "",
            "{\"at\":\"2026-01-02T03:10:00Z\",\"community\":\"lab\",\"member\":\"asha\",\"press\":\"topic\"}",
            line("2026-01-02T04:00:00Z", "/done"),
            line("2026-01-02T04:00:00Z", "/streak"),
            line("2026-01-02T04:00:00Z", "/nope"));
    assertThat(answers).hasSize(5);
    JsonNode done = answers.getFirst();
    assertThat(done.get("at").asText()).isEqualTo("2026-01-01T09:00:00Z");
    assertThat(done.get("community").asText()).isEqualTo("lab");
    assertThat(done.get("member").asText()).isEqualTo("asha");
    assertThat(done.get("ok").asBoolean()).isTrue();
    assertThat(done.get("audience").asText()).isEqualTo("everyone");
    assertThat(done.get("data").toString())
        .isEqualTo(
            "{\"studyDay\":\"2026-01-01\",\"counted\":true,\"streak\":1,\"longest\":1,\"freezes\":1}");
    assertThat(done.get("buttons").toString()).contains("\"action\":\"streak\"");
    assertThat(done.get("text").asText()).contains("read about drift");
    JsonNode topic = answers.get(1);
    assertThat(topic.get("data").get("day").asInt())
        .as("03:10 still belongs to the study day before")
        .isEqualTo(1);
    assertThat(topic.get("data").get("source").get("document").asText()).endsWith(".txt");
    assertThat(answers.get(2).get("data").get("streak").asInt()).isEqualTo(2);
    assertThat(answers.get(3).get("data").toString())
        .isEqualTo(
            "{\"streak\":2,\"longest\":2,\"freezes\":1,\"status\":\"done\",\"lastDay\":\"2026-01-02\"}");
    JsonNode unknown = answers.get(4);
    assertThat(unknown.get("ok").asBoolean()).isFalse();
    assertThat(unknown.get("problem").asText()).isEqualTo("unknown_command");
    assertThat(unknown.get("data").toString()).isEqualTo("{}");
  }

  @Test
  void aRepeatedIdIsOneInteraction() throws IOException {
    List<JsonNode> answers =
        replay(
            line("2026-01-01T09:00:00Z", "asha", "/done", ",\"id\":\"x\""),
            line("2026-01-02T09:00:00Z", "asha", "/done", ",\"id\":\"x\""),
            line("2026-01-02T10:00:00Z", "/streak"));
    assertThat(answers.get(1).get("data")).isEqualTo(answers.getFirst().get("data"));
    assertThat(answers.get(2).get("data").get("streak").asInt()).isEqualTo(1);
    assertThat(answers.get(2).get("data").get("status").asText()).isEqualTo("at_risk");
  }

  @Test
  void communitiesAreKeptApart() throws IOException {
    List<JsonNode> answers =
        replay(
            line("2026-01-01T09:00:00Z", "/done"),
            "{\"at\":\"2026-01-01T09:00:00Z\",\"community\":\"other\",\"member\":\"asha\",\"text\":\"/streak\"}");
    assertThat(answers.get(1).get("data").get("status").asText()).isEqualTo("none");
  }

  @Test
  void settingsAndPausesCover() throws IOException {
    List<JsonNode> answers =
        replay(
            line("2026-01-01T09:00:00Z", "/settings timezone:Asia/Kolkata"),
            line("2026-01-01T09:00:00Z", "/settings rest:sat,sun"),
            line("2026-01-02T09:00:00Z", "/done"),
            line("2026-01-05T09:00:00Z", "/done"),
            line("2026-01-05T09:00:00Z", "/pause until:2026-02-10"),
            line("2026-02-11T09:00:00Z", "/streak"),
            line("2026-02-13T09:00:00Z", "/streak"),
            line("2026-02-13T20:00:00Z", "/pause off:true"));
    assertThat(answers.get(3).get("data").get("streak").asInt()).isEqualTo(2);
    assertThat(answers.get(5).get("data").get("streak").asInt()).isEqualTo(2);
    assertThat(answers.get(5).get("data").get("status").asText()).isEqualTo("at_risk");
    assertThat(answers.get(6).get("data").get("status").asText()).isEqualTo("broken");
    assertThat(answers.get(7).get("ok").asBoolean()).isTrue();
  }

  @Test
  void leaderboardsGiveTheirRowsToTheLetter() throws IOException {
    List<JsonNode> answers =
        replay(
            line("2026-01-05T09:00:00Z", "asha", "/group create name:Owls", ""),
            line("2026-01-05T09:00:00Z", "ben", "/group join name:Owls", ""),
            line("2026-01-06T09:00:00Z", "asha", "/done", ""),
            line("2026-01-06T09:00:00Z", "ben", "/done", ""),
            line("2026-01-07T09:00:00Z", "asha", "/done", ""),
            line("2026-01-07T09:00:00Z", "asha", "/leaderboard", ""),
            line("2026-01-07T09:00:00Z", "asha", "/leaderboard of:members period:week", ""),
            line("2026-01-07T09:00:00Z", "asha", "/leaderboard of:groups period:month", ""));
    assertThat(rows(answers.get(5)))
        .isEqualTo(
            "[{\"rank\":1,\"name\":\"asha\",\"value\":2},{\"rank\":2,\"name\":\"ben\",\"value\":1}]");
    assertThat(rows(answers.get(6))).isEqualTo(rows(answers.get(5)));
    assertThat(rows(answers.get(7)))
        .isEqualTo("[{\"rank\":1,\"name\":\"Owls\",\"value\":3,\"percent\":100,\"streak\":2}]");
  }

  private static String rows(JsonNode answer) {
    return answer.get("data").get("rows").toString();
  }

  private static String moderated(String at, String text) {
    return line(at, "mod", text, ",\"moderator\":true");
  }

  @Test
  void whatFallsDueIsToldInItsPlace() throws IOException {
    List<JsonNode> answers =
        replay(
            line("2026-01-01T09:00:00Z", "/done"),
            moderated("2026-01-01T09:30:00Z", "/daily set channel:#daily hour:08:00"),
            line("2026-01-01T10:00:00Z", "/settings remind:20:00"),
            line("2026-01-03T08:00:00Z", "/streak"));
    assertThat(answers.stream().map(ReplayTest::told))
        .containsExactly(
            "2026-01-01T09:00:00Z asha",
            "2026-01-01T09:30:00Z mod",
            "2026-01-01T10:00:00Z asha",
            "2026-01-02T08:00:00Z daily",
            "2026-01-02T20:00:00Z reminder",
            "2026-01-03T08:00:00Z daily",
            "2026-01-03T08:00:00Z asha");
    JsonNode daily = answers.get(3);
    assertThat(daily.get("community").asText()).isEqualTo("lab");
    assertThat(daily.get("member").isNull()).isTrue();
    assertThat(daily.get("audience").asText()).isEqualTo("everyone");
    assertThat(daily.get("data").get("day").asInt()).isEqualTo(2);
    assertThat(daily.get("data").get("yesterday").asInt()).isEqualTo(1);
    assertThat(daily.get("buttons").get(0).get("action").asText()).isEqualTo("done day:2");
    assertThat(answers.get(4).get("audience").asText()).isEqualTo("caller");
    assertThat(answers.get(4).get("data").get("streak").asInt()).isEqualTo(1);
  }

  @Test
  void postsAndMilestonesGiveTheirDataToTheLetter() throws IOException {
    List<JsonNode> answers =
        replay(
            line(
                "2026-01-01T09:00:00Z",
                "/blog add https://Asha.example/drift/?utm_source=x title:\"What drift is\""),
            line("2026-01-01T09:01:00Z", "/blog add url:https://asha.example/drift"),
            moderated("2026-01-01T09:02:00Z", "/milestone list"),
            moderated("2026-01-01T09:03:00Z", "/milestone announce 1"),
            line("2026-01-01T09:04:00Z", "/blog remove https://asha.example/drift"),
            line("2026-01-01T09:05:00Z", "/blog add https://asha.example/drift"),
            moderated("2026-01-01T09:06:00Z", "/milestone list"));
    assertThat(answers.stream().map(ReplayTest::told))
        .containsSubsequence("2026-01-01T09:03:00Z mod", "2026-01-01T09:03:00Z milestone")
        .hasSize(8);
    assertThat(answers.get(0).get("data").toString())
        .isEqualTo("{\"url\":\"https://asha.example/drift\",\"counted\":true,\"posts\":1}");
    assertThat(answers.get(1).get("data").toString())
        .isEqualTo("{\"url\":\"https://asha.example/drift\",\"counted\":false,\"posts\":1}");
    assertThat(answers.get(2).get("data").toString())
        .isEqualTo(
            "{\"milestones\":[{\"id\":1,\"kind\":\"member_posts\",\"whose\":\"asha\",\"threshold\":1,\"state\":\"waiting\"}]}");
    assertThat(answers.get(4).get("title").asText()).isEqualTo("asha: first post");
    assertThat(answers.get(6).get("data").get("counted").asBoolean()).isTrue();
    assertThat(answers.get(7).get("data").toString())
        .isEqualTo(
            "{\"milestones\":[{\"id\":1,\"kind\":\"member_posts\",\"whose\":\"asha\",\"threshold\":1,\"state\":\"announced\"}]}");
  }

  private static String told(JsonNode line) {
    return line.get("at").asText()
        + " "
        + (line.has("scheduled") ? line.get("scheduled") : line.get("member")).asText();
  }

  @Test
  void aYearOfDailyPosts() throws IOException {
    List<JsonNode> answers =
        replay(
            moderated("2026-01-01T07:00:00Z", "/daily set channel:#daily hour:08:00"),
            line("2027-01-01T07:00:00Z", "/topic"));
    List<String> posts =
        answers.stream().filter(line -> line.has("scheduled")).map(ReplayTest::told).toList();
    assertThat(posts).as("180 topics, and that they are over").hasSize(181).doesNotHaveDuplicates();
    assertThat(posts.getFirst()).isEqualTo("2026-01-01T08:00:00Z daily");
    assertThat(answers.get(181).get("title").asText()).isEqualTo("The journey is complete");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"at\":|line 2: not JSON: it ends too early; a line looks like {\"at\":\"2026",
        "{\"at\"|line 2: not JSON: it ends too early; a line looks like {\"at\":\"2026",
        "/done|line 2: not JSON: it cannot be read from character 1 on; a line looks like {",
        "[]|line 2: not a JSON object",
        "{\"at\":\"2026-01-01T09:00:00Z\",\"community\":\"lab\",\"member\":\"asha\"}|line 2: needs"
            + " either \"text\" or \"press\"",
        "{\"community\":\"lab\",\"member\":\"asha\",\"text\":\"/done\"}|line 2: needs \"at\"",
        "{\"at\":\"yesterday\",\"community\":\"lab\",\"member\":\"asha\",\"text\":\"/done\"}|line"
            + " 2: \"at\" is not an instant",
        "{\"at\":\"yester\\r\\nday\",\"community\":\"lab\",\"member\":\"asha\",\"text\":\"/done\"}|line"
            + " 2: \"at\" is not an instant like 2026-01-01T09:00:00Z: yester day",
        "{\"at\":\"2025-12-31T09:00:00Z\",\"community\":\"lab\",\"member\":\"asha\",\"text\":\"/done\"}|line"
            + " 2: time runs backwards",
        "{\"at\":\"2026-01-01T09:00:00Z\",\"community\":\"lab\",\"member\":\"asha\",\"txt\":\"/done\"}|line"
            + " 2: unknown key \"txt\"",
        "{\"at\":\"2026-01-01T09:00:00Z\",\"community\":\"lab\",\"member\":\"asha\",\"text\":7}|line"
            + " 2: \"text\" must be a text",
        "{\"at\":\"2026-01-01T09:00:00Z\",\"community\":\"lab\",\"member\":\"asha\",\"text\":\"/done\"}"
            + " {}|line 2: not JSON: there is more after the object; a line looks like {",
        "{\"at\":\"2026-01-01T09:00:00Z\",\"community\":\"lab\",\"member\":\"asha\",\"text\":\"/done\"}"
            + " x|line 2: not JSON",
        "{\"at\":\"2026-01-01T09:00:00Z\",\"community\":\"lab\",\"member\":\"asha\",\"member\":\"ben\",\"text\":\"/done\"}|line"
            + " 2: not JSON: Duplicate field 'member'",
        "{\"at\":\"+10000-01-01T09:00:00Z\",\"community\":\"lab\",\"member\":\"asha\",\"text\":\"/done\"}|line"
            + " 2: \"at\" is not within the years 1 to 9999",
        "{\"at\":\"9999-12-31T23:00:00-02:00\",\"community\":\"lab\",\"member\":\"asha\",\"text\":\"/done\"}|line"
            + " 2: \"at\" is not within the years 1 to 9999",
        "{\"at\":\"0000-12-31T23:00:00Z\",\"community\":\"lab\",\"member\":\"asha\",\"text\":\"/done\"}|line"
            + " 2: \"at\" is not within the years 1 to 9999",
      })
  void aBadLineIsToldByItsNumber(String bad, String message) {
    assertThatThrownBy(() -> replay(line("2026-01-01T09:00:00Z", "/done"), bad))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void nothingIsAReplayOfNothing() throws IOException {
    assertThat(replay("")).isEmpty();
    assertThat(replay("", "  ", "")).isEmpty();
  }

  @Test
  void namesAndIdsHaveALength() throws IOException {
    String at = "2026-01-01T09:00:00Z";
    String name = "\uD83D\uDE00".repeat(100);
    String id = "x".repeat(200);
    String longest = line(at, name, "/done", ",\"id\":\"" + id + "\"");
    assertThat(replay(longest, longest))
        .extracting(answer -> answer.path("data").path("streak").asInt())
        .as("an id as long as may be, delivered twice")
        .containsExactly(1, 1);
    assertThatThrownBy(() -> replay(line(at, name + "x", "/done", "")))
        .hasMessage("line 1: \"member\" is longer than 100 characters");
    assertThatThrownBy(() -> replay(line(at, "asha", "/done", ",\"id\":\"" + id + "x\"")))
        .hasMessage("line 1: \"id\" is longer than 200 characters");
    assertThatThrownBy(
            () -> replay(line(at, "/done").replace("\"lab\"", "\"" + "l".repeat(101) + "\"")))
        .hasMessage("line 1: \"community\" is longer than 100 characters");
  }

  @Test
  void theFirstAndTheLastInstantAreTaken() throws IOException {
    List<JsonNode> answers =
        replay(line("0001-01-01T00:00:00Z", "/done"), line("9999-12-31T23:59:59Z", "/streak"));
    assertThat(answers.getFirst().get("ok").asBoolean()).isTrue();
    assertThat(answers.getLast().get("ok").asBoolean()).isTrue();
  }

  @Test
  void bytesThatAreNoTextNameTheirLine() {
    byte[] bytes =
        (line("2026-01-01T09:00:00Z", "/done") + "\r\n\n" + line("2026-01-01T10:00:00Z", "\u00ff"))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> replay(bytes)).hasMessage("line 3: not UTF-8");
  }

  @Test
  void aLineWithoutEndIsNotReadToIt() {
    byte[] bytes = new byte[TextLines.LONGEST + 2];
    Arrays.fill(bytes, (byte) ' ');
    assertThatThrownBy(() -> replay(bytes)).hasMessage("line 1: longer than 1048576 bytes");
  }
}
