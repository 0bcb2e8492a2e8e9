package dev.cairn.scenario;

import static dev.cairn.scenario.Person.ASHA;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.TestConversation;
import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Flashcard;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody studies a day, reviews its cards on the next, and goes on at their own pace. */
final class StudyConversation extends ConversationSteps {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Catalog CATALOG = TestConversation.CATALOG;

  private StudyConversation() {
    study();
    review();
    ownWay();
  }

  /** What happens, in order. */
  static List<Step> script() {
    return new StudyConversation().steps();
  }

  private void study() {
    JourneyDay day = day(1);
    given(
        Line.of("settings").with("timezone", "Europe/Berlin"),
        "{\"timezone\":\"Europe/Berlin\",\"rest\":\"none\",\"hide\":false,\"remind\":\"off\",\"reviewshare\":true}",
        "Your time zone is now Europe/Berlin.");
    given(
        Line.of("done").with("day", 1),
        "{\"studyDay\":\"2026-01-05\",\"counted\":true,\"streak\":1,\"longest\":1,\"freezes\":1,\"day\":1}",
        "Day 1: " + day.title());
    List<Map<String, Object>> stages = new ArrayList<>();
    for (Stage stage : CATALOG.stages()) {
      Map<String, Object> fact = new LinkedHashMap<>();
      fact.put("id", stage.id());
      fact.put("title", stage.name());
      fact.put("studied", stage.firstDay() == 1 ? 1 : 0);
      fact.put("of", stage.lastDay() - stage.firstDay() + 1);
      stages.add(fact);
    }
    pressed(
        "My progress",
        json(
            "studied",
            1,
            "of",
            180,
            "next",
            2,
            "skipped",
            List.of(),
            "stages",
            stages,
            "minutes",
            day.minutes().core()),
        "1 of 180 days",
        "Day 2: " + day(2).title());
  }

  private void review() {
    at("2026-01-06T09:00:00Z");
    int cards = day(1).cards().size();
    Flashcard first = day(1).cards().getFirst();
    Flashcard second = day(1).cards().get(1);
    String asked = json("due", cards, "card", fact(first), "next", null);
    given(Line.of("review"), asked, "Review: " + cards + " cards to go", first.question());
    pressed("Show answer", asked, first.question(), first.answer());
    pressed(
        "Easy",
        json(
            "card",
            first.publicId(),
            "stability",
            8.2956,
            "difficulty",
            1.0,
            "due",
            "2026-01-14T09:00:00Z",
            "interval",
            8,
            "left",
            cards - 1),
        "You will see this card again",
        second.question());
    given(
        Line.of("review").with("show", true),
        json("cards", cards, "answered", 1, "learned", 1, "due", cards - 1, "remembered", 1.0),
        "1 of %d cards".formatted(cards),
        "100%");
  }

  private void ownWay() {
    given(
        Line.of("path").with("kind", "own").with("day", 3),
        json("path", "own", "day", 3, "of", 180),
        "At your own pace",
        "Day 3: " + day(3).title());
    given(
        Line.of("topic"),
        json(
            "day",
            3,
            "id",
            day(3).id(),
            "track",
            day(3).track(),
            "title",
            day(3).title(),
            "source",
            Map.of("document", day(3).source().document(), "section", day(3).source().section())),
        "Day 3: " + day(3).title());
  }

  private static JourneyDay day(int number) {
    return CATALOG.day(number).orElseThrow();
  }

  private static Map<String, Object> fact(Flashcard card) {
    return Map.of("id", card.publicId(), "day", 1, "question", card.question());
  }

  private static String json(@Nullable Object... pairs) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    try {
      return JSON.writeValueAsString(map);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void given(Line line, String facts, String... words) {
    given(ASHA, line, facts, words);
  }

  private void pressed(String label, String facts, String... words) {
    pressed(ASHA, label, facts, words);
  }
}
