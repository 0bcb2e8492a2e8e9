package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.playground.PlaygroundStore;
import dev.cairn.platform.local.ReplyControl;
import dev.cairn.platform.local.playground.Message;
import dev.cairn.platform.local.playground.Playground;
import dev.cairn.platform.local.playground.PlaygroundClock;
import dev.cairn.platform.local.playground.PlaygroundCommunity;
import dev.cairn.platform.local.playground.PlaygroundRecords.Contents;
import dev.cairn.platform.local.playground.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The playground over restarts, and how it starts over. */
final class KeptPlaygroundTest {
  private static final Instant MORNING = Instant.parse("2026-01-01T09:00:00Z");
  private static final PlaygroundCommunity COMMUNITY = PlaygroundCommunity.usual();

  /** A run of the program, over what an earlier one has kept. */
  private record Run(TestConversation core, Playground playground, PlaygroundClock clock) {
    static Run on(Database database) {
      TestConversation core = new TestConversation(database);
      PlaygroundClock clock = new PlaygroundClock(() -> MORNING);
      Playground playground =
          new Playground(
              core.cairn().dialogue(),
              clock,
              COMMUNITY,
              new KeptPlayground(new PlaygroundStore(database, COMMUNITY.name())));
      playground.begin();
      return new Run(core, playground, clock);
    }

    static Viewpoint as(int member) {
      return new Viewpoint(COMMUNITY.members().get(member), COMMUNITY.channels().getFirst());
    }

    List<Message> seenBy(int member) {
      return playground.timeline().look(as(member));
    }
  }

  private static List<String> told(List<Message> messages) {
    return messages.stream().map(message -> message.id() + " " + told(message.body())).toList();
  }

  private static String told(Message.Body body) {
    return switch (body) {
      case Message.Chatter(var author, String text) -> author.name() + ": " + text;
      case Message.Answer(var to, var given, Reply reply) ->
          to.name() + " " + given + ": " + PlainText.of(reply) + ReplyControl.on(reply);
      case Message.Post post -> post.nonce() + ": " + PlainText.of(post.card());
    };
  }

  @ParameterizedTest
  @EnumSource
  void whatWasSaidIsThereAfterARestart(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Run first = Run.on(database);
      first.playground.advance(Run.as(0), Duration.ofDays(3));
      for (String line :
          List.of(
              "hello, \"all\" <b>",
              "/done note:\"read about drift\"",
              "/leaderboard",
              "/topic",
              "/settings",
              "/streak why:true",
              "/race show",
              "/nonsense")) {
        first.playground.say(Run.as(0), line);
      }
      first.playground.say(Run.as(3), "/community show");

      Run second = Run.on(database);

      for (int member = 0; member < 4; member++) {
        assertThat(told(second.seenBy(member))).isEqualTo(told(first.seenBy(member)));
      }
      assertThat(pictures(second.seenBy(0))).isNotEmpty().isEqualTo(pictures(first.seenBy(0)));
      assertThat(second.clock.instant())
          .as("as late as it was said")
          .isEqualTo(MORNING.plus(Duration.ofDays(3)));

      Message board =
          second.seenBy(0).stream().filter(KeptPlaygroundTest::isBoard).findFirst().orElseThrow();
      second.playground.press(Run.as(0), board.id(), 1, "leaderboard of:members period:week");
      Message changed =
          second.seenBy(0).stream()
              .filter(message -> message.id() == board.id())
              .findFirst()
              .orElseThrow();
      assertThat(told(Run.on(database).seenBy(0))).isEqualTo(told(second.seenBy(0)));
      assertThat(told(changed.body())).as("it is changed in place").contains("this week");
    }
  }

  private static boolean isBoard(Message message) {
    return told(message.body()).contains("Members by current streak");
  }

  private static List<String> pictures(List<Message> messages) {
    return messages.stream()
        .map(Message::body)
        .filter(Message.Answer.class::isInstance)
        .map(body -> ((Message.Answer) body).reply())
        .filter(Reply.Card.class::isInstance)
        .flatMap(reply -> ((Reply.Card) reply).blocks().stream())
        .filter(Block.Picture.class::isInstance)
        .map(block -> Base64.getEncoder().encodeToString(((Block.Picture) block).image().png()))
        .toList();
  }

  @Test
  void theNewestOfAChannelAreKept() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      Run first = Run.on(database);
      for (int line = 0; line < 250; line++) {
        first.playground.say(Run.as(0), "line " + line);
      }
      List<String> kept = told(Run.on(database).seenBy(0));
      assertThat(kept).hasSize(200);
      assertThat(kept.getFirst()).endsWith("asha: line 50");
      assertThat(kept.getLast()).endsWith("asha: line 249");
    }
  }

  @Test
  void itStartsOver() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      Run run = Run.on(database);
      run.core.say("zoe", "/done");
      run.playground.advance(Run.as(0), Duration.ofDays(3));
      run.playground.say(Run.as(0), "/done note:\"read about drift\"");
      run.playground.say(Run.as(0), "/group create name:Owls");
      run.playground.say(Run.as(1), "/blog add https://example.org/a");
      assertThat(run.playground.contents()).isEqualTo(new Contents(3, 1, 1, 1));

      run.playground.startOver(Run.as(0));

      assertThat(run.playground.contents()).isEqualTo(new Contents(1, 0, 0, 0));
      assertThat(run.clock.instant()).isEqualTo(MORNING);
      assertThat(told(run.seenBy(0))).hasSize(1);
      assertThat(told(Run.on(database).seenBy(0))).isEqualTo(told(run.seenBy(0)));
      run.playground.say(Run.as(0), "/group show");
      run.playground.say(Run.as(0), "/daily show");
      assertThat(told(run.seenBy(0)).get(1)).contains("belong to no group");
      assertThat(told(run.seenBy(0)).get(2)).contains("is for moderators");
      run.playground.say(Run.as(0), "/done");
      assertThat(told(run.seenBy(0)).getLast()).contains("Day one");
      assertThat(run.core.facts("zoe", "/streak")).as("elsewhere").containsEntry("streak", 1);
    }
  }
}
