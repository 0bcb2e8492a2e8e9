package dev.cairn.feature.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cairn.TestConversation;
import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.catalog.seeds.GeneratedSeeds;
import dev.cairn.chat.Account;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.Conversation;
import dev.cairn.platform.local.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days 1 to 12 have two cards each. */
final class ReviewCommandTest {
  @TempDir private static Path folder;
  private static @Nullable Catalog catalog;

  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab =
      new TestConversation(database, "lab", Objects.requireNonNull(catalog));

  @BeforeAll
  static void read() throws IOException {
    Set<Integer> teaching = IntStream.rangeClosed(1, 12).boxed().collect(Collectors.toSet());
    catalog = CatalogLoader.load(GeneratedSeeds.below(folder, teaching).folder());
  }

  @AfterAll
  static void forget() {
    catalog = TestConversation.CATALOG;
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Map<String, @Nullable Object> facts(String text) {
    return lab.facts("asha", text);
  }

  private String asked() {
    return asked(lab.say("asha", "/review"));
  }

  private static String asked(Turn turn) {
    Map<?, ?> card = (Map<?, ?>) Objects.requireNonNull(turn.reply().facts().values().get("card"));
    return Objects.requireNonNull(card.get("id")).toString();
  }

  @Test
  void theCardsOfAStudiedDayComeInOnTheNextStudyDay() {
    assertThat(lab.text("asha", "/review"))
        .contains("The cards of a day that you study appear here");
    lab.say("asha", "/done day:1");
    assertThat(facts("/review"))
        .containsEntry("due", 0)
        .containsEntry("card", null)
        .containsEntry("next", "2026-01-02T04:00:00Z");
    lab.at("2026-01-02T03:59:59Z");
    assertThat(facts("/review")).containsEntry("due", 0);
    lab.at("2026-01-02T04:00:00Z");
    assertThat(facts("/review"))
        .containsEntry("due", 2)
        .containsEntry(
            "card", Map.of("id", "day-1.one", "day", 1, "question", "What is first on day 1?"))
        .containsEntry("next", null);
  }

  @Test
  void aCardIsAskedAnsweredAndRatedByPressesThatOnlyTheLearnerSees() {
    lab.say("asha", "/done day:1");
    lab.at("2026-01-02T09:00:00Z");
    Turn question = lab.say("asha", "/review");
    assertThat(question.audience()).isEqualTo(Audience.CALLER);
    assertThat(question.text()).contains("What is first on day 1?").doesNotContain("A beginning.");
    assertThat(Conversation.labels(question.reply())).containsExactly("Show answer");

    Turn answer = lab.press("asha", "review card:day-1.one times:0 reveal:true");
    assertThat(answer.audience()).isEqualTo(Audience.CALLER);
    assertThat(answer.text()).contains("What is first on day 1?", "A beginning.");
    assertThat(Conversation.labels(answer.reply()))
        .containsSubsequence("Again", "Hard", "Good", "Easy");

    Turn rated = lab.press("asha", "review card:day-1.one times:0 rate:easy");
    assertThat(rated.reply().facts().values())
        .containsOnlyKeys("card", "stability", "difficulty", "due", "interval", "left")
        .containsEntry("card", "day-1.one")
        .containsEntry("stability", 8.2956)
        .containsEntry("due", "2026-01-10T09:00:00Z")
        .containsEntry("interval", 8L)
        .containsEntry("left", 1);
    assertThat(rated.text()).contains("What is last on day 1?").doesNotContain("An end.");
  }

  @Test
  void theScheduleIsThatOfThePublishedSequence() {
    lab.say("asha", "/done day:1");
    int[] intervals = {0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21};
    Instant at = Instant.parse("2026-01-01T10:00:00Z");
    List<Number> seen = new ArrayList<>();
    for (int i = 0; i < intervals.length; i++) {
      lab.at(at);
      Map<String, @Nullable Object> facts =
          facts("/review card:day-1.one rate:" + (i == 6 || i == 7 ? "again" : "good"));
      seen.add((Number) Objects.requireNonNull(facts.get("interval")));
      at = Instant.parse(Objects.requireNonNull(facts.get("due")).toString());
    }
    assertThat(seen)
        .extracting(Number::intValue)
        .containsExactly(IntStream.of(intervals).boxed().toArray(Integer[]::new));
  }

  @Test
  void aTypedAnswerIsTakenThoughTheCardIsNotDueOrWasNeverShown() {
    lab.say("asha", "/done day:1");
    assertThat(facts("/review card:day-1.two rate:good")).containsEntry("interval", 0L);
    lab.at("2026-01-01T09:00:30Z");
    assertThat((Double) facts("/review card:day-1.two rate:good").get("stability"))
        .isCloseTo(2.3065, within(0.01));
    assertThat(facts("/review card:day-1.two rate:hard")).containsEntry("card", "day-1.two");
  }

  @Test
  void aDoubledPressCountsOnceAndSoDoesAStaleOne() {
    lab.say("asha", "/done day:1");
    lab.at("2026-01-02T09:00:00Z");
    Object first =
        lab.press("asha", "review card:day-1.one times:0 rate:good").reply().facts().values();
    Turn again = lab.press("asha", "review card:day-1.one times:0 rate:again");
    assertThat(again.reply().facts().values()).isEqualTo(first);
    assertThat(again.text()).contains("You had already answered that card");
    assertThat(facts("/review show")).containsEntry("answered", 1);
  }

  @Test
  void aStaleShowAnswerGoesOnToTheNextCard() {
    lab.say("asha", "/done day:1");
    lab.at("2026-01-02T09:00:00Z");
    lab.say("asha", "/review card:day-1.one rate:easy");
    Turn turn = lab.press("asha", "review card:day-1.one times:0 reveal:true");
    assertThat(asked(turn)).isEqualTo("day-1.two");
    assertThat(turn.text()).doesNotContain("A beginning.");
  }

  @Test
  void whatIsDueStandsBelowTheTopicOnTheOwnPageAndInTheReminder() {
    assertThat(Conversation.labels(lab.say("asha", "/topic").reply()))
        .noneMatch(label -> label.startsWith("Review"));
    lab.say("asha", "/done day:1");
    lab.at("2026-01-02T09:00:00Z");
    assertThat(Conversation.labels(lab.say("asha", "/topic").reply())).contains("Review 2 cards");
    Reply.Card home =
        lab.cairn()
            .home(
                new Caller(
                    new Account(Platform.LOCAL, "lab", "asha", "asha"),
                    "lab",
                    false,
                    Locale.ENGLISH,
                    null),
                Instant.parse("2026-01-02T09:00:00Z"));
    assertThat(PlainText.of(home)).contains("To review: 2 cards");
    lab.say("asha", "/settings remind:10:00");
    lab.at("2026-01-02T10:00:00Z");
    assertThat(Conversation.labels(lab.posts().getLast().message().card()))
        .contains("Review 2 cards");
  }

  @Test
  void aRepeatedDeliveryIsAnsweredAsTheFirstTime() {
    lab.say("asha", "/done day:1");
    Object first =
        lab.say("asha", "/review card:day-1.one rate:good", "line-1").reply().facts().values();
    lab.at("2026-01-01T09:10:00Z");
    lab.say("asha", "/review card:day-1.one rate:again");
    assertThat(
            lab.say("asha", "/review card:day-1.one rate:good", "line-1").reply().facts().values())
        .isEqualTo(first);
    lab.at("2026-01-01T09:20:00Z");
    assertThat(facts("/review card:day-1.one rate:easy")).doesNotContainEntry("interval", 0L);
  }

  @Test
  void anotherProcessGoesOnWhereThisOneWas() {
    lab.say("asha", "/done day:1");
    lab.at("2026-01-02T09:00:00Z");
    lab.press("asha", "review card:day-1.one times:0 rate:easy");
    TestConversation restarted =
        new TestConversation(database, "lab", Objects.requireNonNull(catalog))
            .at("2026-01-02T09:01:00Z");
    assertThat(asked(restarted.say("asha", "/review"))).isEqualTo("day-1.two");
    assertThat(
            restarted
                .press("asha", "review card:day-1.one times:0 rate:good")
                .reply()
                .facts()
                .values())
        .containsEntry("due", "2026-01-10T09:00:00Z");
  }

  @Test
  void aCardOfADayThatIsNotStudiedIsNotTaken() {
    lab.say("asha", "/done day:1");
    assertThat(problem("/review card:day-2.one rate:good")).isEqualTo(Problem.CONFLICT);
    assertThat(problem("/review card:nonsense rate:good")).isEqualTo(Problem.NOT_FOUND);
    assertThat(problem("/review rate:good")).isEqualTo(Problem.BAD_OPTION);
    lab.say("asha", "/done undo:true");
    assertThat(problem("/review card:day-1.one rate:good")).isEqualTo(Problem.CONFLICT);
  }

  private @Nullable Problem problem(String text) {
    return lab.say("asha", text).reply() instanceof Reply.Notice notice ? notice.problem() : null;
  }

  @Test
  void soManyNewCardsADayAndSoManyAltogether() {
    IntStream.rangeClosed(1, 12).forEach(day -> lab.say("asha", "/done day:" + day));
    lab.at("2026-01-02T09:00:00Z");
    assertThat(facts("/review")).containsEntry("due", 8);
    assertThat(facts("/review new:4 most:20")).containsEntry("new", 4).containsEntry("most", 20);
    assertThat(facts("/review"))
        .containsEntry("due", 4)
        .containsEntry("next", "2026-01-03T04:00:00Z");
    lab.say("asha", "/review most:3");
    assertThat(facts("/review")).containsEntry("due", 3);
  }

  @Test
  void daysAreMixed() {
    IntStream.rangeClosed(1, 4).forEach(day -> lab.say("asha", "/done day:" + day));
    lab.at("2026-01-02T09:00:00Z");
    List<String> days = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String card = asked();
      days.add(card.substring(0, card.indexOf('.')));
      lab.say("asha", "/review card:" + card + " rate:easy");
    }
    assertThat(IntStream.range(1, 8).filter(i -> days.get(i).equals(days.get(i - 1)))).isEmpty();
  }

