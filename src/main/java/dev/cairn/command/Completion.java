package dev.cairn.command;

import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Platform;
import dev.cairn.spelling.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes what somebody is typing into an option, on every platform alike. */
public final class Completion {
  /** As many as any platform shows. */
  public static final int MOST = 25;

  private static final Logger LOG = LoggerFactory.getLogger(Completion.class);

  private static final List<ChoiceValue> FLAGS =
      List.of(new ChoiceValue("true", "yes"), new ChoiceValue("false", "no"));

  /** What members may begin with, for a start. */
  private static final List<String> COMMON_BEGINNINGS = List.of("", "d", "dri", "kubernets");

  private final CommandRegistry registry;

  Completion(CommandRegistry registry) {
    this.registry = registry;
  }

  /**
   * The best completions first, at most {@link #MOST}; none where the command or the option is not
   * known.
   *
   * @param command its words, without a slash, as the platform knows it
   * @param typed what was typed so far, possibly empty
   */
  public List<ChoiceValue> complete(Caller caller, String command, String option, String typed) {
    return CommandName.parse(command)
        .flatMap(registry::find)
        .map(Command::spec)
        .flatMap(spec -> open(spec, option))
        .map(known -> complete(caller, known, typed))
        .orElse(List.of());
  }

  /** The best completions of an option first, at most {@link #MOST}. */
  public List<ChoiceValue> complete(Caller caller, Option<?> option, String typed) {
    return switch (option.type()) {
      case OptionType.Choice(List<ChoiceValue> values) -> near(values, typed);
      case OptionType.Flag() -> near(FLAGS, typed);
      case OptionType.Text _,
          OptionType.Whole _,
          OptionType.Date _,
          OptionType.Member _,
          OptionType.Channel _,
          OptionType.Role _,
          OptionType.Url _ ->
          suggested(caller, option, typed);
    };
  }

  /**
   * Suggests for nobody what is only loaded when it is first asked for, so that no member has to
   * wait for it: a completion cannot be put off.
   */
  public void warmUp(Platform platform) {
    Account nobody = new Account(platform, "0", "0", "");
    Caller caller = new Caller(nobody, null, false, Locale.ENGLISH, null);
    for (CommandSpec spec : registry.specs()) {
      for (Option<?> option : spec.typedOptions()) {
        COMMON_BEGINNINGS.forEach(typed -> complete(caller, option, typed));
      }
    }
  }

  private static List<ChoiceValue> near(List<ChoiceValue> values, String typed) {
    List<ChoiceValue> found =
        typed.isBlank() ? values : Nearest.ranked(typed, values, ChoiceValue::label, MOST);
    return found.stream().limit(MOST).toList();
  }

  /** What cannot be suggested is not worth an error to somebody who is typing. */
  private static List<ChoiceValue> suggested(Caller caller, Option<?> option, String typed) {
    try {
      return option.suggester().suggest(caller, typed).stream().limit(MOST).toList();
    } catch (RuntimeException failure) {
      LOG.warn("suggesting {} failed", option.name(), failure);
      return List.of();
    }
  }

  private static Optional<Option<?>> open(CommandSpec spec, String name) {
    return spec.option(name).filter(option -> !option.hidden());
  }
}
