package dev.cairn.feature.journey;

import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.audit.Undoer;
import dev.cairn.feature.audit.Undos;
import dev.cairn.feature.community.Community;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gives a community back the journey that it had before a moderator changed it. */
public final class JourneyUndo implements Undoer {
  private static final String KIND = "journey";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  private final Journeys journeys;

  public JourneyUndo(Journeys journeys) {
    this.journeys = journeys;
  }

  /** What undoing a change has to know. */
  static Undo of(Optional<JourneyCalendar> before, JourneyCalendar after) {
    return Undo.of(KIND)
        .with(BEFORE, before.map(JourneyUndo::text).orElse(null))
        .with(AFTER, text(after));
  }

  /** The start, then what was decided: a line each. */
  private static String text(JourneyCalendar journey) {
    return journey.start()
        + JourneyDecision.of(journey).stream()
            .map(decision ->
                "\n%s %s %s".formatted(decision.from(), decision.kind(), decision.detail()))
            .collect(Collectors.joining());
  }

  private static JourneyCalendar journey(String text) {
    List<String> lines = text.lines().toList();
    List<JourneyDecision> decisions = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split(" ", 3);
      decisions.add(
          new JourneyDecision(
              LocalDate.parse(parts[0]), JourneyDecision.Kind.valueOf(parts[1]), parts[2]));
    }
    return JourneyDecision.journey(LocalDate.parse(lines.getFirst()), decisions);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String outlook(Undoing undoing) {
    Community community = undoing.moderator().community();
    JourneyCalendar now = journeys.of(community);
    if (!text(now).equals(undoing.undo().get(AFTER))) {
      throw Undos.changedSince("the journey");
    }
    LocalDate today = community.today(undoing.at());
    JourneyCalendar then = before(undoing.undo()).orElseGet(() -> Journeys.notStarted(community));
    return "The journey is what it was before. Today is %s; it will be %s."
        .formatted(told(now.on(today)), told(then.on(today)));
  }

  private static String told(JourneyStatus status) {
    return switch (status) {
      case JourneyStatus.Numbered(int number) -> "day " + number;
      case JourneyStatus.LeftOut leftOut -> "without a topic";
      case JourneyStatus.OnHold onHold -> "paused";
      case JourneyStatus.Ahead(LocalDate start) -> "before the start on " + start;
      case JourneyStatus.Over over -> "after the end";
    };
  }

  @Override
  public Undone undo(Undoing undoing) {
    Community community = undoing.moderator().community();
    journeys.lock(community);
    outlook(undoing);
    journeys.putBack(community, before(undoing.undo()));
    return Undone.of(
        "The journey is what it was before. Today is %s."
            .formatted(told(journeys.today(community, undoing.at()))));
  }

  private static Optional<JourneyCalendar> before(Undo undo) {
    return undo.find(BEFORE).map(JourneyUndo::journey);
  }
}
