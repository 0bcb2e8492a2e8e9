package dev.cairn.scenario;

import static dev.cairn.scenario.Person.ASHA;
import static dev.cairn.scenario.Person.BEN;
import static dev.cairn.scenario.Person.MO;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two days in a community that meets Cairn for the first time. */
final class ScenarioScript extends ConversationSteps {
  /** A Monday. */
  static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  /** Facts of an answer where no command was run. */
  private static final String NONE = "null";

  private static final String BERLIN = "Europe/Berlin";
  private static final String FIRST_DAY_DONE =
      """
      {"studyDay":"2026-01-05","counted":true,"streak":1,"longest":1,"freezes":1}\
      """;

  private ScenarioScript() {
    firstContact();
    settings();
    mistakes();
    journey();
    checkIns();
    groups();
    leaderboard();
    correction();
    milestone();
    daily();
    quiz();
    reminder();
  }

  /** What happens, in order. */
  static List<Step> script() {
    return new ScenarioScript().steps();
  }

  private void firstContact() {
    String first =
        """
        {"day":1,"id":"what-mlops-is-for","track":"mlops","title":"What MLOps is for",
         "source":{"document":"002_f574bff754958391.txt","section":"Unit 1: Introduction to MLOps"}}\
        """;
    given(ASHA, "topic", first, "Day 1: What MLOps is for", "To do, in about 35 minutes");
    pressed(
        ASHA,
        "Day 2 ›",
        """
        {"day":2,"id":"a-vow-to-write","track":"devops-to-mlops","title":"A learning log you keep in public",
         "source":{"document":"002_f574bff754958391.txt","section":"The vow"}}\
        """,
        "Day 2: A learning log you keep in public",
        "Write your vow and a template for your daily entry");
    pressed(ASHA, "‹ Day 1", first, "Day 1: What MLOps is for");
    given(
        ASHA,
        Line.of("role").with("name", "ML Engineer"),
        """
        {"id":"machine-learning-engineer","name":"Machine learning engineer",
         "source":{"document":"002_f574bff754958391.txt","section":"Job profiles"}}\
        """,
        "Machine learning engineer",
        "Scikit-learn",
        "job profiles");
  }

  private void settings() {
    given(
        ASHA,
        Line.of("settings").with("timezone", BERLIN).with("remind", "20:00"),
        """
        {"timezone":"Europe/Berlin","rest":"none","hide":false,"remind":"20:00","reviewshare":true}\
        """,
        "Your time zone is now Europe/Berlin.",
        "at 20:00");
    given(
        ASHA,
        Line.of("settings").with("rest", "sat,sun"),
        """
        {"timezone":"Europe/Berlin","rest":"sat,sun","hide":false,"remind":"20:00","reviewshare":true}\
        """,
        "From tomorrow on you rest on Saturday and Sunday.");
    for (Person person : List.of(BEN, MO)) {
      given(
          person,
          Line.of("settings").with("timezone", BERLIN),
          """
          {"timezone":"Europe/Berlin","rest":"none","hide":false,"remind":"off","reviewshare":true}\
          """,
          "Your time zone is now Europe/Berlin.");
    }
  }

  private void mistakes() {
    given(ASHA, "topik", NONE, "There is no command", "topik.");
    given(
        ASHA,
        Line.of("role").with("name", "Data scientits"),
        "{}",
        "Data scientits",
        "Data scientist");
    given(
        ASHA,
        Line.of("done").with("minutes", "soon"),
        NONE,
        "takes a whole number from 1 to",
        "“soon” is not one");
  }

  private void journey() {
    given(ASHA, "journey start", NONE, "journey start is for moderators.");
    given(
        MO,
        Line.of("journey start").with("date", "2026-01-05"),
        """
        {"day":1,"start":"2026-01-05","state":"under_way"}\
        """,
        "The journey has begun",
        "Monday 5 January 2026");
  }

