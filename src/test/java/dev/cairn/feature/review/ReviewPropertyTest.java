package dev.cairn.feature.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.catalog.seeds.GeneratedSeeds;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.Property;
import dev.cairn.feature.member.Member;
import dev.cairn.platform.local.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the interleaving of presses, restarts and clock: an answer counts once for each showing
 * of a card, no card is asked before it is due, and none is lost.
 */
final class ReviewPropertyTest {
  private static final int DAYS = 6;
  private static final List<String> RATINGS = List.of("again", "hard", "good", "easy");

  @Test
  void noCardIsLostOrAskedTwiceAtOnce(@TempDir Path folder) throws IOException {
    Set<Integer> teaching = IntStream.rangeClosed(1, DAYS).boxed().collect(Collectors.toSet());
    Catalog catalog = CatalogLoader.load(GeneratedSeeds.below(folder, teaching).folder());
    Property.forAll(
        12,
        random -> {
          try (Database database = DatabaseUnderTest.H2.open()) {
            new Learner(database, catalog, random).live();
          }
        });
  }

  /** Somebody who reviews now and then, and presses what still stands further up. */
  private static final class Learner {
    private final Database database;
    private final Catalog catalog;
    private final RandomGenerator random;
    private TestConversation lab;
    private Instant now = Instant.parse("2026-01-01T09:00:00Z");

    /** Every button that was ever shown, with how often its card had been answered by then. */
    private final List<Action> shown = new ArrayList<>();

    /** How often each card was answered, by our own count. */
    private final Map<String, Integer> answered = new HashMap<>();

    private final Map<String, Instant> due = new HashMap<>();
    private final Set<Integer> studied = new HashSet<>();

    private Learner(Database database, Catalog catalog, RandomGenerator random) {
      this.database = database;
      this.catalog = catalog;
      this.random = random;
      this.lab = new TestConversation(database, "here", catalog);
    }

    void live() {
      for (int step = 0; step < 90; step++) {
        switch (random.nextInt(10)) {
          case 0 -> study();
          case 1 -> restart();
          case 2 -> wait(Duration.ofMinutes(random.nextInt(20)));
          case 3 -> wait(Duration.ofHours(random.nextInt(60)));
          case 4, 5 -> ask();
          default -> press();
        }
      }
      answerEverything();
      theMemoryIsTheReplayOfTheLog();
      assertThat(answered.keySet())
          .as("every card of a studied day was asked in the end")
          .isEqualTo(
              studied.stream()
                  .flatMap(day -> catalog.day(day).orElseThrow().cards().stream())
                  .map(card -> card.publicId())
                  .collect(Collectors.toSet()));
    }

    /** What is stored for speed is what the answers give when they are gone through again. */
    private void theMemoryIsTheReplayOfTheLog() {
      ReviewStore store = new ReviewStore(database);
      Member asha = new People(database).here("asha");
      Map<String, List<Recall>> log =
          store.all(asha).stream().collect(Collectors.groupingBy(Recall::card));
      assertThat(log).isNotEmpty();
      assertThat(store.kept(asha, LocalDate.EPOCH).remembered())
          .isEqualTo(
              log.entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          Map.Entry::getKey,
                          card ->
                              new Remembered(
                                  Reviews.replayed(card.getValue()), card.getValue().size()))));
    }

    private void study() {
      int day = 1 + random.nextInt(DAYS);
      lab.say("asha", "/done day:" + day);
      studied.add(day);
    }

    private void restart() {
      lab = new TestConversation(database, "here", catalog).at(now);
    }

    private void wait(Duration duration) {
      now = now.plus(duration);
      lab.at(now);
    }

    private void ask() {
      seen(lab.say("asha", "/review"));
    }

    /** Remembers the buttons, and that what is asked may be asked. */
    private void seen(Turn turn) {
      for (Control control : ((Reply.Card) turn.reply()).controls()) {
        if (control instanceof Control.Button button
            && button.action().arguments().containsKey("times")) {
          String card = Objects.requireNonNull(button.action().arguments().get("card"));
          int times = Integer.parseInt(button.action().arguments().getOrDefault("times", "-1"));
          assertThat(times).isEqualTo(answered.getOrDefault(card, 0));
          if (button.action().arguments().containsKey("reveal")) {
            assertThat(due.getOrDefault(card, now)).as(card).isBeforeOrEqualTo(now);
          }
          shown.add(button.action());
        }
      }
    }

    private void press() {
      if (shown.isEmpty()) {
        ask();
        return;
      }
      // Mostly what stands lowest.
      int back = random.nextInt(random.nextInt(3) > 0 ? Math.min(5, shown.size()) : shown.size());
      press(shown.get(shown.size() - 1 - back));
    }

    private void press(Action action) {
      String card = Objects.requireNonNull(action.arguments().get("card"));
      Turn turn = lab.press("asha", action.toString());
      if (action.arguments().containsKey("rate")) {
        int times = Integer.parseInt(action.arguments().getOrDefault("times", "-1"));
        if (times == answered.getOrDefault(card, 0)) {
          answered.merge(card, 1, Integer::sum);
        }
        due.put(
            card,
            Instant.parse(
                Objects.requireNonNull(turn.reply().facts().values().get("due")).toString()));
      }
      seen(turn);
    }

    private void answerEverything() {
      for (int day = 0; day < 30; day++) {
        wait(Duration.ofDays(1));
        for (int card = 0; card < 40; card++) {
          Turn turn = lab.say("asha", "/review");
          seen(turn);
          if (!(turn.reply().facts().values().get("card") instanceof Map<?, ?> asked)) {
            break;
          }
          Object id = Objects.requireNonNull(asked.get("id"));
          press(
              Action.of("review")
                  .with("card", id)
                  .with("times", answered.getOrDefault(id.toString(), 0))
                  .with("rate", RATINGS.get(1 + random.nextInt(3))));
        }
      }
    }
  }
}
