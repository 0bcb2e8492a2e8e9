package dev.cairn.scenario;

import static dev.cairn.scenario.Person.ASHA;
import static dev.cairn.scenario.Person.BEN;
import static dev.cairn.scenario.Person.MO;

import java.util.List;

/** Two groups race for a week, and one of their members looks back when the journey ends. */
final class YearConversation extends ConversationSteps {
  private static final String RACE =
      """
      {"name":"Sprint","from":"2026-01-06","until":"2026-01-12","state":"%s","rows":[%s]}\
      """;

  private YearConversation() {
    race();
    year();
  }

  /** What happens, in order. */
  static List<Step> script() {
    return new YearConversation().steps();
  }

  private void race() {
    given(
        ASHA,
        Line.of("settings").with("timezone", "Europe/Berlin"),
        "{\"timezone\":\"Europe/Berlin\",\"rest\":\"none\",\"hide\":false,\"remind\":\"off\",\"reviewshare\":true}",
        "Your time zone is now Europe/Berlin.");
    given(
        MO,
        Line.of("journey start").with("date", "2026-01-05"),
        "{\"day\":1,\"start\":\"2026-01-05\",\"state\":\"under_way\"}",
        "The journey has begun");
    given(
        ASHA,
        Line.of("group create").with("name", "Night owls"),
        "{\"name\":\"Night owls\",\"members\":1}",
        "Night owls is founded");
    given(
        BEN,
        Line.of("group join").with("name", "night owls"),
        "{\"name\":\"Night owls\",\"members\":2}",
        "Welcome to Night owls");
    given(
        MO,
        Line.of("race start")
            .with("name", "Sprint")
            .with("from", "2026-01-06")
            .with("until", "2026-01-12"),
        RACE.formatted(
            "planned",
            "{\"rank\":null,\"name\":\"Night owls\",\"percent\":0,\"streak\":0,\"value\":0}"),
        "A race is planned: Sprint");
    at("2026-01-06T09:00:00Z");
    given(ASHA, Line.of("done").with("minutes", 30), done("2026-01-06"), "Asha checked in");
    given(BEN, Line.of("done"), done("2026-01-06"), "Ben checked in");
    given(
        ASHA,
        Line.of("race show"),
        RACE.formatted(
            "running",
            "{\"rank\":1,\"name\":\"Night owls\",\"percent\":100,\"streak\":1,\"value\":2}"),
        "Leaderboard: Sprint",
        "1. Night owls, 100%, streak 1 day.");
    at("2026-01-14T09:00:00Z");
    arrived(
        PostedIn.CHANNEL,
        "Sprint: the result",
        "Night owls has won.",
        "Result of the race Sprint",
        "Winner: Night owls, 14% present.");
    pressed(
        BEN,
        "All groups",
        RACE.formatted(
            "over", "{\"rank\":1,\"name\":\"Night owls\",\"percent\":14,\"streak\":0,\"value\":2}"),
        "Night owls has won.",
        "14%");
  }

  private static String done(String day) {
    return "{\"studyDay\":\"%s\",\"counted\":true,\"streak\":1,\"longest\":1,\"freezes\":1}"
        .formatted(day);
  }

  private void year() {
    at("2026-07-03T12:00:00Z");
    given(ASHA, Line.of("done"), done("2026-07-03"), "Asha's year in review is ready");
    pressed(
        ASHA,
        "My year",
        """
        {"from":"2026-01-06","until":"2026-07-03","days":2,"of":179,"longest":1,"minutes":30,
         "posts":0,"races":1,"milestones":0,"weekday":"tue","hour":10,
         "months":[{"month":"2026-01","days":1,"of":26},{"month":"2026-02","days":0,"of":28},
          {"month":"2026-03","days":0,"of":31},{"month":"2026-04","days":0,"of":30},
          {"month":"2026-05","days":0,"of":31},{"month":"2026-06","days":0,"of":30},
          {"month":"2026-07","days":1,"of":3}]}\
        """,
        "The year of Asha",
        "Asha studied on 2 days of 179",
        "0 posts, 1 race won",
        "Favourite hour: from 10:00.");
  }
}
