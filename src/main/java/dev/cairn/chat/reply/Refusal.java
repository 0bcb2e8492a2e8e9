package dev.cairn.chat.reply;

import org.jspecify.annotations.Nullable;

/**
 * Thrown where a command cannot be done as asked; becomes a {@link Reply.Notice} with its words,
 * and is no fault of ours.
 */
public final class Refusal extends RuntimeException {
  private final transient Reply.Notice notice;

  private Refusal(Reply.Notice notice) {
    // Expected and frequent: a stack trace would cost more than it tells.
    super(null, null, false, false);
    this.notice = notice;
  }

  /** Its words, written out only for whoever asks. */
  @Override
  public String getMessage() {
    return PlainText.of(notice.text());
  }

  /** Refuses with plain words. */
  public static Refusal of(Problem problem, String text) {
    return of(problem, RichText.of(text));
  }

  /** Refuses with these words. */
  public static Refusal of(Problem problem, RichText text) {
    return new Refusal(Reply.Notice.refused(problem, text));
  }

  /** Refuses with a ready notice. */
  public static Refusal of(Reply.Notice notice) {
    return new Refusal(notice);
  }

  /** Refuses the value of an option. */
  public static Refusal badOption(@Nullable String option, RichText text) {
    return new Refusal(
        new Reply.Notice(Problem.BAD_OPTION, text, option, java.util.List.of(), ReplyData.NONE));
  }

  /** Refuses the value of an option, with plain words. */
  public static Refusal badOption(@Nullable String option, String text) {
    return badOption(option, RichText.of(text));
  }

  /** What to answer. */
  public Reply.Notice notice() {
    return notice;
  }
}
