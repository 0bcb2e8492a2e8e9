package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.catalog.Catalog;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.Property;
import dev.cairn.platform.local.Turn;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(SpokenToAll.spokenTo(turn.reply())).as(line).isEmpty();
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

  @Test
  void theEndOfTheJourneyAndOfAPathIsToldOfAll() {
    lab.moderate("mod", "/journey start date:2025-06-01");
    seenByAll("asha", "/topic");
    seenByAll("asha", "/journey show");
    assertThat(lab.text("asha", "/journey show")).contains("All 180 days are done.");
    lab.say("ben", "/path kind:own day:180");
    lab.say("ben", "/done day:180");
    lab.at("2026-01-02T09:00:00Z");
    seenByAll("ben", "/topic");
    assertThat(lab.text("ben", "/topic")).contains("ben has studied every day of the path");
  }

  @Test
  void aDayPressedInPrivateStillSpeaksToItsMember() {
    Turn first = lab.press("asha", "done");
    assertThat(first.audience()).isEqualTo(Audience.CALLER);
    assertThat(first.text()).contains("You start with a freeze", "Your day ends at 04:00 UTC");
    seenByAll("ben", "/done");
  }

  @Test
  void aYearInReviewThatIsSharedNamesWhoseItIs() {
    lab.say("asha", "/done");
    lab.at("2027-01-02T09:00:00Z");
    Turn shared = lab.press("asha", "wrapped share:true");
    assertThat(shared.audience()).isEqualTo(Audience.EVERYONE);
    assertThat(shared.text()).contains("The year of asha");
    assertThat(SpokenToAll.spokenTo(shared.reply())).isEmpty();
  }

  @Test
  void aReminderInAChannelNamesWhomItReminds() {
    lab.closes("asha");
    lab.say("asha", "/settings remind:20:00 remindin:#nudges");
    lab.say("asha", "/done");
    lab.at("2026-01-02T21:00:00Z");
    assertThat(lab.posts()).hasSize(1);
    assertThat(lab.posts().getFirst().text())
        .contains("asha's streak of 1 day", "@asha has not checked in today", "asha holds 1 freeze")
        .doesNotContainPattern("(?i)\\byou(r)?\\b");
  }

  @Test
  void whateverAllCanSeeNamesWhomItIsAbout(@TempDir Path folder) {
    Catalog impersonal = SpokenToAll.impersonal(folder);
    Set<String> commands = new TreeSet<>();
    Set<String> kinds = new HashSet<>();
    Property.forAll(
        2,
        random -> {
          try (Database fresh = DatabaseUnderTest.H2.open()) {
            SpokenToAll community = new SpokenToAll(fresh, impersonal, random);
            community.live(28);
            commands.addAll(community.commands());
            kinds.addAll(community.kinds());
            assertThat(community.spoken()).isEmpty();
          }
        });
    if (Long.getLong("cairn.seed") == null) {
      assertThat(commands).as("what all can see was seen").containsAll(open());
      assertThat(kinds).contains("daily", "weekly", "milestone", "race");
    }
  }

  /** The commands that are answered to all, whatever is given with them or when it is. */
  private Set<String> open() {
    return lab.cairn().dialogue().registry().specs().stream()
        .filter(spec -> spec.audience() == Audience.EVERYONE || !spec.exceptions().isEmpty())
        .map(CommandSpec::name)
        .map(Object::toString)
        // Help is for whoever wants it, and speaks to them.
        .filter(name -> !name.equals("help"))
        // That takes a year.
        .filter(name -> !name.equals("wrapped"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
