package dev.cairn.domain.streak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.Life;
import dev.cairn.domain.NaiveStreak;
import dev.cairn.domain.Property;
import dev.cairn.domain.day.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The fold over generated lives. */
class StreakPropertiesTest {
  private static final Duration MOMENT = Duration.ofNanos(1);

  @Test
  void agreesWithAnIndependentReadingOfTheRules() {
    forAllLives(
        300,
        life -> {
          Life.Recorder recorder = new Life.Recorder(life);
          NaiveStreak naive = new NaiveStreak(life);
          for (Life.Act act : life.acts()) {
            recorder.record(act);
            naive.record(act);
          }
          for (Instant now : nows(life)) {
            assertThat(StreakFold.fold(recorder.history(), now))
                .as("at %s", now)
                .isEqualTo(naive.at(now));
            assertThat(
                    Ledger.of(recorder.history(), now).entries().stream()
                        .map(entry -> entry.day() + " " + state(entry) + " " + entry.streak()))
                .as("explained at %s", now)
                .containsExactlyElementsOf(naive.ledger(now));
          }
        });
  }

  private static String state(Ledger.Entry entry) {
    return switch (entry.verdict()) {
      case Verdict.Checked _ -> "checked";
      case Verdict.Covered _ -> "covered";
      case Verdict.Frozen _ -> "frozen";
      case Verdict.Mended _ -> "mended";
      case Verdict.Missed _ -> "missed";
      case Verdict.Open _ -> "open";
    };
  }

  @Test
  void goesOnFromAnyStoredStateToWhatTheFoldFromScratchSays() {
    forAllLives(
        250,
        life -> {
          Life.Recorder recorder = new Life.Recorder(life);
          List<StreakState> stored = new ArrayList<>(List.of(StreakState.NONE));
          for (Life.Act act : life.acts()) {
            LocalDate corrected = recorder.record(act);
            stored.removeIf(state -> !state.settledThrough().isBefore(corrected));
            MemberHistory history = recorder.history();
            Streak expected = StreakFold.fold(history, act.at());
            Instant breaks = StreakFold.breaksAt(history, act.at());
            for (StreakState state : stored) {
              MemberHistory recent = withoutOldDays(history, state);
              assertThat(StreakFold.fold(state, recent, act.at()))
                  .as("%s at %s", state, act.at())
                  .isEqualTo(expected);
              assertThat(StreakFold.breaksAt(state, recent, act.at())).isEqualTo(breaks);
              assertThat(StreakFold.settle(state, recent, act.at()))
                  .isEqualTo(StreakFold.settle(StreakState.NONE, history, act.at()));
            }
            if (stored.size() > 4) {
              stored.remove(1);
            }
            stored.add(StreakFold.settle(stored.getLast(), history, act.at()));
          }
        });
  }

  /**
   * Whoever goes on from a state need not load what is older than the figure beside the streak
   * looks back.
   */
  private static MemberHistory withoutOldDays(MemberHistory history, StreakState state) {
    if (state.firstDay() == null) {
      return history;
    }
    return new MemberHistory(
        history.zones(),
        history.policy(),
        history.metAt(),
        new TreeMap<>(history.checked().tailMap(state.settledThrough().minusDays(30), true)),
        history.toldLateOn(),
        history.revoked(),
        history.restDays(),
        history.pauses(),
        history.excuses(),
        history.outages());
  }

  @Test
  void breaksAtTheInstantItSaysAndNotBefore() {
    forAllLives(
        1500,
        life -> {
          Life.Recorder recorder = new Life.Recorder(life);
          life.acts().forEach(recorder::record);
          for (Instant now : nows(life)) {
            MemberHistory history = recorder.history();
            Streak streak = StreakFold.fold(history, now);
            Instant breaks = StreakFold.breaksAt(history, now);
            assertThat(breaks == null).isEqualTo(streak.length() == 0);
            if (breaks != null) {
              assertThat(breaks).isAfter(now);
              assertThat(StreakFold.fold(history, breaks.minus(MOMENT)).length())
                  .isEqualTo(streak.length());
              assertThat(StreakFold.fold(history, breaks).length()).isZero();
            }
          }
        });
  }

  @Test
  void explainsExactlyWhatTheFoldSays() {
    forAllLives(
        1500,
        life -> {
          Life.Recorder recorder = new Life.Recorder(life);
          life.acts().forEach(recorder::record);
          for (Instant now : nows(life)) {
            MemberHistory history = recorder.history();
            Streak streak = StreakFold.fold(history, now);
            List<Ledger.Entry> entries = Ledger.of(history, now).entries();
            if (history.checked().isEmpty()) {
              assertThat(entries).isEmpty();
              continue;
            }
            Ledger.Entry last = entries.getLast();
            assertThat(entries.getFirst().day()).isEqualTo(history.checked().firstKey());
            assertThat(last.day()).isEqualTo(streak.today());
            assertThat(entries)
                .hasSize(
                    (int) (streak.today().toEpochDay() - history.checked().firstKey().toEpochDay())
                        + 1);
            assertThat(last.streak()).isEqualTo(streak.length());
            assertThat(last.freezes()).isEqualTo(streak.freezes());
            assertThat(entries.stream().mapToInt(Ledger.Entry::streak).max())
                .hasValue(streak.longest());
            assertThat(last.verdict() instanceof Verdict.Checked)
                .isEqualTo(streak.status() == Streak.Status.DONE);
            assertThat(
                    entries.stream()
                        .filter(entry -> entry.verdict() instanceof Verdict.Checked)
                        .map(Ledger.Entry::day))
                .containsExactlyElementsOf(history.checked().keySet());
            addsUp(entries);
          }
        });
  }

