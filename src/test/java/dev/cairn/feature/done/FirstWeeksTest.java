package dev.cairn.feature.done;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.ReplyControl;
import dev.cairn.platform.local.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How the first weeks read, word for word. {@code -Dcairn.snapshots.update=true} writes them anew;
 * read them from the first line to the last afterwards.
 */
final class FirstWeeksTest {
  private static final Path FOLDER = Path.of("src/test/resources/snapshots/week");
  private static final Instant MORNING = Instant.parse("2026-01-05T18:40:00Z");
  private static final int MOST_LINES = 5;

  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);
  private final StringBuilder told = new StringBuilder();
  private Instant lastEvening = Instant.parse("2026-01-04T23:00:00Z");
  private int posts;

  @AfterEach
  void close() {
    database.close();
  }

  private void day(int number) {
    // Every evening, before what was said in it is overtaken.
    for (Instant evening = lastEvening.plus(1, ChronoUnit.DAYS);
        evening.isBefore(MORNING.plus(number - 1L, ChronoUnit.DAYS));
        evening = evening.plus(1, ChronoUnit.DAYS)) {
      lab.at(evening);
      listen();
      lastEvening = evening;
    }
    lab.at(MORNING.plus(number - 1L, ChronoUnit.DAYS));
    listen();
    told.append("== Day ").append(number).append('\n');
  }

  private void listen() {
    lab.posts().stream()
        .skip(posts)
        .forEach(post ->
            told.append("(")
                .append(post.at())
                .append(", in private)\n")
                .append(post.text())
                .append(buttons(post.message().card()))
                .append("\n\n"));
    posts = lab.posts().size();
  }

  private List<String> asha(String line) {
    told.append("> ").append(line).append('\n');
    return answer(lab.say("asha", line));
  }

  private void press(String action) {
    told.append("> [").append(action).append("]\n");
    answer(lab.press("asha", action));
  }

  private List<String> answer(Turn turn) {
    told.append(PlainText.of(turn.reply()));
    if (turn.reply() instanceof Reply.Card card) {
      told.append(buttons(card));
      told.append("\n\n");
      return lines(card);
    }
    told.append("\n\n");
    return List.of();
  }

  private static List<String> lines(Reply.Card card) {
    return card.blocks().stream()
        .filter(Block.Text.class::isInstance)
        .map(block -> PlainText.of(((Block.Text) block).text()))
        .toList();
  }

  private static String buttons(Reply.Card card) {
    return "\n"
        + card.controls().stream()
            .map(control ->
                switch (control) {
                  case Control.Button button -> "[" + button.label() + "]";
                  case Control.FormButton button -> "[" + button.label() + " …]";
                  case Control.LinkButton button -> "[" + button.label() + "]";
                  case Control.Select select -> "[" + select.placeholder() + "]";
                })
            .collect(Collectors.joining(" "));
  }

  private void matches(String name) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("cairn.snapshots.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, told);
      }
      assertThat(told.toString()).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void tenDaysInARowReadWithoutRepetition() {
    day(1);
    asha("/done day:1");
    List<String> sentences = new ArrayList<>();
    for (int number = 2; number <= 10; number++) {
      day(number);
      List<String> lines = asha("/done day:" + number);
      assertThat(lines).hasSizeLessThanOrEqualTo(MOST_LINES);
      lines.stream()
          .flatMap(line -> Arrays.stream(line.split("(?<=[.?!]) ", -1)))
          // What differs in its numbers only is a repetition.
          .map(sentence -> sentence.replaceAll("\\d+", "#"))
          .filter(sentence -> !sentence.startsWith("asha checked in for "))
          .forEach(sentences::add);
    }
    assertThat(sentences).doesNotHaveDuplicates();
    matches("ten-days-in-a-row.txt");
  }

  @Test
  void aFortnightWithTwoSlips() {
    day(1);
    asha("/done");
    day(2);
    asha("/done note:\"slow, but done\" minutes:25");
    press("settings remind:18:00");
    day(3);
    asha("/done day:3");
    // The fourth day slips by: the freeze that everybody starts with holds the streak.
    day(5);
    asha("/done day:4");
    for (int number = 6; number <= 9; number++) {
      day(number);
      assertThat(asha("/done")).hasSizeLessThanOrEqualTo(MOST_LINES);
    }
    // The tenth and the eleventh slip by: one freeze is one too few.
    day(12);
    asha("/streak");
    asha("/done");
    day(13);
    asha("/done");
    day(14);
    asha("/done");
    asha("/streak why:true");
    matches("a-fortnight-with-two-slips.txt");
  }

  @Test
  void theGroupIsToldOfAsItStandsToday() {
    lab.at(MORNING);
    lab.say("asha", "/group create name:Owls");
    lab.say("ben", "/group join name:Owls");
    lab.say("chen", "/group join name:Owls");
    lab.say("dia", "/group join name:Owls");
    lab.at(MORNING.plus(1, ChronoUnit.DAYS));
    List.of("asha", "ben", "chen", "dia").forEach(member -> lab.say(member, "/done"));
    lab.at(MORNING.plus(2, ChronoUnit.DAYS));
    assertThat(lab.text("asha", "/done")).contains("asha is the first of Owls today, of 4.");
    assertThat(lab.text("ben", "/done")).contains("Owls today: 2 of 4 have checked in.");
    assertThat(lab.text("chen", "/done")).contains("Only one of Owls is missing today.");
    assertThat(lab.text("dia", "/done")).contains("Owls is complete today: all 4 have checked in.");
  }

  @Test
  void whoIsFirstOfTheirGroupIsToldSoOnlyOnceTheyAre() {
    lab.at("2026-01-05T18:00:00Z").say("ben", "/group create name:Owls");
    lab.say("asha", "/group join name:Owls");
    assertThat(lab.text("asha", "/done"))
        .contains("Owls counts asha from tomorrow on.")
        .doesNotContain("the first of");
    lab.at("2026-01-07T18:00:00Z");
    assertThat(lab.text("asha", "/done yesterday:true"))
        .contains("Nobody of Owls has checked in today yet.")
        .doesNotContain("the first of");
    lab.say("chen", "/group join name:Owls");
    assertThat(lab.text("asha", "/done"))
        .as("without whoever joined today")
        .contains("asha is the first of Owls today, of 2.");
  }

  @Test
  void aFreezeThatADayToldLateGivesBackIsNotEarned() {
    for (int day = 1; day <= 7; day++) {
      lab.at("2026-01-0" + day + "T18:00:00Z").say("asha", "/done");
    }
    lab.at("2026-01-09T18:00:00Z");
    assertThat(lab.text("asha", "/done yesterday:true"))
        .contains("8 days in a row")
        .doesNotContain("earned");
    lab.at("2026-01-01T18:00:00Z").say("ben", "/done");
    lab.at("2026-01-03T18:00:00Z");
    assertThat(lab.text("ben", "/done yesterday:true"))
        .contains("2 days in a row")
        .doesNotContain("earned");
  }

  @Test
  void aDayThatWasRevokedIsNotOfferedBesideOneToldLate() {
    String offer = "I studied today, too";
    for (String member : List.of("asha", "ben")) {
      lab.at("2026-01-05T18:00:00Z").say(member, "/done");
    }
    lab.at("2026-01-07T18:00:00Z").say("ben", "/done");
    lab.moderate("mod", "/checkin revoke @ben 2026-01-07 reason:\"It was a joke\"");
    assertThat(lab.say("asha", "/done yesterday:true").offers())
        .extracting(ReplyControl::label)
        .contains(offer);
    assertThat(lab.say("ben", "/done yesterday:true").offers())
        .extracting(ReplyControl::label)
        .isNotEmpty()
        .doesNotContain(offer);
  }

  @Test
  void aFreezeThatADayToldLateEarnsIsTold() {
    for (int day = 1; day <= 6; day++) {
      lab.at("2026-01-0" + day + "T18:00:00Z").say("asha", "/done");
      if (day != 6) {
        lab.say("ben", "/done");
      }
    }
    lab.at("2026-01-07T18:00:00Z").say("ben", "/done");
    assertThat(lab.text("ben", "/done yesterday:true"))
        .as("today, by the day before it")
        .contains("7 days in a row", "earned");
    lab.at("2026-01-08T18:00:00Z");
    assertThat(lab.text("asha", "/done yesterday:true")).contains("7 days in a row", "earned");
  }

  @Test
  void aComebackThatADayToldLateCompletesIsTold() {
    for (int day = 1; day <= 8; day++) {
      lab.at("2026-01-0" + day + "T18:00:00Z").say("asha", "/done");
    }
    // Two freezes bridge two days, and the third ends the streak of eight.
    lab.at("2026-01-12T18:00:00Z").say("asha", "/done");
    lab.at("2026-01-13T18:00:00Z").say("asha", "/done");
    lab.at("2026-01-15T18:00:00Z");
    assertThat(lab.text("asha", "/done yesterday:true"))
        .contains("asha's streak is back: 11 days", "The missed days are won back");
  }

  @Test
  void twoThingsToReachAreSpokenOfAsTwo() {
    lab.at("2026-01-01T18:00:00Z").say("asha", "/done");
    lab.at("2026-01-03T18:00:00Z").say("asha", "/done");
    lab.at("2026-01-04T18:00:00Z");
    assertThat(lab.text("asha", "/done"))
        .contains("The 7-day milestone and a freeze are 4 days away.");
    assertThat(lab.text("asha", "/done undo:true minutes:5"))
        .contains("Use undo on its own. It takes back today's check-in first.");
    assertThat(lab.text("asha", "/help")).contains("check in, and your streak grows.");
    lab.say("asha", "/done day:1");
    assertThat(lab.text("asha", "/progress")).contains("1 of 180 days studied.");
  }

  @Test
  void whoWalksAtTheirOwnPaceIsToldWhatIsNextForThem() {
    lab.at(MORNING);
    lab.say("asha", "/path kind:own day:20");
    lab.say("asha", "/done");
    lab.at(MORNING.plus(1, ChronoUnit.DAYS)).say("asha", "/done day:20");
    lab.at(MORNING.plus(2, ChronoUnit.DAYS));
    assertThat(lab.text("asha", "/done day:21")).contains("Tomorrow is Day 22:");
  }
}
