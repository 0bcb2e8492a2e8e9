package dev.cairn.feature.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Roadmap;
import dev.cairn.chat.Action;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.Conversation;
import dev.cairn.feature.roadmap.RoadmapMarks.Mark;
import dev.cairn.feature.roadmap.RoadmapMarks.State;
import dev.cairn.platform.local.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RoadmapMarksTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 29);
  private static final Roadmap ROADMAP =
      TestConversation.CATALOG.roadmaps().referredTo("full-stack-and-devops");

  @Test
  void withoutAnythingStudiedTheFirstStepIsNextAndNothingHasADate() {
    List<Mark> marks = marks(Map.of());

    assertThat(marks.getFirst().state()).isEqualTo(State.NEXT);
    assertThat(marks).extracting(Mark::studied).containsOnly(0);
    assertThat(marks).extracting(Mark::by).containsOnly(Optional.empty());
    assertThat(marks.stream().skip(1)).extracting(Mark::state).containsOnly(State.LATER);
  }

  @Test
  void atADayADayEachStepIsDoneWhenItsDaysAndThoseBeforeItAre() {
    Map<String, LocalDate> studied = studied(28, 28);
    List<Mark> marks = marks(studied);

    Mark first = marks.getFirst();
    assertThat(first.studied()).isPositive();
    assertThat(first.by()).contains(TODAY.plusDays(first.of() - first.studied()));
    assertThat(marks)
        .extracting(mark -> mark.by().orElseThrow())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void atHalfThePaceItTakesTwiceAsLong() {
    Mark mark = marks(studied(14, 28)).getFirst();

    assertThat(mark.by()).contains(TODAY.plusDays(2L * (mark.of() - mark.studied())));
  }

  @Test
  void whoeverHasPausedForAMonthHasNoPace() {
    TreeMap<String, LocalDate> longAgo = new TreeMap<>(studied(14, 28));
    longAgo.replaceAll((day, date) -> date.minusDays(60));

    assertThat(marks(longAgo)).extracting(Mark::by).containsOnly(Optional.empty());
  }

  @Test
  void daysThatAPathLeavesOutAreNotWaitedFor() {
    RoadmapMarks marks = new RoadmapMarks(studied(180, 180), day -> false, TODAY);
    JourneyDay missing =
        TestConversation.CATALOG.journey().stream()
            .filter(day ->
                day.topics().stream().anyMatch(ROADMAP.steps().getFirst().topics()::contains))
            .findFirst()
            .orElseThrow();
    TreeMap<String, LocalDate> others = new TreeMap<>(marks.studied());
    others.remove(missing.id());

    assertThat(marks(others).getFirst().next()).contains(missing);
    assertThat(
            new RoadmapMarks(others, missing::equals, TODAY)
                .on(TestConversation.CATALOG, ROADMAP)
                .getFirst()
                .orElseThrow()
                .state())
        .isEqualTo(State.DONE);
  }

  @Test
  void theRoadmapTellsWhereTheCallerIs() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = new TestConversation(database);
      JourneyDay day = marks(Map.of()).getFirst().next().orElseThrow();
      lab.say("asha", "/done day:" + day.day());
      Turn turn = lab.say("asha", "/roadmap background:" + ROADMAP.id());

      assertThat(turn.text())
          .containsPattern(
              "You are here: 1 of \\d+ days studied; at your pace you finish it about \\d+ ")
          .contains("0 of ");
      Map<?, ?> step =
          (Map<?, ?>)
              ((List<?>) Objects.requireNonNull(turn.reply().facts().values().get("steps")))
                  .getFirst();
      assertThat(step.get("state")).isEqualTo("next");
      assertThat(step.get("studied")).isEqualTo(1);
      Mark next = marks(Map.of(day.id(), TODAY)).getFirst();
      assertThat(Conversation.actions(turn.reply()))
          .contains(Action.of("topic").with("day", next.next().orElseThrow().day()).toString());
    }
  }

  /** The marks of the steps that have days. */
  private static List<Mark> marks(Map<String, LocalDate> studied) {
    return new RoadmapMarks(studied, day -> false, TODAY)
        .on(TestConversation.CATALOG, ROADMAP).stream().flatMap(Optional::stream).toList();
  }

  /** The first days of the journey that belong to the roadmap, evenly over so many dates. */
  private static Map<String, LocalDate> studied(int days, int dates) {
    Map<String, LocalDate> studied = new TreeMap<>();
    for (int day = 0; day < days; day++) {
      studied.put(
          TestConversation.CATALOG.journey().get(day).id(),
          TODAY.minusDays(dates - 1L - (long) day * dates / days));
    }
    return studied;
  }
}