  /** Each line follows from the one before it by its own verdict. */
  private static void addsUp(List<Ledger.Entry> entries) {
    int streak = 0;
    int freezes = startedWith(entries.getFirst());
    for (Ledger.Entry entry : entries) {
      switch (entry.verdict()) {
        case Verdict.Checked _ -> {
          streak++;
          freezes -= entry.wonBack() ? spentOnMending(entry, freezes) : 0;
          freezes += entry.earnedFreeze() ? 1 : 0;
        }
        case Verdict.Frozen _ -> freezes--;
        case Verdict.GapTooLong _ -> streak = 0;
        case Verdict.NoStreak _ -> assertThat(streak).isZero();
        case Verdict.Covered _, Verdict.Open _, Verdict.Mended _ -> {}
      }
      assertThat(entry.streak()).as("%s", entry).isEqualTo(streak);
      assertThat(entry.freezes()).as("%s", entry).isEqualTo(freezes).isNotNegative();
    }
  }

  private static int startedWith(Ledger.Entry first) {
    return first.freezes() - (first.earnedFreeze() ? 1 : 0);
  }

  private static int spentOnMending(Ledger.Entry entry, int held) {
    int spent = held + (entry.earnedFreeze() ? 1 : 0) - entry.freezes();
    assertThat(spent).isBetween(0, held);
    return spent;
  }

  @Test
  void neverSpendsAFreezeTwiceNorOneThatWasNotEarned() {
    forAllLives(
        1500,
        life -> {
          Life.Recorder recorder = new Life.Recorder(life);
          life.acts().forEach(recorder::record);
          List<Ledger.Entry> entries = Ledger.of(recorder.history(), life.ends()).entries();
          List<@Nullable LocalDate> unspent = new ArrayList<>();
          if (!entries.isEmpty()) {
            unspent.addAll(Collections.nCopies(startedWith(entries.getFirst()), null));
          }
          for (Ledger.Entry entry : entries) {
            if (entry.wonBack()) {
              unspent.subList(0, spentOnMending(entry, unspent.size())).clear();
            }
            if (entry.earnedFreeze()) {
              unspent.add(entry.day());
            }
            if (entry.verdict() instanceof Verdict.Frozen(LocalDate earnedOn)) {
              assertThat(unspent.removeFirst()).isEqualTo(earnedOn);
            }
          }
          if (!entries.isEmpty()) {
            assertThat(entries.getLast().freezes()).isEqualTo(unspent.size());
          }
        });
  }

  @Test
  void nothingButACorrectionChangesASettledDay() {
    forAllLives(
        1500,
        life -> {
          Life.Recorder recorder = new Life.Recorder(life);
          for (Life.Act act : life.acts()) {
            StreakState before = StreakFold.settle(StreakState.NONE, recorder.history(), act.at());
            LocalDate corrected = recorder.record(act);
            if (corrected.equals(LocalDate.MAX)) {
              assertThat(StreakFold.settle(StreakState.NONE, recorder.history(), act.at()))
                  .as("%s", act)
                  .isEqualTo(before);
            }
          }
        });
  }

  @Test
  void timeAloneNeverRaisesAStreakAndOneMoreDayNeverShortensIt() {
    forAllLives(
        500,
        life -> {
          Life.Recorder recorder = new Life.Recorder(life);
          life.acts().forEach(recorder::record);
          @Nullable Streak previous = null;
          for (Instant now : nows(life)) {
            Streak streak = StreakFold.fold(recorder.history(), now);
            if (previous != null) {
              assertThat(streak.length()).isLessThanOrEqualTo(previous.length());
              assertThat(streak.longest()).isEqualTo(previous.longest());
            }
            LocalDate today = streak.today();
            Streak checked = StreakFold.fold(recorder.history().and().checkIn(today).build(), now);
            Streak.Comeback comeback = streak.comeback();
            int longer =
                comeback != null && comeback.left() == 1
                    ? comeback.streak() + comeback.of()
                    : streak.length() + 1;
            assertThat(checked.length())
                .isEqualTo(streak.status() == Streak.Status.DONE ? streak.length() : longer);
            assertThat(checked.status()).isEqualTo(Streak.Status.DONE);
            previous = streak;
          }
        });
  }