  @Test
  void whatIsLearnedIsShownInFiguresAndAsAPicture() {
    assertThat(facts("/review show")).containsEntry("learned", 0L).containsEntry("cards", 0);
    lab.say("asha", "/done day:1");
    lab.at("2026-01-02T09:00:00Z");
    lab.say("asha", "/review card:day-1.one rate:easy");
    lab.say("asha", "/review card:day-1.two rate:again");
    Map<String, @Nullable Object> facts = facts("/review show:true");
    assertThat(facts).containsEntry("learned", 1L).containsEntry("answered", 2);
    assertThat((Double) facts.get("remembered")).isEqualTo(1.0);
    assertThat(lab.text("asha", "/review show"))
        .contains("Remembered by asha: 2 of 2 cards. First 2 of 2.");
  }

  @Test
  void tenDueCardsCountAsStudyingWhereTheCommunitySaysSo() {
    lab.moderate("mo", "/community set reviewcounts:true");
    lab.at("2026-01-03T09:00:00Z");
    IntStream.rangeClosed(1, 12).forEach(day -> lab.say("asha", "/done day:" + day));
    lab.at("2026-01-04T09:00:00Z").say("asha", "/review new:20");
    for (int i = 1; i <= 9; i++) {
      lab.say("asha", "/review card:day-%d.one rate:easy".formatted(i));
    }
    lab.say("asha", "/review card:day-1.one rate:good");
    assertThat(facts("/streak")).containsEntry("status", "at_risk");
    assertThat(lab.text("asha", "/review card:day-10.one rate:easy"))
        .contains("today counts as studied");
    assertThat(facts("/streak")).containsEntry("status", "done").containsEntry("streak", 2);
  }

