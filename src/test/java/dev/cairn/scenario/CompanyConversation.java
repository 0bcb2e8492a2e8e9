package dev.cairn.scenario;

import static dev.cairn.scenario.Person.ASHA;
import static dev.cairn.scenario.Person.BEN;
import static dev.cairn.scenario.Person.MO;

import java.util.List;
import java.util.Map;

/** Two study beside each other, and one of them suggests what to discuss. */
final class CompanyConversation extends ConversationSteps {
  private CompanyConversation() {
    buddies();
    suggestions();
    answers();
    channels();
  }

  /** What happens, in order. */
  static List<Step> script() {
    return new CompanyConversation().steps();
  }

  private void buddies() {
    String paired = "{\"state\":\"paired\",\"buddy\":\"%s\",\"nudges\":true}";
    given(
        ASHA,
        Line.of("buddy find"),
        "{\"state\":\"waiting\",\"buddy\":null,\"nudges\":true}",
        "You are on the list");
    given(BEN, Line.of("buddy find"), paired.formatted("Asha"), "Your study buddy: Asha");
    at("2026-01-05T09:01:00Z");
    arrived(PostedIn.DIRECT, "Your study buddy: Ben", "A missed day is told to nobody.");
    given(
        BEN,
        Line.of("done"),
        "{\"studyDay\":\"2026-01-05\",\"counted\":true,\"streak\":1,\"longest\":1,\"freezes\":1}",
        "Day one");
    at("2026-01-05T09:02:00Z");
    arrived(PostedIn.DIRECT, "Ben has checked in today", "Your day is still open");
    pressed(
        ASHA,
        "Check in",
        "{\"studyDay\":\"2026-01-05\",\"counted\":true,\"streak\":1,\"longest\":1,\"freezes\":1}",
        "You checked in for Monday 5 January 2026.");
    given(ASHA, Line.of("buddy show"), paired.formatted("Ben"), "They have checked in today.");
    pressed(ASHA, "End it", "{}", "You study without a buddy from now on.");
    at("2026-01-05T09:03:00Z");
    // Ben heard of Asha's check-in not at all: his own day was done.
    arrived(PostedIn.DIRECT, "You and your study buddy are no longer paired");
    pressed(
        BEN,
        "Find somebody else",
        "{\"state\":\"waiting\",\"buddy\":null,\"nudges\":true}",
        "You are on the list");
  }

  private void suggestions() {
    given(
        BEN,
        Line.of("suggest").with("question", "Who <pays> for *it*?").with("named", true),
        "{\"question\":\"Who <pays> for *it*?\",\"named\":true}",
        "Thank you for the question",
        "Who <pays> for *it*?");
    given(
        MO,
        Line.of("suggestion list"),
        "{\"waiting\":[{\"id\":1,\"question\":\"Who <pays> for"
            + " *it*?\",\"state\":\"waiting\"}],\"taken\":[]}",
        "1 question waiting.",
        "Who <pays> for *it*?");
    pressed(
        MO,
        "Take 1",
        "{\"waiting\":[],\"taken\":[{\"id\":1,\"question\":\"Who <pays> for"
            + " *it*?\",\"state\":\"taken\"}]}",
        "No question is waiting.");
    at("2026-01-05T09:04:00Z");
    arrived(PostedIn.DIRECT, "Your question was taken", "Who <pays> for *it*?");
    given(
        MO,
        Line.of("daily set")
            .with("channel", PostedIn.CHANNEL)
            .with("hour", "08:00")
            .with("zone", "UTC"),
        """
        {"channel":"general","kind":"topic","track":null,"hour":"08:00","zone":"UTC",
         "weekdays":"mon,tue,wed,thu,fri,sat,sun","ping":null,"thread":true,"pin":false,"weekly":true,
         "next":"2026-01-06T08:00:00Z"}\
        """,
        "Saved");
    at("2026-01-06T08:00:00Z");
    arrived(PostedIn.CHANNEL, "Day 2", "Who <pays> for *it*? Asked by Ben.");
  }

  private void answers() {
    pressed(ASHA, "Answer the question", "null", "Your answer");
    submitted(
        ASHA,
        Map.of("text", "Whoever <asks> for *it*."),
        "{\"date\":\"2026-01-06\",\"text\":\"Whoever <asks> for *it*.\",\"quote\":false}",
        "Your answer is kept",
        "Whoever <asks> for *it*.");
    pressed(
        ASHA,
        "Answers",
        "{\"date\":\"2026-01-06\",\"answers\":[{\"name\":\"Asha\",\"text\":\"Whoever <asks> for"
            + " *it*.\"}]}",
        "Who <pays> for *it*?",
        "Asha: Whoever <asks> for *it*.");
  }

  private void channels() {
    given(
        MO,
        Line.of("daily off").with("channel", PostedIn.CHANNEL),
        "{}",
        "Neither the daily topic nor a weekly summary is posted in");
  }
}
