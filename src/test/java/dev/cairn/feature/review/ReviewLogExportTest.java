package dev.cairn.feature.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.database.Statements;
import dev.cairn.domain.recall.Memory;
import dev.cairn.domain.recall.Rating;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.MemberStore;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReviewLogExportTest {
  private static final Place HERE = new Place(Platform.LOCAL, "here");
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  @ParameterizedTest
  @EnumSource
  void tellsWhatWasAnsweredAndNotByWhomNorWhen(DatabaseUnderTest under) throws IOException {
    try (Database database = under.open()) {
      People people = new People(database);
      ReviewStore store = new ReviewStore(database);
      for (int learner = 0; learner < ReviewLogExport.LEAST_LEARNERS; learner++) {
        Member member = people.here("learner" + learner);
        answer(store, member, "a.one", 1, learner * 1000L, Rating.AGAIN);
        answer(store, member, "a.two", 1, learner * 1000L + 30, Rating.GOOD);
        answer(store, member, "a.one", 2, learner * 1000L + 60, Rating.EASY);
      }
      answer(store, people.elsewhere("stranger"), "a.two", 1, 0, Rating.GOOD);

      StringBuilder log = new StringBuilder();
      ReviewLogExport.Written written = export(database).write(HERE, log);

      assertThat(written).isEqualTo(new ReviewLogExport.Written(10, 30));
      List<String> lines = log.toString().lines().toList();
      assertThat(lines).first().isEqualTo("learner,card,seconds,rating,due");
      assertThat(lines.stream().skip(1))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 10)
                  .boxed()
                  .flatMap(learner ->
                      Stream.of(",a.one,,1,false", ",a.one,60,4,true", ",a.two,,3,false")
                          .map(answer -> (9 + learner) + answer))
                  .toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsNothingOfSoFewThatTheyCouldBeToldApart(DatabaseUnderTest under) throws IOException {
    try (Database database = under.open()) {
      People people = new People(database);
      ReviewStore store = new ReviewStore(database);
      for (int learner = 1; learner < ReviewLogExport.LEAST_LEARNERS; learner++) {
        answer(store, people.here("learner" + learner), "a.one", 1, learner, Rating.GOOD);
      }

      StringBuilder log = new StringBuilder();
      assertThat(export(database).write(HERE, log)).isEqualTo(new ReviewLogExport.Written(0, 0));
      assertThat(log).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsOnceOfTwoAccountsThatShareTheirAnswers(DatabaseUnderTest under) throws IOException {
    try (Database database = under.open()) {
      People people = new People(database);
      ReviewStore store = new ReviewStore(database);
      for (int learner = 0; learner < ReviewLogExport.LEAST_LEARNERS; learner++) {
        answer(store, people.here("learner" + learner), "a.one", 1, learner, Rating.GOOD);
      }
      Recall shared = store.all(people.here("learner3")).getFirst();
      Member second = people.here("second account");
      store.add(second, shared, remembered());

      StringBuilder log = new StringBuilder();
      assertThat(export(database).write(HERE, log)).isEqualTo(new ReviewLogExport.Written(10, 10));
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesOutWhoKeepsTheirAnswersOutAndWhoeverSharesThem(DatabaseUnderTest under)
      throws IOException {
    try (Database database = under.open()) {
      People people = new People(database);
      ReviewStore store = new ReviewStore(database);
      for (int learner = 0; learner < ReviewLogExport.LEAST_LEARNERS + 2; learner++) {
        answer(store, people.here("learner" + learner), "a.one", 1, learner, Rating.GOOD);
      }
      Member out = people.here("learner3");
      Recall shared = store.all(out).getFirst();
      Member second = people.here("second account");
      store.add(second, shared, remembered());
      answer(store, second, "a.two", 1, 7, Rating.HARD);
      new MemberStore(database).setSharesReviews(out, false);

      StringBuilder log = new StringBuilder();
      assertThat(export(database).write(HERE, log)).isEqualTo(new ReviewLogExport.Written(11, 11));
      assertThat(log.toString()).doesNotContain("a.two");
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneLearnerIsWrittenBeforeTheNextIsRead(DatabaseUnderTest under) throws IOException {
    try (Database database = under.open()) {
      People people = new People(database);
      ReviewStore store = new ReviewStore(database);
      for (int learner = 0; learner < ReviewLogExport.LEAST_LEARNERS; learner++) {
        answer(store, people.here("learner" + learner), "a.one", 1, learner, Rating.GOOD);
      }
      Statements statements = Statements.of(database);
      List<Long> read = new ArrayList<>();
      StringWriter log =
          new StringWriter() {
            @Override
            public StringWriter append(char end) {
              if (end == '\n') {
                read.add(
                    statements.take().sql().stream().filter(sql -> sql.contains("r.*")).count());
              }
              return super.append(end);
            }
          };
      export(database).write(HERE, log);
      assertThat(read).hasSize(ReviewLogExport.LEAST_LEARNERS).allMatch(learners -> learners == 1);
    }
  }

  private static ReviewLogExport export(Database database) {
    return new ReviewLogExport(database, new Random(1));
  }

  private static void answer(
      ReviewStore store, Member member, String card, int number, long seconds, Rating rating) {
    store.add(
        member,
        new Recall(
            card,
            number,
            rating,
            AT.plusSeconds(seconds),
            LocalDate.of(2026, 3, 2),
            number > 1,
            member.name() + card + number),
        remembered());
  }

  private static Remembered remembered() {
    return new Remembered(new Memory(Memory.Phase.REVIEW, 0, 2, 3, AT, AT), 1);
  }
}