  private void checkIns() {
    given(
        ASHA,
        "topic",
        """
        {"day":1,"id":"what-mlops-is-for","track":"mlops","title":"What MLOps is for",
         "source":{"document":"002_f574bff754958391.txt","section":"Unit 1: Introduction to MLOps"}}\
        """,
        "Day 1: What MLOps is for");
    pressed(
        ASHA,
        "I studied this",
        FIRST_DAY_DONE.replace("}", ",\"day\":1}"),
        "Day one: the first stone is laid",
        "You checked in for Monday 5 January 2026.");
    given(
        ASHA,
        Line.of("done").with("note", "read about <drift> & *more*").with("minutes", 40),
        """
        {"studyDay":"2026-01-05","counted":false,"streak":1,"longest":1,"freezes":1}\
        """,
        "Already counted",
        "You had already checked in for Monday 5 January 2026.",
        "“read about <drift> & *more*”",
        "40 minutes");
    given(
        ASHA,
        "streak",
        """
        {"streak":1,"longest":1,"freezes":1,"status":"done","lastDay":"2026-01-05"}\
        """,
        "Streak of Asha",
        "Today is done.");
    pressed(
        ASHA,
        "Why?",
        """
        {"streak":1,"longest":1,"freezes":1,"status":"done","lastDay":"2026-01-05",
         "days":[{"day":"2026-01-05","state":"checked","streak":1,"freezes":1}]}\
        """,
        "Why your streak is 1",
        "Mon 5 Jan 2026: checked → 1");
    given(
        ASHA,
        "wrapped",
        "{\"available\":\"2026-07-03\"}",
        "Your year in review is still being written.",
        "Friday 3 July 2026");
    others().forEach(person -> given(person, "done", FIRST_DAY_DONE, person.shownName()));
  }

  private void groups() {
    given(
        ASHA,
        Line.of("group create").with("name", "Night owls"),
        """
        {"name":"Night owls","members":1}\
        """,
        "Night owls is founded",
        "Asha owns it");
    given(
        BEN,
        Line.of("group join").with("name", "night owls"),
        """
        {"name":"Night owls","members":2}\
        """,
        "Welcome to Night owls",
        "It now has 2 members.");
    given(
        BEN,
        "group show",
        """
        {"name":"Night owls","streak":0,"percent":0,"members":2}\
        """,
        "2 of 50",
        "Counts from tomorrow: Asha (owner), Ben");
  }

  private void leaderboard() {
    String own = row(Person.KAI);
    String page =
        "{\"of\":\"members\",\"period\":null,\"page\":%d,\"pages\":2,\"rows\":[%s],\"own\":%s}";
    String first =
        Stream.concat(Stream.of(ASHA), others().filter(person -> person != Person.KAI))
            .map(ScenarioScript::row)
            .collect(Collectors.joining(","));
    given(
        Person.KAI,
        "leaderboard",
        page.formatted(1, first, own),
        "Members by current streak",
        "Asha",
        "Jun",
        "Kai holds place 1, with 1 day.",
        "Page 1 of 2");
    pressed(Person.KAI, "›", page.formatted(2, own, own), "Page 2 of 2");
  }

  private static String row(Person person) {
    return "{\"rank\":1,\"name\":\"%s\",\"value\":1}".formatted(person.shownName());
  }

  /** Everybody but Asha and the moderator. */
  private static Stream<Person> others() {
    return Arrays.stream(Person.values()).filter(person -> person != ASHA && person != MO);
  }

  private void correction() {
    given(
        MO,
        Line.of("checkin revoke")
            .with("member", BEN)
            .with("day", "2026-01-05")
            .with("reason", "that was a test"),
        """
        {"member":"Ben","studyDay":"2026-01-05","streak":0,"longest":0,"freezes":0}\
        """,
        "Done: revoked the check-in of Monday 5 January 2026",
        "The streak of Ben is now 0 days.");
    pressed(
        MO,
        "Why?",
        """
        {"streak":0,"longest":0,"freezes":0,"status":"none","lastDay":null,
         "days":[]}\
        """,
        "Why the streak of Ben is 0",
        "a moderator revoked the check-in: “that was a test”");
    arrived(
        PostedIn.DIRECT,
        "Mo revoked the check-in of Monday 5 January 2026",
        "“that was a test”",
        "0 days");
  }

