package dev.cairn.platform.local.playground;

import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Permission;
import dev.cairn.command.Dialogue;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Completes commands, their options and the options' values. */
public final class Completer {
  private static final int MOST = 25;
  private static final String ROOT = LocalConversation.ROOT_WORD + " ";

  private final Dialogue dialogue;
  private final LocalConversation conversation;
  private final InstantSource clock;

  Completer(Dialogue dialogue, LocalConversation conversation, InstantSource clock) {
    this.dialogue = dialogue;
    this.conversation = conversation;
    this.clock = clock;
  }

  /**
   * How a line can go on.
   *
   * @param line what stands before the caret
   */
  public LineCompletion complete(Viewpoint from, String line) {
    if (!line.startsWith("/")) {
      return LineCompletion.NONE;
    }
    int commandAt = line.regionMatches(true, 1, ROOT, 0, ROOT.length()) ? 1 + ROOT.length() : 1;
    String typed = line.substring(commandAt);
    Optional<CommandSpec> command =
        commandsOf(from.member())
            .filter(spec -> (typed + " ").startsWith(spec.name() + " "))
            .filter(spec -> typed.length() > spec.name().toString().length())
            .findFirst();
    return command
        .map(spec -> options(from, spec, line, commandAt + spec.name().toString().length() + 1))
        .orElseGet(() -> commands(from.member(), commandAt, typed.toLowerCase(Locale.ROOT)));
  }

  private LineCompletion commands(LocalMember member, int at, String typed) {
    List<Candidate> found =
        commandsOf(member)
            .filter(spec -> spec.name().toString().contains(typed))
            .sorted(Comparator.comparing(spec -> !spec.name().toString().startsWith(typed)))
            .limit(MOST)
            .map(spec -> new Candidate(spec.name() + " ", spec.usage(), spec.summary()))
            .toList();
    return new LineCompletion(at, found, null, null);
  }

  private Stream<CommandSpec> commandsOf(LocalMember member) {
    return dialogue.registry().specs().stream()
        .filter(spec -> spec.permission() == Permission.MEMBER || member.moderator());
  }

  private LineCompletion options(Viewpoint from, CommandSpec spec, String line, int optionsAt) {
    PartialLine partial = PartialLine.of(line, optionsAt);
    List<Option<?>> open =
        spec.typedOptions().stream()
            .filter(option -> !partial.named().contains(option.name()))
            .toList();
    Optional<Option<?>> named =
        open.stream().filter(option -> option.name().equals(partial.name())).findFirst();
    if (named.isPresent()) {
      return new LineCompletion(
          partial.valueAt(), values(from, named.get(), partial.value()), spec, named.get().name());
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Option<?> option : open) {
      if (option.name().startsWith(partial.word())) {
        String needed = option.required() ? " (needed)" : "";
        candidates.add(
            new Candidate(option.name() + ":", option.name() + ":", option.description() + needed));
      }
    }
    if (!open.isEmpty()) {
      candidates.addAll(values(from, open.getFirst(), partial.value()));
    }
    return new LineCompletion(
        partial.wordAt(),
        candidates.stream().limit(MOST).toList(),
        spec,
        open.isEmpty() ? null : open.getFirst().name());
  }

  private List<Candidate> values(Viewpoint from, Option<?> option, String typed) {
    return suggestions(from, option, typed).stream()
        .limit(MOST)
        .map(value -> new Candidate(quoted(value.value()) + " ", value.label(), ""))
        .toList();
  }

  /** What an option can be told, the best first. */
  public List<ChoiceValue> suggestions(Viewpoint from, Option<?> option, String typed) {
    List<ChoiceValue> completions =
        dialogue.completion().complete(conversation.caller(from.member()), option, typed);
    if (!completions.isEmpty()) {
      return completions;
    }
    String begun = typed.toLowerCase(Locale.ROOT);
    return known(option.type())
        .filter(value ->
            value.value().toLowerCase(Locale.ROOT).contains(begun)
                || value.label().toLowerCase(Locale.ROOT).contains(begun))
        .toList();
  }

  private Stream<ChoiceValue> known(OptionType<?> type) {
    return switch (type) {
      case OptionType.Date() -> dates();
      case OptionType.Member() ->
          conversation.community().members().stream()
              .map(member -> new ChoiceValue("@" + member.id(), "@" + member.name()));
      case OptionType.Channel _ ->
          conversation.community().channels().stream()
              .map(channel -> new ChoiceValue("#" + channel, "#" + channel));
      case OptionType.Choice _,
          OptionType.Flag _,
          OptionType.Role _,
          OptionType.Text _,
          OptionType.Whole _,
          OptionType.Url _ ->
          Stream.empty();
    };
  }

  private Stream<ChoiceValue> dates() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Stream.of(
        new ChoiceValue(today.toString(), today + " (today)"),
        new ChoiceValue(today.plusDays(1).toString(), today.plusDays(1) + " (tomorrow)"),
        new ChoiceValue(today.plusWeeks(1).toString(), today.plusWeeks(1) + " (in a week)"));
  }

  private static String quoted(String value) {
    return value.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\\')
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
