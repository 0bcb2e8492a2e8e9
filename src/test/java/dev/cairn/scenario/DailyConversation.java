package dev.cairn.scenario;

import static dev.cairn.scenario.Person.ASHA;
import static dev.cairn.scenario.Person.MO;

import java.util.List;

/** A moderator has days posted: with a mention, without a thread, and the question once more. */
final class DailyConversation extends ConversationSteps {
  private DailyConversation() {
    mention();
    question();
    preview();
    posts();
    end();
  }

  /** What happens, in order. */
  static List<Step> script() {
    return new DailyConversation().steps();
  }

  private static String facts(String kind, String hour, String ping, boolean weekly, String next) {
    return """
    {"channel":"general","kind":"%s","track":null,"hour":"%s","zone":"UTC",
     "weekdays":"mon,tue,wed,thu,fri,sat,sun","ping":%s,"thread":false,"pin":false,
     "weekly":%s,"next":"%s"}\
    """
        .formatted(kind, hour, ping, weekly, next);
  }

  private void mention() {
    given(
        Line.of("daily set")
            .with("channel", PostedIn.CHANNEL)
            .with("hour", "08:00")
            .with("zone", "UTC")
            .with("ping", Circle.READERS)
            .with("thread", false),
        facts("topic", "08:00", "\"readers\"", true, "2026-01-06T08:00:00Z"),
        "Saved",
        "@readers",
        "none");
  }

  private void question() {
    String atOnce = "both would be posted at once";
    Line question = Line.of("daily set").with("channel", PostedIn.CHANNEL).with("kind", "question");
    given(question.with("hour", "08:00").with("zone", "UTC"), "{}", atOnce, "Nothing was changed");
    given(
        question.with("hour", "19:00").with("zone", "UTC").with("thread", false),
        facts("question", "19:00", "null", false, "2026-01-05T19:00:00Z"),
        "Saved",
        "the question for the discussion");
    given(
        Line.of("daily show"),
        "{\"channels\":[\"general\",\"general\"]}",
        "at 08:00, UTC, every topic, mentions @readers.",
        "at 19:00, UTC, every question.");
    pressed(
        "#general 19:00",
        facts("question", "19:00", "null", false, "2026-01-05T19:00:00Z"),
        "To discuss on day 1: What MLOps is for");
  }

  private void preview() {
    given(
        Line.of("daily preview").with("day", 2),
        """
        {"date":"2026-01-06","day":2,"id":"a-vow-to-write","track":"devops-to-mlops",
         "title":"A learning log you keep in public",
         "source":{"document":"002_f574bff754958391.txt","section":"The vow"},"yesterday":0}\
        """,
        "Day 2: A learning log you keep in public",
        "This will be posted in",
        "@readers");
    given(
        Line.of("daily preview").with("day", 3).with("kind", "question"),
        "{\"date\":\"2026-01-07\",\"day\":3,\"answers\":0}",
        "To discuss on day 3",
        "Day 3 will be in");
    given(ASHA, Line.of("daily preview").with("day", 3), "null", "is for moderators");
  }

  private void posts() {
    at("2026-01-05T19:00:00Z");
    arrived("To discuss on day 1: What MLOps is for");
    at("2026-01-06T08:00:00Z");
    arrived("@readers", "Day 2: A learning log you keep in public");
  }

  private void end() {
    given(
        Line.of("daily show").with("kind", "topic"),
        facts("topic", "08:00", "\"readers\"", true, "2026-01-07T08:00:00Z"),
        "@readers");
    pressed(
        "Mention nobody",
        facts("topic", "08:00", "null", true, "2026-01-07T08:00:00Z"),
        "Saved",
        "nobody");
    given(Line.of("daily off").with("kind", "topic"), "{}", "This is not posted any more", "08:00");
    given(Line.of("daily off"), "{}", "Neither the daily topic nor a weekly summary is posted in");
  }

  private void given(Line line, String facts, String... words) {
    given(MO, line, facts, words);
  }

  private void pressed(String label, String facts, String... words) {
    pressed(MO, label, facts, words);
  }

  private void arrived(String... words) {
    arrived(PostedIn.CHANNEL, words);
  }
}
