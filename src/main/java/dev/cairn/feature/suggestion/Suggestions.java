package dev.cairn.feature.suggestion;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.database.Database;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.outbox.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Questions that members suggest, moderators take or leave, and daily posts ask. */
public final class Suggestions implements MessageComposer {
  /** So many of one member's may wait at a time. */
  static final int MOST_WAITING = 3;

  private static final String KIND = "suggestion";
  private static final Duration WORTH_TELLING = Duration.ofDays(7);

  private final SuggestionStore store;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Database database;

  public Suggestions(SuggestionStore store, AuditLog audit, Outbox outbox, Database database) {
    this.store = store;
    this.audit = audit;
    this.outbox = outbox;
    this.database = database;
  }

  /**
   * Suggests a question.
   *
   * @param named whether the post may say who asked
   * @throws Refusal where too many of the member's wait already
   */
  void suggest(Member member, Account account, String question, boolean named, Instant at) {
    database.transaction(() -> {
      if (store.waiting(member) >= MOST_WAITING) {
        throw Refusal.of(
            Problem.CONFLICT,
            "%d of your questions are waiting for a moderator. Suggest another when one of them has been looked at."
                .formatted(MOST_WAITING));
      }
      store.add(member, account, question, named, at);
    });
  }

  /** A member's own, the newest first. */
  List<Suggestion> by(Member member, int most) {
    return database.reading(() -> store.by(member, most));
  }

  /** Those that no moderator has decided about, the oldest first. */
  List<Suggestion> waiting(Community community) {
    return database.reading(() -> store.waiting(community.id()));
  }

  /** Those that coming posts will ask, in order. */
  List<Suggestion> coming(Community community) {
    return database.reading(() -> store.coming(community.id()));
  }

  /** A moderator takes a question, or leaves it; the member is told in private. */
  Suggestion decide(Member moderator, long id, Suggestion.State state, Instant at) {
    Community community = moderator.community();
    return database.transaction(() -> {
      Suggestion suggestion =
          store
              .find(community.id(), id)
              .orElseThrow(
                  () -> Refusal.of(Problem.NOT_FOUND, "There is no suggestion " + id + " here."));
      if (!store.decide(moderator, id, state, at)) {
        throw Refusal.of(
            Problem.CONFLICT,
            suggestion.state() == Suggestion.State.TAKEN
                ? "That question has been taken already."
                : "That question has been left already.");
      }
      audit.add(
          community,
          AuditEntry.about(
              suggestion.member(),
              moderator,
              at,
              "%s the question of %s: “%s”"
                  .formatted(
                      state == Suggestion.State.TAKEN ? "took" : "left",
                      suggestion.name(),
                      Excerpt.quoted(suggestion.question())),
              Undo.never("Whoever suggested it has been told, and can suggest it again.")));
      outbox.tell(
          community.id(),
          KIND,
          String.valueOf(id),
          suggestion.account(),
          at,
          at.plus(WORTH_TELLING));
      return suggestion;
    });
  }

  /**
   * Has the posts of a date ask the next question that was taken, if there is one and they ask none
   * yet. Belongs into the transaction that decides on a post.
   */
  public void use(Community community, LocalDate date) {
    if (store.on(community.id(), date).isEmpty()) {
      store.coming(community.id()).stream()
          .findFirst()
          .ifPresent(next -> store.use(community.id(), next.id(), date));
    }
  }

  /** The question that the posts of a date ask; empty where they ask that of the topic. */
  public Optional<Suggestion> on(Community community, LocalDate date) {
    return database.reading(() -> store.on(community.id(), date));
  }

  /** The question that the posts of a date would ask as things are. */
  public Optional<Suggestion> preview(Community community, LocalDate date) {
    return on(community, date).or(() -> coming(community).stream().findFirst());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMessage> compose(OutboxMessage message) {
    return database
        .reading(() -> store.find(message.id().community(), Long.parseLong(message.key())))
        .filter(suggestion -> suggestion.state() != Suggestion.State.WAITING)
        .map(suggestion ->
            OutgoingMessage.of(message.address(), message.nonce(), outcome(suggestion)));
  }

  private static Reply.Card outcome(Suggestion suggestion) {
    boolean taken = suggestion.state() == Suggestion.State.TAKEN;
    String credit =
        suggestion.named() ? " Your name will stand below it." : " Your name will not be told.";
    return Reply.Card.titled(taken ? "Your question was taken" : "Your question was left aside")
        .tone(taken ? Reply.Tone.GOOD : Reply.Tone.NEUTRAL)
        .text("“" + suggestion.question() + "”")
        .text(
            taken
                ? "It is the question of one of the next daily posts." + credit
                : "The moderators chose not to ask it. Others of yours are welcome.")
        .button("My questions", Action.of("suggest"))
        .build();
  }

  /** Gives a member what their accounts suggested while they were those of another. */
  public void share(Member from, Member to) {
    store.pass(from, to);
  }
}
