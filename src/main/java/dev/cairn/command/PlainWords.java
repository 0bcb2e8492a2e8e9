package dev.cairn.command;

import dev.cairn.chat.Action;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.spelling.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Answers what is said to us in plain words, and is no command: thanks, a greeting, a question. It
 * understands a few words and does nothing by itself; what was probably wanted is one press away.
 */
final class PlainWords {
  private static final int FEWEST_WORDS_OF_A_SENTENCE = 3;

  private final CommandRegistry registry;

  PlainWords(CommandRegistry registry) {
    this.registry = registry;
  }

  /** What somebody may mean, by the words that give it away; the first that fits is answered. */
  private enum Meaning {
    THANKS(
        "You are welcome. The next topic is waiting whenever you are.",
        "topic",
        "Today’s topic",
        "thanks",
        "thank",
        "thx",
        "ty",
        "cheers",
        "danke",
        "merci",
        "gracias"),
    LOST(
        "That happens to everybody who keeps at something. Here is where you stand, and why.",
        "streak",
        "My streak",
        "lost",
        "missed",
        "forgot",
        "broke",
        "broken",
        "sorry"),
    STREAK("Your streak is one press away.", "streak", "My streak", "streak", "streaks", "freeze"),
    DONE(
        "Well done. Check in, and the day counts.",
        "done",
        "Check in",
        "done",
        "studied",
        "finished",
        "checkin",
        "completed"),
    RANKS(
        "Here is how everybody stands.",
        "leaderboard",
        "Leaderboard",
        "leaderboard",
        "rank",
        "ranking",
        "winning",
        "leading"),
    GROUPS(
        "Studying together is easier. These are the groups.",
        "group list",
        "Groups",
        "group",
        "groups",
        "team",
        "teams"),
    REVIEW(
        "Let us see what has stayed.",
        "review",
        "Review",
        "review",
        "cards",
        "flashcards",
        "remember"),
    QUIZ("A question, then.", "quiz", "Quiz me", "quiz", "question"),
    SETTINGS(
        "Reminders, your time zone and your rest days are set here.",
        "settings",
        "My settings",
        "remind",
        "reminder",
        "reminders",
        "timezone",
        "settings",
        "rest"),
    TOPIC(
        "Today’s topic is one press away.",
        "topic",
        "Today’s topic",
        "topic",
        "today",
        "study",
        "learn",
        "lesson",
        "start",
        "begin"),
    GREETING(
        "Hello! Good to see you. Shall we begin with today’s topic?",
        "topic",
        "Today’s topic",
        "hi",
        "hello",
        "hey",
        "hiya",
        "morning",
        "evening",
        "welcome"),
    FAREWELL(
        "See you tomorrow.", "streak", "My streak", "bye", "goodbye", "night", "later", "ciao"),
    PRAISE(
        "That is good to hear. On we go.",
        "topic",
        "Today’s topic",
        "great",
        "nice",
        "awesome",
        "cool",
        "love",
        "good");

    private final String answer;
    private final String command;
    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes one that cannot be changed.
    private final Set<String> words;

    Meaning(String answer, String command, String label, String... words) {
      this.answer = answer;
      this.command = command;
      this.label = label;
      this.words = Set.of(words);
    }
  }

  /** The answer; empty where the line is a command, or looks like one that was mistyped. */
  Optional<Reply> answer(String line) {
    String text = line.strip();
    List<String> words =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    if (text.startsWith("/") || words.isEmpty() || isCommand(text, words)) {
      return Optional.empty();
    }
    Optional<Meaning> meaning =
        Arrays.stream(Meaning.values())
            .filter(each -> words.stream().anyMatch(each.words::contains))
            .filter(each -> exists(each.command))
            .findFirst();
    if (meaning.isPresent()) {
      Meaning meant = meaning.get();
      return Optional.of(
          Reply.Notice.ok(RichText.of(meant.answer))
              .with(button(meant.label, Action.of(meant.command)), help()));
    }
    return isSentence(text, words) ? Optional.of(notUnderstood(text)) : Optional.empty();
  }

  /** The answer where no line is a command. */
  Reply answerWithoutCommands(String line) {
    return answer(line)
        .orElseGet(() ->
            Reply.Notice.ok(
                    RichText.of(
                            "Commands are not written to me as a message: type a slash, and pick one"
                                + " from the list. ")
                        .command("help")
                        .plain(" shows what I can do."))
                .with(help()));
  }

  /** A first word that is a command's, or a value given by name, is meant as a command. */
  private boolean isCommand(String text, List<String> words) {
    String first = text.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    boolean named = text.matches("(?s).*\\b[a-z]+:\\S.*") && !text.contains("://");
    boolean mistyped =
        words.size() < FEWEST_WORDS_OF_A_SENTENCE
            && Nearest.to(words.getFirst(), registry.roots(), root -> root).isPresent()
            && !isKnown(words.getFirst());
    return registry.roots().contains(first) || named || mistyped;
  }

  private static boolean isKnown(String word) {
    return Arrays.stream(Meaning.values()).anyMatch(each -> each.words.contains(word));
  }

  private static boolean isSentence(String text, List<String> words) {
    return words.size() >= FEWEST_WORDS_OF_A_SENTENCE || text.endsWith("?") || text.endsWith("!");
  }

  private Reply notUnderstood(String text) {
    Action search = Action.of("search").with("query", text);
    RichText said =
        RichText.of("I wish I could talk about that; I understand commands only. ")
            .command("help")
            .plain(" shows what I can do.");
    return exists("search") && search.isShort()
        ? Reply.Notice.ok(said).with(help(), button("Search for it", search))
        : Reply.Notice.ok(said).with(help());
  }

  private boolean exists(String command) {
    return registry.find(CommandName.of(command)).isPresent();
  }

  private static Control help() {
    return button("What I can do", Action.of("help"));
  }

  private static Control button(String label, Action action) {
    return new Control.Button(label, action, Control.Button.Style.SECONDARY, Effect.REPLY);
  }
}
