package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Audience;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all can see of members and groups names them: nobody who reads it is "you". */
final class NobodyIsYouTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private void seenByAll(String member, String line) {
    Turn turn = lab.say(member, line);
    assertThat(turn.problem()).as(line).isNull();
    assertThat(turn.audience()).as(line).isEqualTo(Audience.EVERYONE);
    assertThat(turn.text()).as(line).doesNotContainPattern("(?i)\\b(you|your|yours|yourself)\\b");
  }

  private void boards(String member) {
    for (String line :
        new String[] {
          "/streak",
          "/streak member:@asha",
          "/leaderboard",
          "/leaderboard of:groups period:week",
          "/race list",
          "/group list",
          "/community show"
        }) {
      seenByAll(member, line);
    }
  }

  @Test
  void aStreakInEveryStateNamesItsMember() {
    seenByAll("asha", "/streak");
    assertThat(lab.text("asha", "/streak"))
        .contains("Streak of asha", "asha has not checked in yet");
    lab.say("asha", "/done");
    seenByAll("asha", "/streak");
    lab.at("2026-01-02T09:00:00Z");
    seenByAll("asha", "/streak");
    for (int day = 2; day <= 8; day++) {
      lab.at("2026-01-0" + day + "T09:00:00Z").say("asha", "/done");
    }
    lab.say("asha", "/pause until:2026-01-10");
    seenByAll("asha", "/streak");
    lab.moderate("mod", "/checkin revoke @asha 2026-01-08 reason:\"It was a joke\"");
    seenByAll("asha", "/streak");
    lab.at("2026-01-15T09:00:00Z");
    seenByAll("asha", "/streak");
    assertThat(lab.text("asha", "/streak")).contains("the streak of 7 days is back");
    lab.say("asha", "/done");
    seenByAll("asha", "/streak");
  }

  @Test
  void boardsAndRulesNameWhomTheyAreAbout() {
    boards("asha");
    lab.say("asha", "/group create name:Owls");
    lab.say("ben", "/group join name:Owls");
    lab.say("asha", "/done");
    lab.moderate("mod", "/race start name:Sprint from:2026-01-02 until:2026-01-08");
    lab.at("2026-01-02T09:00:00Z");
    boards("asha");
    boards("ben");
    seenByAll("asha", "/race show");
    seenByAll("asha", "/group show");
  }
}
