package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Problem;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.ReplyControl;
import dev.cairn.platform.local.Turn;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be undone by pressing again asks first, and moderators' changes are on record. */
final class AskFirstTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private static List<String> labels(Turn turn) {
    return turn.offers().stream().map(ReplyControl::label).toList();
  }

  private static String only(Turn turn) {
    assertThat(turn.offers()).hasSize(1);
    return turn.offers().getFirst().action().toString();
  }

  @Test
  void pressingLeaveAsksInPrivateWhatIsToHappen() {
    lab.say("asha", "/group create owls");
    lab.say("ravi", "/group join owls");
    List<String> labels = labels(lab.say("asha", "/group show"));
    assertThat(labels.indexOf("Leave") - labels.indexOf("Join")).isGreaterThan(1);
    Turn asked = lab.press("asha", "group leave");
    assertThat(asked.audience()).isEqualTo(Audience.CALLER);
    assertThat(asked.text()).contains("Leave owls?", "Today still counts", "ravi will own it");
    assertThat(lab.facts("asha", "/group show").get("members")).isEqualTo(2);
    assertThat(lab.press("asha", only(asked)).text()).contains("asha has left owls");
    Turn last = lab.press("ravi", "group leave");
    assertThat(last.text()).contains("You are the last in it", "disbanded");
    lab.say("ravi", "/group leave");
    lab.say("ravi", "/group create larks");
    assertThat(lab.press("ravi", only(last)).problem()).isEqualTo(Problem.CONFLICT);
  }

  @Test
  void aJourneyThatRunsIsStartedOverOnlyWhenThatIsMeant() {
    lab.moderate("mod", "/journey start");
    lab.at("2026-01-05T09:00:00Z");
    Turn asked = lab.moderate("mod", "/journey start without:sat,sun");
    assertThat(asked.audience()).isEqualTo(Audience.CALLER);
    assertThat(asked.text()).contains("It is at day 5 of 180", "Nothing is changed yet");
    assertThat(lab.facts("mod", "/journey show").get("day")).isEqualTo(5);
    assertThat(lab.moderatorPresses("mod", only(asked)).text())
        .contains("Today is day 1", "Saturday and Sunday");
  }

  @Test
  void aSecondPostOfTheDayIsMadeOnlyWhenThatIsMeant() {
    lab.moderate("mod", "/daily set channel:#daily hour:08:00");
    lab.at("2026-01-02T09:00:00Z");
    Turn asked = lab.moderate("mod", "/daily post");
    assertThat(asked.text()).contains("Post it a second time?", "#daily");
    lab.at("2026-01-02T09:01:00Z");
    assertThat(lab.posts()).hasSize(1);
    assertThat(lab.moderatorPresses("mod", only(asked)).text()).contains("on its way");
    lab.at("2026-01-02T09:02:00Z");
    assertThat(lab.posts()).hasSize(2);
  }

  @Test
  void allThatModeratorsChangeIsOnRecordByName() {
    lab.moderate("mod", "/journey start");
    lab.moderate("mod", "/journey pause");
    lab.moderate("mod", "/journey resume");
    lab.moderate("mod", "/journey skip");
    lab.moderate("mod", "/daily set channel:#daily hour:08:00");
    lab.moderate("mod", "/daily post");
    lab.moderate("mod", "/daily off");
    lab.moderate("mod", "/milestone rules channel:#news");
    lab.moderate("mod", "/community set quorum:60");
    assertThat(lab.moderate("mod", "/audit").text())
        .contains(
            "mod set the start of the journey to Thursday 1 January 2026",
            "mod paused the journey",
            "mod had the journey go on",
            "mod passed over today's topic",
            "mod had the topic of the day posted in #daily at 08:00, every day",
            "mod posted today's topic in #daily",
            "mod ended the posts of the topic of the day",
            "mod changed the rules of milestones: channel #news",
            "mod changed the rules: ");
  }
}
