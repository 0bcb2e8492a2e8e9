package dev.cairn.feature.discussion;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.feature.Page;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Notifier;
import dev.cairn.feature.member.Request;
import java.time.LocalDate;
import java.util.List;

/** {@code /discussion}: the question of a daily post, and what members answer to it. */
public final class DiscussionCommands {
  private static final int ANSWERS_A_PAGE = 6;
  private static final int LONGEST_REASON = 500;

  private static final Option<LocalDate> DATE =
      Option.required("date", new OptionType.Date(), "The date of the daily post");

  private static final Option<String> TEXT =
      Option.required("text", new OptionType.Text(DiscussionAnswer.LONGEST), "What you think")
          .labelled("Your answer, for all to read");

  private static final Option<Boolean> QUOTE =
      Option.optional(
              "quote",
              new OptionType.Flag(),
              "Whether the weekly word may quote it, with your name")
          .labelled("May be quoted in the weekly word");

  private static final Option<Account> WHOSE =
      Option.required("member", new OptionType.Member(), "Whose answer");

  private static final Option<String> REASON =
      Option.required("reason", new OptionType.Text(LONGEST_REASON), "Why, for the member to read");

  private static final Option<Boolean> UNDO =
      Option.optional("undo", new OptionType.Flag(), "Put it back instead");

  private final Discussions discussions;
  private final Members members;
  private final Notifier notifier;

  public DiscussionCommands(Discussions discussions, Members members, Notifier notifier) {
    this.discussions = discussions;
    this.members = members;
    this.notifier = notifier;
  }

  /**
   * Puts the two buttons below a daily post: to answer its question, and to read what others did.
   */
  public static void under(CardBuilder card, LocalDate date) {
    card.control(form(date)).button("Answers", show(date));
  }

  private static Control form(LocalDate date) {
    return new Control.FormButton(
        "Answer the question",
        new Form(
            "Your answer",
            Action.of("discussion answer").with(DATE.name(), date),
            List.of(TEXT.name(), QUOTE.name()),
            "Send"));
  }

  private static Action show(LocalDate date) {
    return Action.of("discussion show").with(DATE.name(), date);
  }

  /** The commands. */
  public List<Command> commands() {
    return List.of(
        members.command(
            CommandSpec.personal(
                    "discussion answer", "Answer the question of a daily post", DATE, TEXT, QUOTE)
                .withExamples("discussion answer 2026-01-05 \"Next to the warehouse.\" quote:yes"),
            this::answer),
        members.command(
            CommandSpec.personal("discussion show", "What members answered", DATE, Page.option())
                .withExamples("discussion show 2026-01-05"),
            this::show),
        members.command(
            CommandSpec.personal("discussion remove", "Take your answer back", DATE)
                .withExamples("discussion remove 2026-01-05"),
            this::remove),
        members.command(
            CommandSpec.moderation(
                    "discussion strike",
                    "Take down an answer, with a reason that its member is told",
                    Audience.CALLER,
                    WHOSE,
                    DATE,
                    REASON,
                    UNDO)
                .withExamples("discussion strike @asha 2026-01-05 reason:\"an insult\""),
            this::strike));
  }

  private Reply answer(Request request) {
    Member member = request.member();
    LocalDate date = request.required(DATE);
    String words = request.required(TEXT).strip();
    boolean quote = request.isSet(QUOTE);
    if (words.isEmpty()) {
      throw Refusal.badOption(TEXT.name(), "Write what you think, in a sentence or two.");
    }
    discussions.answer(member, date, request.account(), words, quote, request.at());
    return Reply.Card.titled("Your answer is kept")
        .tone(Reply.Tone.GOOD)
        .text("“" + words + "”")
        .text(
            "Whoever presses “Answers” reads it with your name. "
                + (quote ? "The weekly word may quote it." : "The weekly word does not quote it.")
                + " Answer again to replace it.")
        .button("Answers", show(date))
        .button("Take it back", Action.of("discussion remove").with(DATE.name(), date))
        .fact("date", date)
        .fact("text", words)
        .fact("quote", quote)
        .build();
  }

  private Reply show(Request request) {
    Member member = request.member();
    LocalDate date = request.required(DATE);
    String question =
        discussions
            .question(member.community(), date)
            .orElseThrow(() ->
                Refusal.of(Problem.NOT_FOUND, "%s has no question.".formatted(Wording.date(date))));
    Page<DiscussionAnswer> page =
        Page.of(discussions.on(member.community(), date), ANSWERS_A_PAGE, request.arguments());
    CardBuilder card =
        Reply.Card.titled("Answers of " + Wording.date(date))
            .text(RichText.EMPTY.bold("To discuss").plain("\n" + question))
            .items(
                page.entries().stream()
                    .map(answer -> RichText.EMPTY.bold(answer.name()).plain(": " + answer.words()))
                    .toList());
    if (page.entries().isEmpty()) {
      card.text("Nobody has answered yet.");
    }
    page.turnableOn(card, show(date));
    return card.control(form(date))
        .fact("date", date)
        .fact(
            "answers",
            page.entries().stream()
                .map(answer ->
                    ReplyData.NONE
                        .with("name", answer.name())
                        .with("text", answer.words())
                        .values())
                .toList())
        .build();
  }

  private Reply remove(Request request) {
    LocalDate date = request.required(DATE);
    if (!discussions.remove(request.member(), date)) {
      throw Refusal.of(
          Problem.NOT_FOUND,
          "You have no answer of %s that could be taken back.".formatted(Wording.date(date)));
    }
    return Reply.Notice.ok(RichText.of("Your answer is gone."));
  }

  private Reply strike(Request request) {
    Member moderator = request.member();
    Member member = members.other(moderator.community(), request.required(WHOSE));
    LocalDate date = request.required(DATE);
    String reason = request.required(REASON);
    boolean undo = request.isSet(UNDO);
    DiscussionAnswer answer =
        discussions
            .strike(moderator, member, date, reason, undo, request.at())
            .orElseThrow(() ->
                Refusal.of(
                    Problem.NOT_FOUND,
                    "%s has no answer of %s that %s."
                        .formatted(
                            member.name(),
                            Wording.date(date),
                            undo ? "was taken down" : "could be taken down")));
    notifier.tell(
        member,
        Reply.Card.titled(
                moderator.name() + (undo ? " put back" : " took down") + " an answer of yours")
            .text("“" + answer.words() + "”")
            .paragraph("Why", reason)
            .build());
    return Reply.Notice.ok(
        RichText.EMPTY
            .plain(undo ? "Put back: the answer of " : "Taken down: the answer of ")
            .bold(member.name())
            .plain(", who has been told why. It is in the audit log."));
  }
}
