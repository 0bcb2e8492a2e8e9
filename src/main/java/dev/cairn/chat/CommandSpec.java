package dev.cairn.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a command is called, what it takes, who may give it and who sees the answer. Every platform
 * derives its own form from this.
 *
 * @param name what it is called
 * @param summary one sentence without a full stop, at most 100 characters
 * @param options in the order in which bare values are read, required ones first
 * @param audience who sees the answer
 * @param permission who may give it
 * @param exceptions names of options that turn the audience when they are given: a public answer
 *     becomes private, a private one public
 * @param examples how it is typed, without the slash, at least one
 */
public record CommandSpec(
    CommandName name,
    String summary,
    List<Option<?>> options,
    Audience audience,
    Permission permission,
    List<String> exceptions,
    List<String> examples) {

  public CommandSpec {
    options = List.copyOf(options);
    exceptions = List.copyOf(exceptions);
    examples = List.copyOf(examples);
    if (summary.isEmpty() || summary.length() > 100) {
      throw new IllegalArgumentException("summary of " + name + " must have 1 to 100 characters");
    }
    if (options.stream().map(Option::name).distinct().count() != options.size()) {
      throw new IllegalArgumentException("an option of " + name + " is named twice");
    }
    boolean optionalSeen = false;
    for (Option<?> option : options) {
      if (option.required() && optionalSeen) {
        throw new IllegalArgumentException("required options of " + name + " must come first");
      }
      optionalSeen |= !option.required();
    }
  }

  /** A command for members whose answer everyone sees. */
  public static CommandSpec open(String name, String summary, Option<?>... options) {
    return new CommandSpec(
        CommandName.of(name),
        summary,
        List.of(options),
        Audience.EVERYONE,
        Permission.MEMBER,
        List.of(),
        List.of(name));
  }

  /** A command for members whose answer only they see. */
  public static CommandSpec personal(String name, String summary, Option<?>... options) {
    CommandSpec spec = open(name, summary, options);
    return new CommandSpec(
        spec.name,
        summary,
        spec.options,
        Audience.CALLER,
        Permission.MEMBER,
        List.of(),
        spec.examples);
  }

  /** A command for moderators; everyone or only they see the answer. */
  public static CommandSpec moderation(
      String name, String summary, Audience audience, Option<?>... options) {
    CommandSpec spec = open(name, summary, options);
    return new CommandSpec(
        spec.name, summary, spec.options, audience, Permission.MODERATOR, List.of(), spec.examples);
  }

  /** The same command, with these ways to type it as examples. */
  public CommandSpec withExamples(String... lines) {
    return new CommandSpec(
        name, summary, options, audience, permission, exceptions, Arrays.asList(lines));
  }

  /** The same command, answered privately when one of these options is given. */
  public CommandSpec privateWhenGiven(String... optionNames) {
    return turnedBy(optionNames);
  }

  /** The same command, answered before everyone when this option is given. */
  public CommandSpec openWhenGiven(String optionName) {
    return turnedBy(optionName);
  }

  private CommandSpec turnedBy(String... optionNames) {
    return new CommandSpec(
        name, summary, options, audience, permission, Arrays.asList(optionNames), examples);
  }

  /** The option of this name. */
  public Optional<Option<?>> option(String optionName) {
    return options.stream().filter(o -> o.name().equals(optionName)).findFirst();
  }

  /** The options that somebody can type. */
  public List<Option<?>> typedOptions() {
    return options.stream().filter(option -> !option.hidden()).toList();
  }

  /** Who sees the answer when these arguments are given: known before the command has run. */
  public Audience audienceFor(Arguments arguments) {
    return audienceFor(arguments.values().keySet());
  }

  /** Who sees the answer when the options of these names are given. */
  public Audience audienceFor(Set<String> given) {
    return exceptions.stream().anyMatch(given::contains) ? audience.other() : audience;
  }

  /** How the command is typed, with what it takes: {@code /topic [day] [track]}. */
  public String usage() {
    return ("/" + name + " " + hints()).strip();
  }

  /** What the command takes, as a hint: {@code [day] [track]}. */
  public String hints() {
    return typedOptions().stream()
        .map(option -> option.required() ? "<" + option.name() + ">" : "[" + option.name() + "]")
        .collect(Collectors.joining(" "));
  }
}
