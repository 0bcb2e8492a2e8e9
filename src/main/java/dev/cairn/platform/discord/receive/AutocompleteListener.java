package dev.cairn.platform.discord.receive;

import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.command.Completion;
import dev.cairn.platform.discord.answer.Callbacks;
import dev.cairn.platform.discord.api.DiscordFailure;
import dev.cairn.platform.discord.render.DiscordLimits;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.AutoCompleteQuery;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes what somebody is typing into an option. */
public final class AutocompleteListener {
  private static final Logger LOG = LoggerFactory.getLogger(AutocompleteListener.class);

  private final Completion completion;
  private final Callbacks callbacks;

  public AutocompleteListener(Completion completion, Callbacks callbacks) {
    this.completion = completion;
    this.callbacks = callbacks;
  }

  /** Answers, with nothing where there is nothing to suggest. */
  void suggest(CommandAutoCompleteInteractionEvent event) {
    try {
      callbacks.suggest(event, choices(event));
    } catch (RuntimeException failure) {
      // Too late, most likely: by now the member has typed on and asked again.
      LOG.debug("suggestions were not taken: {}", DiscordFailure.of(failure).told());
    }
  }

  private List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
    Guild guild = event.getGuild();
    if (guild == null) {
      return List.of();
    }
    AutoCompleteQuery typed = event.getFocusedOption();
    boolean whole = typed.getType() == OptionType.INTEGER;
    return completion
        .complete(
            DiscordInputs.caller(event, guild),
            event.getFullCommandName(),
            typed.getName(),
            typed.getValue())
        .stream()
        .filter(value ->
            !value.value().isEmpty() && value.value().length() <= DiscordLimits.ENTRY_VALUE)
        .map(value -> choice(value, whole))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Choice> choice(ChoiceValue value, boolean whole) {
    String label = value.label().isBlank() ? value.value() : value.label();
    String shown = Excerpt.of(label, DiscordLimits.ENTRY_LABEL);
    if (!whole) {
      return Optional.of(new Choice(shown, value.value()));
    }
    try {
      return Optional.of(new Choice(shown, Long.parseLong(value.value())));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
