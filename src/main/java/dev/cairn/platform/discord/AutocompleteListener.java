package dev.cairn.platform.discord;

import dev.cairn.chat.CommandName;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Excerpt;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.command.Command;
import dev.cairn.command.CommandRegistry;
import dev.cairn.spelling.Nearest;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes what somebody is typing into an option. */
final class AutocompleteListener {
  private static final Logger LOG = LoggerFactory.getLogger(AutocompleteListener.class);

  private final CommandRegistry registry;

  AutocompleteListener(CommandRegistry registry) {
    this.registry = registry;
  }

  /** Answers, with nothing where there is nothing to suggest. */
  void suggest(CommandAutoCompleteInteractionEvent event) {
    try {
      event.replyChoices(choices(event)).complete();
    } catch (RuntimeException failure) {
      // Too late, most likely: by now the member has typed on and asked again.
      LOG.debug("suggestions were not taken: {}", DiscordFailure.of(failure).told());
    }
  }

  private List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
    Guild guild = event.getGuild();
    Optional<Option> option =
        CommandName.parse(event.getFullCommandName())
            .flatMap(registry::find)
            .map(Command::spec)
            .flatMap(spec -> option(spec, event.getFocusedOption().getName()));
    if (guild == null || option.isEmpty()) {
      return List.of();
    }
    String typed = event.getFocusedOption().getValue();
    return found(option.get(), event, guild, typed).stream()
        .filter(
            value ->
                !value.value().isEmpty() && value.value().length() <= DiscordLimits.ENTRY_VALUE)
        .limit(DiscordLimits.ENTRIES)
        .map(value -> choice(option.get(), value))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Option> option(CommandSpec spec, String name) {
    return spec.option(name).filter(option -> !option.hidden());
  }

  private static List<ChoiceValue> found(
      Option option, CommandAutoCompleteInteractionEvent event, Guild guild, String typed) {
    if (option.type() instanceof OptionType.Choice(List<ChoiceValue> values)) {
      return typed.isBlank()
          ? values
          : Nearest.ranked(typed, values, ChoiceValue::label, DiscordLimits.ENTRIES);
    }
    try {
      return option.suggester().suggest(QuestionReader.caller(event, guild), typed);
    } catch (RuntimeException failure) {
      LOG.warn("suggesting {} failed", option.name(), failure);
      return List.of();
    }
  }

  private static Optional<Choice> choice(Option option, ChoiceValue value) {
    String label = value.label().isBlank() ? value.value() : value.label();
    String shown = Excerpt.of(label, DiscordLimits.ENTRY_LABEL);
    if (!(option.type() instanceof OptionType.Whole)) {
      return Optional.of(new Choice(shown, value.value()));
    }
    try {
      return Optional.of(new Choice(shown, Long.parseLong(value.value())));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