  @Test
  void generatedLivesMeetEveryVerdict() {
    Set<Class<?>> met = new HashSet<>();
    for (int seed = 0; seed < 1500; seed++) {
      Life life = Life.generate(new Random(seed));
      Life.Recorder recorder = new Life.Recorder(life);
      life.acts().forEach(recorder::record);
      Ledger.of(recorder.history(), life.ends().plus(Duration.ofDays(3)))
          .entries()
          .forEach(entry -> met.add(entry.verdict().getClass()));
    }
    assertThat(met)
        .containsExactlyInAnyOrder(
            Verdict.CheckedIn.class,
            Verdict.ToldLate.class,
            Verdict.Granted.class,
            Verdict.RestDay.class,
            Verdict.Paused.class,
            Verdict.Excused.class,
            Verdict.CutOff.class,
            Verdict.NeverBegan.class,
            Verdict.Jumped.class,
            Verdict.Frozen.class,
            Verdict.Mended.class,
            Verdict.GapTooLong.class,
            Verdict.NoStreak.class,
            Verdict.Open.class);
  }

  /** Each case of the rules is reached, so that the two readings agree about all of them. */
  @Test
  void generatedLivesReachEachCaseOfTheRules() {
    Set<String> met = new HashSet<>();
    for (int seed = 0; seed < 1500; seed++) {
      Life life = Life.generate(new Random(seed));
      NaiveStreak naive = new NaiveStreak(life);
      for (Life.Act act : life.acts()) {
        met.add(naive.record(act));
      }
      Life.Recorder recorder = new Life.Recorder(life);
      for (Life.Act act : life.acts()) {
        recorder.record(act);
        Streak.Comeback comeback = StreakFold.fold(recorder.history(), act.at()).comeback();
        met.add(comeback == null ? "no comeback" : comeback.isOpen() ? "open" : "to begin");
      }
      met.addAll(chances(recorder.history(), life.ends().plus(Duration.ofDays(3))));
    }
    assertThat(met)
        .contains(
            "told late",
            "refused: no late check-ins",
            "refused: checked",
            "refused: revoked",
            "refused: covered",
            "refused: not met yet",
            "refused: too soon",
            "refused: revoked today",
            "undone today",
            "undone yesterday",
            "refused: nothing to undo",
            "rests from tomorrow",
            "rests from Monday",
            "refused: too many rest days",
            "open",
            "to begin",
            "won back",
            "too short",
            "gap too long",
            "missed again on the way",
            "switched off");
  }

  /** What became of each streak that was lost, by a walk along the days. */
  private static Set<String> chances(MemberHistory history, Instant now) {
    Set<String> met = new HashSet<>();
    List<Ledger.Entry> entries = Ledger.of(history, now).entries();
    int before = 0;
    int missed = 0;
    int lost = 0;
    int held = 0;
    int freezes = 0;
    boolean onTheWay = false;
    for (Ledger.Entry entry : entries) {
      met.add(entry.wonBack() ? "won back" : "not won back");
      if (entry.verdict() instanceof Verdict.Missed) {
        if (onTheWay) {
          met.add("missed again on the way");
        }
        onTheWay = false;
        if (missed == 0) {
          lost = before;
          held = freezes;
        }
        missed++;
      } else if (entry.verdict() instanceof Verdict.Checked && missed > 0) {
        boolean off = history.policy().at(entry.day()).comebackDays() == 0;
        onTheWay = lost >= StreakState.WORTH_MENDING && !off;
        met.add(
            lost < StreakState.WORTH_MENDING
                ? "too short"
                : off
                    ? "switched off"
                    : missed > held + StreakState.MENDABLE ? "gap too long" : "perhaps");
        missed = 0;
      }
      before = entry.streak();
      freezes = entry.freezes();
    }
    return met;
  }

  @Test
  void noGapIsMendedInTheThirtyDaysAfterAMending() {
    MemberHistory.Builder facts = MemberHistory.in(ZoneOffset.UTC);
    LocalDate first = LocalDate.parse("2026-01-05");
    // A week, a gap of two days with one freeze too few, three days back: won back on day 11.
    int day = 0;
    for (int[] run : new int[][] {{7, 3}, {10, 3}, {3, 0}}) {
      for (int checked = 0; checked < run[0]; checked++) {
        facts.checkIn(first.plusDays(day++));
      }
      day += run[1];
    }
    Ledger ledger =
        Ledger.of(facts.build(), first.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
    assertThat(ledger.entries().stream().filter(Ledger.Entry::wonBack).map(Ledger.Entry::day))
        .containsExactly(first.plusDays(12));
    assertThat(ledger.entries().getLast().streak()).isEqualTo(3);
  }

  private static void forAllLives(int cases, Consumer<Life> property) {
    Property.forAll(cases, Life::generate, Life::acts, Life::with, property);
  }

  /** The end of a life and some instants after it. */
  private static List<Instant> nows(Life life) {
    Instant end = life.ends();
    return List.of(
        end,
        end.plus(Duration.ofHours(9)),
        end.plus(Duration.ofHours(27).plusMinutes(1)),
        end.plus(Duration.ofDays(3)),
        end.plus(Duration.ofDays(12)));
  }
}