  @Test
  void moderatorsGetTheLogOfACommunityThatSharesItWithoutWhoKeepsOutOfIt() {
    List<String> learners =
        IntStream.rangeClosed(1, 11).mapToObj(number -> "learner" + number).toList();
    learners.forEach(learner -> lab.say(learner, "/done day:1"));
    lab.at("2026-01-02T09:00:00Z");
    learners.forEach(learner -> lab.say(learner, "/review card:day-1.one rate:again"));
    lab.at("2026-01-02T09:01:00Z");
    learners.forEach(learner -> lab.say(learner, "/review card:day-1.one rate:easy"));
    lab.say("learner11", "/review card:day-1.two rate:hard");

    Turn off = lab.moderate("mo", "/community export");
    assertThat(off.problem()).isEqualTo(Problem.CONFLICT);
    assertThat(off.text()).contains("does not share", "/community set reviewexport:true");
    lab.moderate("mo", "/community set reviewexport:true");
    assertThat(lab.say("learner1", "/community export").problem()).isEqualTo(Problem.NOT_ALLOWED);
    assertThat(lab.text("learner11", "/settings reviewshare:false")).contains("left out");

    Turn turn = lab.moderate("mo", "/community export");
    assertThat(turn.audience()).isEqualTo(Audience.CALLER);
    Block.File file =
        ((Reply.Card) turn.reply())
            .blocks().stream()
                .filter(Block.File.class::isInstance)
                .map(Block.File.class::cast)
                .findFirst()
                .orElseThrow();
    assertThat(file.content())
        .startsWith("learner,card,seconds,rating,due\n10,day-1.one,,1,true\n10,day-1.one,60,4,")
        .doesNotContain("learner1", "day-1.two", "2026");
    assertThat(file.content().lines()).hasSize(21);
    assertThat(turn.reply().facts().values())
        .containsEntry("answers", 20)
        .containsEntry("members", 10)
        .containsEntry("files", List.of(Map.of("name", "cairn-reviews.csv", "size", file.size())));

    assertThat(lab.moderate("mo", "/audit").text())
        .contains("mo exported the review log without names: 20 answers of 10 members")
        .doesNotContain("learner1");

    lab.say("learner10", "/settings reviewshare:false");
    assertThat(lab.moderate("mo", "/community export").text()).contains("Fewer than 10 members");
    lab.moderate("mo", "/community set reviewexport:false");
    assertThat(lab.moderate("mo", "/community export").text()).contains("does not share");
  }

  @Test
  void tenCardsCountForNothingWhereTheCommunityDoesNot() {
    IntStream.rangeClosed(1, 12).forEach(day -> lab.say("asha", "/done day:" + day));
    lab.at("2026-01-02T09:00:00Z");
    for (int i = 1; i <= 12; i++) {
      lab.say("asha", "/review card:day-%d.one rate:easy".formatted(i));
    }
    assertThat(facts("/streak")).containsEntry("status", "at_risk");
  }
}
