package dev.cairn.feature;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Topic;
import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.RichText;
import java.util.List;
import java.util.Optional;

/** The way from topics to the days of the journey that are about them. */
public final class DayMenu {
  private DayMenu() {}

  /** The first day of the journey on a topic, if there is one. */
  public static Optional<JourneyDay> firstDayOn(Catalog catalog, Topic topic) {
    return catalog.daysOn(topic).findFirst();
  }

  /** {@code Containers (day 119)}: a topic, and the first day of the journey on it. */
  public static RichText line(Catalog catalog, Topic topic) {
    return RichText.of(
        topic.name()
            + firstDayOn(catalog, topic).map(day -> " (day " + day.day() + ")").orElse(""));
  }

  /**
   * The first day of the journey on each of these topics, in the order of the topics; empty if it
   * covers none of them.
   *
   * @param placeholder what it says while none is picked
   */
  public static Optional<Control> on(Catalog catalog, List<Topic> topics, String placeholder) {
    return of(
        topics.stream()
            .flatMap(topic -> firstDayOn(catalog, topic).stream())
            // Days are told apart by their numbers, not by all that is said of them.
            .mapToInt(JourneyDay::day)
            .distinct()
            .mapToObj(catalog::day)
            .flatMap(Optional::stream)
            .toList(),
        placeholder);
  }

  /** These days, to open one; empty where there are none. */
  public static Optional<Control> of(List<JourneyDay> journeyDays, String placeholder) {
    List<ChoiceValue> days =
        journeyDays.stream()
            .map(day ->
                new ChoiceValue(
                    Integer.toString(day.day()), "Day " + day.day() + ": " + day.title()))
            .toList();
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Control.Select(placeholder, Action.of("topic"), "day", days, Effect.REPLY));
  }
}