  private void milestone() {
    given(
        ASHA,
        Line.of("blog add")
            .with("url", "https://asha.example/drift")
            .with("title", "What drift is"),
        """
        {"url":"https://asha.example/drift","counted":true,"posts":1}\
        """,
        "Post 1",
        "What drift is",
        "right on pace");
    given(
        MO,
        Line.of("milestone rules").with("channel", PostedIn.CHANNEL),
        """
        {"posts":"1,7,30,60,90,120,150,180","together":"50,100,250,500,+500",
         "streak":"7,30,50,100,180,365","auto":false,"digest":0,"channel":"$CHANNEL","moderators":null}\
        """,
        "Announced in");
    String waiting =
        """
        {"id":1,"kind":"member_posts","whose":"Asha","threshold":1,"state":"waiting"}\
        """;
    given(MO, "milestone list", "{\"milestones\":[" + waiting + "]}", "Asha: first post, waiting");
    given(
        MO,
        Line.of("milestone show").with("id", 1),
        waiting,
        "Asha has written their first blog post.");
    pressed(MO, "Edit", NONE, "The announcement");
    submitted(
        MO,
        Map.of("words", "A first post. *Hurray*!"),
        waiting,
        "It will be announced as",
        "A first post. *Hurray*!");
    pressed(MO, "Later", NONE, "When to announce it");
    submitted(
        MO,
        Map.of("at", "2026-01-07 18:00"),
        waiting.replace("}", ",\"planned\":\"2026-01-07T18:00:00Z\"}"),
        "Planned for",
        "Wednesday 7 January 2026, 18:00 (UTC)");
    pressed(MO, "Announce now", waiting.replace("waiting", "announced"), "Announced");
    at("2026-01-05T10:00:00Z");
    arrived(PostedIn.CHANNEL, "Asha: first post", "A first post. *Hurray*!");
  }

  private void daily() {
    given(
        MO,
        Line.of("daily set")
            .with("channel", PostedIn.CHANNEL)
            .with("hour", "08:00")
            .with("zone", BERLIN),
        """
        {"channel":"general","kind":"topic","track":null,"hour":"08:00","zone":"Europe/Berlin",
         "weekdays":"mon,tue,wed,thu,fri,sat,sun","ping":null,"thread":true,"pin":false,"weekly":true,
         "next":"2026-01-06T07:00:00Z"}\
        """,
        "Day 2: A learning log you keep in public");
    given(
        MO,
        "daily preview",
        """
        {"date":"2026-01-06","day":2,"id":"a-vow-to-write","track":"devops-to-mlops",
         "title":"A learning log you keep in public",
         "source":{"document":"002_f574bff754958391.txt","section":"The vow"},"yesterday":10}\
        """,
        "Day 2: A learning log you keep in public",
        "This will be posted in");
    at("2026-01-06T08:00:00Z");
    arrived(
        PostedIn.CHANNEL,
        "Day 2: A learning log you keep in public",
        "Write your vow and a template for your daily entry",
        "10 members checked in");
    pressed(
        BEN,
        "I studied this",
        """
        {"studyDay":"2026-01-06","counted":true,"streak":1,"longest":1,"freezes":1,"day":2}\
        """,
        "Day one",
        "You checked in for Tuesday 6 January 2026.");
  }

  private void quiz() {
    String asked =
        """
        {"id":"tool:mlflow","question":"Which of these topics is studied with MLflow?",
         "options":["Reproducibility and experiment tracking","CI/CD pipelines",
                    "Version control and collaboration","Data storage and retrieval"]%s}\
        """;
    String why =
        "Records runs with their parameters, metrics and artefacts, and keeps a registry of the"
            + " models that came of them.";
    String known =
        """
        ,"correct":"Reproducibility and experiment tracking","why":"%s\"\
        """
            .formatted(why);
    given(
        ASHA,
        Line.of("quiz").with("about", "mlflow"),
        asked.formatted(""),
        "Which of these topics is studied with MLflow?",
        "Data storage and retrieval");
    pressed(
        ASHA,
        "B",
        asked.formatted(",\"right\":false" + known),
        "Not quite. You chose B) CI/CD pipelines",
        why);
    given(
        BEN,
        Line.of("quiz").with("about", "mlflow").with("open", true),
        asked.formatted(""),
        "Quiz for everybody",
        "Choose an answer");
    pressed(
        Person.KAI,
        "A",
        asked.formatted(",\"right\":true" + known),
        "Right: A) Reproducibility and experiment tracking",
        "Your answer counts.");
    at("2026-01-06T08:02:00Z");
    arrived(PostedIn.CHANNEL, "Quiz: the answer", "1 of 1 answer right. First: Kai.", why);
  }

  private void reminder() {
    at("2026-01-06T20:00:00Z");
    arrived(PostedIn.DIRECT, "Your streak of 1 day", "You have not checked in today");
    pressed(
        ASHA,
        "Check in",
        """
        {"studyDay":"2026-01-06","counted":true,"streak":2,"longest":2,"freezes":1}\
        """,
        "2 days in a row",
        "You checked in for Tuesday 6 January 2026.");
  }

  private void given(Person by, String command, String facts, String... words) {
    given(by, Line.of(command), facts, words);
  }
}
