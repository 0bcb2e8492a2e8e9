package dev.cairn.feature.quiz;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.quiz.QuizQuestion;
import dev.cairn.catalog.quiz.QuizQuestions;
import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.database.Database;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Request;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.quiz.QuizStore.Asked;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Asks questions, judges answers and keeps them. What somebody is asked depends on who they are and
 * how many questions they were asked before, and on nothing else: the same history gives the same
 * question.
 */
public final class Quizzes {
  /** The kind of message that tells the outcome of a round. */
  static final String KIND = "quiz";

  /** How long a channel has to answer. */
  static final Duration ROUND = Duration.ofSeconds(60);

  /** After this time nobody remembers the question, and no result is posted. */
  private static final Duration WORTH_TELLING = Duration.ofHours(6);

  private static final long FAR_APART = 1_000_003;

  private final Catalog catalog;
  private final QuizStore store;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Communities communities;
  private final Database database;
  private @Nullable QuizQuestions questions;

  public Quizzes(
      Catalog catalog,
      QuizStore store,
      Outbox outbox,
      AuditLog audit,
      Communities communities,
      Database database) {
    this.catalog = catalog;
    this.store = store;
    this.outbox = outbox;
    this.audit = audit;
    this.communities = communities;
    this.database = database;
  }

  /** All questions. Created when first needed, so that they do not delay the start. */
  synchronized QuizQuestions questions() {
    if (questions == null) {
      questions = new QuizQuestions(catalog);
    }
    return questions;
  }

  /**
   * What a member is asked now.
   *
   * @param among at least one
   */
  QuizQuestion ask(Member member, String interaction, List<QuizQuestion> among) {
    return database.transaction(() -> {
      Optional<Asked> before = store.asked(member);
      Optional<QuizQuestion> same =
          before
              .filter(asked -> asked.interaction().equals(interaction))
              .flatMap(asked -> questions().find(asked.question()));
      if (same.isPresent()) {
        return same.get();
      }
      int times = before.map(Asked::times).orElse(0);
      QuizQuestion next =
          QuizQuestions.picked(
              among, seed(member.id().value(), times), before.map(Asked::question).orElse(""));
      store.save(member, new Asked(times + 1, next.id(), interaction));
      return next;
    });
  }

  /** A member is asked this one. */
  void ask(Member member, String interaction, QuizQuestion question) {
    ask(member, interaction, List.of(question));
  }

  /** What a member was asked last. */
  Optional<QuizQuestion> asked(Member member) {
    return store.asked(member).flatMap(asked -> questions().find(asked.question()));
  }

  /** Equal inputs give equal seeds, and neighbouring inputs give seeds that are far apart. */
  private static long seed(long whom, long times) {
    return new SplittableRandom(whom * FAR_APART + times).nextLong();
  }

  /**
   * The result of an answer.
   *
   * @param choice the option that was taken as the answer, from 0
   * @param round the round it counts for, where the channel is being asked
   */
  record Judged(int choice, boolean right, Optional<QuizRound> round) {}

  /**
   * Judges an answer and keeps it. Where the channel is being asked this question, it counts for
   * the channel's tally too.
   *
   * @param choice the chosen option, from 0
   * @throws Refusal when the member has answered in this round already
   */
  Judged answer(Request request, QuizQuestion question, int choice) {
    Member member = request.member();
    return database.transaction(() -> {
      Optional<QuizRound> round =
          store
              .newestRound(member.community())
              .filter(newest -> newest.question().equals(question.id()))
              .filter(newest -> newest.isOpenAt(request.at()));
      QuizAnswer answer =
          new QuizAnswer(
              request.id(),
              question.id(),
              kind(question),
              choice,
              question.options().get(choice).equals(question.correct()),
              request.at(),
              round.map(QuizRound::id).orElse(null));
      if (store.add(member, answer)) {
        return new Judged(choice, answer.right(), round);
      }
      return store
          .answer(member, request.id())
          .map(known ->
              new Judged(
                  known.choice(),
                  known.right(),
                  round.filter(open -> Long.valueOf(open.id()).equals(known.round()))))
          .orElseThrow(() -> answeredAlready(member, question, round.orElseThrow()));
    });
  }

  private Refusal answeredAlready(Member member, QuizQuestion question, QuizRound round) {
    int first = store.answer(member, round).orElseThrow().choice();
    return Refusal.of(
        Problem.CONFLICT,
        RichText.of("You have already answered this question: ")
            .bold(QuizCard.letter(first) + ") " + question.options().get(first))
            .plain(". The first answer counts; the result comes ")
            .moment(round.ends(), Span.Moment.Style.RELATIVE)
            .plain("."));
  }

  /**
   * Asks a whole channel. Everybody answers privately until the round ends; then the channel is
   * told, once.
   *
   * @param among at least one
   * @throws Refusal when the community is being asked something already
   */
  QuizRound open(Request request, ChannelRef channel, List<QuizQuestion> among) {
    Member asker = request.member();
    Instant at = request.at().truncatedTo(ChronoUnit.MICROS);
    return database.transaction(() -> {
      communities.lock(asker.community());
      Optional<QuizRound> same = store.round(asker.community(), request.id());
      if (same.isPresent()) {
        return same.get();
      }
      Optional<QuizRound> newest = store.newestRound(asker.community());
      newest
          .filter(round -> round.isOpenAt(at))
          .ifPresent(running -> {
            throw Refusal.of(
                Problem.CONFLICT,
                RichText.of("A question is already open here. Its result comes ")
                    .moment(running.ends(), Span.Moment.Style.RELATIVE)
                    .plain("; then you can ask the next."));
          });
      QuizQuestion question =
          QuizQuestions.picked(
              among,
              seed(-asker.community().id().value(), store.rounds(asker.community())),
              newest.map(QuizRound::question).orElse(""));
      QuizRound round =
          new QuizRound(
              ChronoUnit.MICROS.between(Instant.EPOCH, at),
              question.id(),
              request.id(),
              at,
              at.plus(ROUND));
      store.add(asker, round);
      outbox.announce(
          asker.community().id(),
          KIND,
          Long.toString(round.id()),
          channel,
          round.ends(),
          round.ends().plus(WORTH_TELLING));
      return round;
    });
  }

  /** How a member did, by kind of question. */
  List<QuizScore> score(Member member) {
    return store.score(member);
  }

  /** A member reports a question as wrong. */
  void flag(Member member, QuizQuestion question, Instant at) {
    store.flag(member, question.id(), at);
  }

  /** The questions reported as wrong, most reports first. */
  List<FlaggedQuestion> flagged(Member moderator) {
    return store.flagged(moderator.community());
  }

  /** A moderator closes the reports about a question. */
  void settle(Member moderator, String question, Instant at) {
    database.transaction(() -> {
      if (store.removeFlags(moderator.community(), question)) {
        audit.add(
            moderator.community(),
            AuditEntry.of(
                moderator,
                at,
                "closed the reports about the quiz question “%s”"
                    .formatted(
                        questions().find(question).map(QuizQuestion::question).orElse(question)),
                Undo.never("The reports are gone. Whoever finds it wrong can report it again.")));
      }
    });
  }

  /** The kind of a question: the beginning of its id. */
  static String kind(QuizQuestion question) {
    return question.id().substring(0, question.id().indexOf(':'));
  }

  /** Copies the answers of one member to another when accounts are linked or unlinked. */
  public void share(Member from, Member to) {
    store.copy(from, to);
  }
}
