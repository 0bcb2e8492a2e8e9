package dev.cairn.feature.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.catalog.seeds.EditedSeeds;
import dev.cairn.catalog.seeds.GeneratedSeeds;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.Conversation;
import dev.cairn.platform.local.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Day 1 and day 2 teach, and open part by part; the others only set a task. */
class DayPartTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private TestConversation lab = new TestConversation(database);

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    EditedSeeds seeds = GeneratedSeeds.below(folder, Set.of(1, 2));
    seeds.replace(
        GeneratedSeeds.FIRST, "hints: \\[Look at 1\\]", "hints: [Look at 1, Look closer at 1]");
    seeds.replace(
        GeneratedSeeds.FIRST, "Do 1 third\\]", "\"Type it:\\\\nif x == 1:\\\\n    x = 2\"]");
    seeds.replace(GeneratedSeeds.FIRST, "(?<=roles: \\[role\\]\n)", "    resources: [resource]\n");
    seeds.replace(
        "resources.yaml",
        "    sources:",
        "    status: {state: retired, since: 2024-05, successor: Another, checked: 2026-11-28}\n"
            + "    sources:");
    lab = new TestConversation(database, "study", CatalogLoader.load(seeds.folder()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aDayIsShortAndOpensUp() {
    Turn topic = lab.say("asha", "/topic");

    assertThat(topic.audience()).isEqualTo(Audience.EVERYONE);
    assertThat(topic.text())
        .contains("Reason 1 is good.", "about 40 minutes", "Do task 1 now.", "Task 1 is there")
        .doesNotContain("word1-2", "Do 1 second", "Look at 1");
    assertThat(Conversation.labels(topic.reply()))
        .containsSubsequence(
            "I studied this", "Explain", "Steps", "Hint", "Check myself", "Discuss");
    assertThat(Conversation.actions(topic.reply())).contains("check day:1", "term name:term");
  }

  @ParameterizedTest
  @CsvSource({
    "explain, word1-120.",
    "explain, Forgetting 1 is easy.",
    "explain, The resource (no longer offered since May 2024; instead: Another)",
    "steps, Do 1 second",
    "steps, Task 1 is there to see.",
    "steps, '    x = 2'",
    "steps, Docker",
    "steps, Do 1 on paper.",
    "steps, With 20 minutes more",
    "hint, Look at 1",
    "discuss, What of 1?",
    "discuss, Words on 1.",
  })
  void aPartIsOpenedForWhoeverAsksAlone(String part, String told) {
    Turn opened = lab.say("asha", "/topic part:" + part);

    assertThat(opened.audience()).isEqualTo(Audience.CALLER);
    assertThat(opened.text()).contains(told);
    assertThat(opened.reply().facts().values())
        .containsEntry("day", 1)
        .containsEntry("id", "day-1")
        .containsEntry("track", "track");
  }

  @Test
  void hintsComeOneByOne() {
    Turn first = lab.say("asha", "/topic 1 part:hint");
    assertThat(first.text()).doesNotContain("closer");
    assertThat(Conversation.labels(first.reply())).contains("Next hint (2 of 2)");

    Turn second = lab.press("asha", "topic day:1 part:hint hint:2");
    assertThat(second.text()).contains("Look closer at 1");
    assertThat(Conversation.labels(second.reply())).noneMatch(label -> label.contains("Next"));
  }

  @Test
  void aDayThatOnlySetsATaskIsShownAtOnce() {
    Turn topic = lab.say("asha", "/topic 3");

    assertThat(topic.text()).contains("What of 3?", "Do what 3 asks.");
    assertThat(Conversation.labels(topic.reply())).doesNotContain("Explain", "Check myself");
    assertThat(lab.text("asha", "/topic 3 part:explain")).contains("no explanation");
  }

  @Test
  void theDailyPostOpensUpToo() {
    lab.moderate("mo", "/daily set channel:#daily hour:08:00");
    lab.at("2026-01-02T09:30:00Z");

    String posted =
        lab.posts().stream()
            .filter(post -> post.kind().equals("daily"))
            .map(post -> PlainText.of(post.message().card()))
            .findFirst()
            .orElseThrow();
    assertThat(posted).contains("Done when", "What of ").doesNotContain("Do 2 second");
  }
}
