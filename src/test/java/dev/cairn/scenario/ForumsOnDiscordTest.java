package dev.cairn.scenario;

import static dev.cairn.scenario.Person.MO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.platform.discord.standin.World;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Daily posts in Discord's forums, which no other platform has. */
class ForumsOnDiscordTest {
  private Core core;
  private ScenarioDiscord stage;

  @BeforeEach
  void open() throws Exception {
    core = new Core(ScenarioScript.START);
    stage = new ScenarioDiscord(core);
  }

  @AfterEach
  void close() {
    stage.close();
    core.close();
  }

  private static Line in(PostedIn where) {
    return Line.of("daily set").with("channel", where).with("hour", "08:00").with("zone", "UTC");
  }

  @Test
  void eachDayIsANewPostThatIsKeptUpToDate() throws Exception {
    assertThat(stage.give(MO, in(PostedIn.FORUM).with("ping", Circle.READERS)))
        .contains("Saved", "a forum", "each post is one", "@readers")
        .doesNotContain("Pinned");
    assertThat(stage.give(MO, Line.of("daily preview")))
        .contains("It is a new post in the forum, “Day 2: A learning log you keep in public”.");
    core.moveTo(Instant.parse("2026-01-06T08:00:00Z"));
    JsonNode post = stage.nextForumPost();
    assertThat(post.path("name").asText()).isEqualTo("Day 2: A learning log you keep in public");
    assertThat(post.at("/message/components/0/content").asText())
        .isEqualTo("<@&" + World.READERS + ">");
    assertThat(post.at("/message/allowed_mentions/roles"))
        .hasToString("[\"" + World.READERS + "\"]");
    assertThat(stage.press(Person.ASHA, "I studied this")).contains("You checked in");
    core.moveTo(Instant.parse("2026-01-06T08:01:00Z"));
    assertThat(stage.nextEdit().toString()).contains("1 studied this");
    core.moveTo(Instant.parse("2026-01-07T08:00:00Z"));
    assertThat(stage.nextForumPost().path("name").asText()).startsWith("Day 3: ");
    assertThat(stage.otherPosts()).as("nothing beside the posts").isEmpty();
  }

  @Test
  void whatAForumDoesNotHaveIsRefused() throws Exception {
    assertThat(stage.give(MO, in(PostedIn.FORUM).with("pin", true)))
        .contains("A forum keeps one post pinned at a time", "Nothing was changed");
    assertThat(stage.give(MO, in(PostedIn.FORUM).with("thread", false)))
        .contains("In a forum each post is a thread itself");
    assertThat(stage.give(MO, in(PostedIn.CHANNEL).with("tag", "Topics")))
        .contains("Only posts in a forum channel of Discord have tags");
    assertThat(stage.give(MO, Line.of("daily show"))).contains("is not posted here yet");
  }

  @Test
  void aTagThatIsNeededIsAskedForAndKept() throws Exception {
    assertThat(stage.give(MO, in(PostedIn.TAGGED_FORUM)))
        .contains("The forum #tagged wants a tag on each post. Say which, with tag: Topics.");
    assertThat(stage.give(MO, in(PostedIn.TAGGED_FORUM).with("tag", "Nonsense")))
        .contains("#tagged has no tag Nonsense. Say which, with tag: Topics.");
    assertThat(stage.give(MO, in(PostedIn.TAGGED_FORUM).with("tag", "staff")))
        .contains("Give my role the permission Manage Threads in #tagged");
    assertThat(stage.give(MO, in(PostedIn.TAGGED_FORUM).with("tag", "topics")))
        .contains("Saved", "Topics");
    assertThat(stage.give(MO, in(PostedIn.TAGGED_FORUM).with("hour", "09:00"))).contains("09:00");
    assertThat(stage.give(MO, Line.of("daily show"))).contains("Topics");
    core.moveTo(Instant.parse("2026-01-06T09:00:00Z"));
    assertThat(stage.nextForumPost().path("applied_tags").path(0).asText()).isEqualTo(World.TAG);
  }

  @Test
  void theDoctorTellsOfARoleAndATagThatWereRemovedAfterTheyWereChosen() throws Exception {
    stage.give(MO, in(PostedIn.CHANNEL).with("ping", Circle.READERS));
    stage.give(MO, in(PostedIn.TAGGED_FORUM).with("tag", "Topics"));
    assertThat(stage.give(MO, Line.of("community doctor"))).contains("All is well");
    stage.removeReadersAndTags();
    assertThat(stage.give(MO, Line.of("community doctor")))
        .contains(
            "Limited: The daily post in #general: There is no role @readers here. Pick another for"
                + " ping in daily set",
            "I cannot work: The daily post in #tagged: its tag Topics is there no longer, and the"
                + " forum wants one on each post. Choose one for tag in daily set.");
    assertThat(stage.give(MO, Line.of("community doctor").with("channel", PostedIn.CHANNEL)))
        .contains("@readers")
        .doesNotContain("Topics");
  }

  @Test
  void aRoleThatMayNotBeMentionedIsRefused() throws Exception {
    assertThat(stage.give(MO, in(PostedIn.CHANNEL).with("ping", "&" + World.ABOVE_US)))
        .contains("I may not mention the role @Elders in #general", "nothing was changed")
        .contains("allow anyone to mention it");
    assertThat(stage.give(MO, Line.of("daily show"))).contains("is not posted here yet");
  }
}
