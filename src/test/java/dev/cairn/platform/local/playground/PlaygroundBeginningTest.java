package dev.cairn.platform.local.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlaygroundBeginningTest {

  @Test
  void theTopicIsPostedEachMorningUnlessSomebodyDecidedOtherwise() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation core = new TestConversation(database);
      PlaygroundClock clock = new PlaygroundClock(() -> Instant.parse("2026-01-01T09:00:00Z"));
      PlaygroundCommunity community = PlaygroundCommunity.usual();
      Playground playground = new Playground(core.cairn().dialogue(), clock, community);
      Viewpoint moderator =
          new Viewpoint(community.members().getLast(), community.channels().getFirst());
      playground.begin();
      assertThat(shown(playground, moderator)).contains("Channel: #general", "Hour: 08:00");
      assertThat(playground.timeline().look(moderator))
          .as("the welcome, and what we asked")
          .hasSize(2);

      playground.say(moderator, "/daily set channel:#daily hour:07:00");
      playground.begin();
      assertThat(shown(playground, moderator)).contains("#daily at 07:00", "#general at 08:00");
    }
  }

  private static String shown(Playground playground, Viewpoint moderator) {
    playground.say(moderator, "/daily show");
    List<Message> all = playground.timeline().look(moderator);
    return PlainText.of(((Message.Answer) all.getLast().body()).reply());
  }
}
