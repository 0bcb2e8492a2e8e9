package dev.cairn.feature.suggestion;

import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /suggest}: a question for the discussion of a daily post; and {@code /suggestion}: what
 * moderators make of it.
 */
public final class SuggestionCommands {
  /** So many of their own a member is shown. */
  private static final int OWN = 5;

  /** For so many moderators get buttons at a time: two each, and more would not fit. */
  private static final int AT_A_TIME = 4;

  private static final Option<String> QUESTION =
      Option.optional(
              "question", new OptionType.Text(Suggestion.LONGEST), "What to discuss, as a question")
          .labelled("Your question");

  private static final Option<Boolean> NAMED =
      Option.optional("named", new OptionType.Flag(), "Whether the post says that you asked")
          .labelled("Say that I asked it");

  private static final Option<Long> ID =
      Option.required("id", new OptionType.Whole(1, Long.MAX_VALUE), "The number in the list");

  private final Suggestions suggestions;
  private final Members members;

  public SuggestionCommands(Suggestions suggestions, Members members) {
    this.suggestions = suggestions;
    this.members = members;
  }

  /** The commands. */
  public List<Command> commands() {
    return List.of(
        members.command(
            CommandSpec.personal(
                    "suggest", "Suggest a question for a daily post to ask", QUESTION, NAMED)
                .withExamples(
                    "suggest question:\"Where would you put a feature store?\" named:yes",
                    "suggest"),
            this::suggest),
        members.command(
            CommandSpec.moderation(
                "suggestion list", "The questions that members suggested", Audience.CALLER),
            request -> list(request.member())),
        members.command(
            CommandSpec.moderation(
                    "suggestion take",
                    "Have the next daily post that is free ask a question",
                    Audience.CALLER,
                    ID)
                .withExamples("suggestion take 12"),
            request -> decide(request, Suggestion.State.TAKEN)),
        members.command(
            CommandSpec.moderation(
                    "suggestion leave", "Leave a suggested question aside", Audience.CALLER, ID)
                .withExamples("suggestion leave 12"),
            request -> decide(request, Suggestion.State.LEFT)));
  }

  private Reply suggest(Request request) {
    Member member = request.member();
    Optional<String> given = request.get(QUESTION).map(String::strip);
    if (given.isEmpty()) {
      return own(member);
    }
    if (given.get().isEmpty()) {
      throw Refusal.badOption(QUESTION.name(), "Write the question that the post should ask.");
    }
    boolean named = request.isSet(NAMED);
    suggestions.suggest(member, request.account(), given.get(), named, request.at());
    return Reply.Card.titled("Thank you for the question")
        .tone(Reply.Tone.GOOD)
        .text("“" + given.get() + "”")
        .text(
            "A moderator looks at it, and you hear what became of it. "
                + (named
                    ? "If a daily post asks it, your name stands below."
                    : "If a daily post asks it, your name is not told; moderators see it."))
        .button("My questions", Action.of("suggest"))
        .fact("question", given.get())
        .fact("named", named)
        .build();
  }

  private Reply own(Member member) {
    List<Suggestion> own = suggestions.by(member, OWN);
    CardBuilder card = Reply.Card.titled("Questions for the daily post");
    if (own.isEmpty()) {
      card.text(
          "Suggest a question for the discussion of a daily post. A moderator takes it or leaves"
              + " it, and you hear which.");
    }
    return card.items(
            own.stream()
                .map(each -> RichText.of("“" + each.question() + "” ").bold(state(each)))
                .toList())
        .control(
            new Control.FormButton(
                "Suggest a question",
                new Form(
                    "A question to discuss",
                    Action.of("suggest").with("named", false),
                    List.of(QUESTION.name(), NAMED.name()),
                    "Send")))
        .fact("questions", own.stream().map(SuggestionCommands::fact).toList())
        .build();
  }

  private static String state(Suggestion suggestion) {
    LocalDate usedOn = suggestion.usedOn();
    return switch (suggestion.state()) {
      case WAITING -> "waits for a moderator";
      case TAKEN -> usedOn == null ? "taken" : "asked on " + Wording.date(usedOn);
      case LEFT -> "left aside";
    };
  }

  private static Map<String, @Nullable Object> fact(Suggestion suggestion) {
    return ReplyData.NONE
        .with("id", suggestion.id())
        .with("question", suggestion.question())
        .with("state", suggestion.state().name().toLowerCase(Locale.ROOT))
        .values();
  }

  private Reply decide(Request request, Suggestion.State state) {
    Member moderator = request.member();
    suggestions.decide(moderator, request.required(ID), state, request.at());
    return list(moderator);
  }

  private Reply.Card list(Member moderator) {
    List<Suggestion> waiting = suggestions.waiting(moderator.community());
    List<Suggestion> coming = suggestions.coming(moderator.community());
    List<Suggestion> shown = waiting.stream().limit(AT_A_TIME).toList();
    CardBuilder card = Reply.Card.titled("Suggested questions");
    card.text(
        waiting.isEmpty()
            ? "No question is waiting."
            : "%s waiting.".formatted(Wording.count(waiting.size(), "question")));
    card.items(shown.stream().map(SuggestionCommands::line).toList());
    if (!coming.isEmpty()) {
      card.text(RichText.EMPTY.bold("Taken, in the order in which posts ask them"))
          .numbered(coming.stream().limit(AT_A_TIME).map(SuggestionCommands::line).toList());
    }
    for (Suggestion each : shown) {
      card.updateButton("Take " + each.id(), Action.of("suggestion take").with("id", each.id()))
          .updateButton("Leave " + each.id(), Action.of("suggestion leave").with("id", each.id()));
    }
    return card.fact("waiting", waiting.stream().map(SuggestionCommands::fact).toList())
        .fact("taken", coming.stream().map(SuggestionCommands::fact).toList())
        .build();
  }

  private static RichText line(Suggestion suggestion) {
    return RichText.of(suggestion.id() + ": “" + suggestion.question() + "” by ")
        .bold(suggestion.name())
        .plain(suggestion.named() ? ", who may be named" : ", not to be named");
  }
}
