package dev.cairn.platform.discord.receive;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.Form;
import dev.cairn.command.ControlId;
import dev.cairn.command.Dialogue;
import dev.cairn.platform.discord.answer.Responder;
import dev.cairn.platform.discord.render.Recipient;
import java.util.List;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/** Hears interactions. Runs on virtual threads, so it may block. */
public final class InteractionListener implements EventListener {
  private final Dialogue dialogue;
  private final DiscordInputs inputs;
  private final Responder responder;
  private final AutocompleteListener suggestions;
  private final ShardTurns turns;

  public InteractionListener(
      Dialogue dialogue,
      DiscordInputs inputs,
      Responder responder,
      AutocompleteListener suggestions,
      ShardTurns turns) {
    this.dialogue = dialogue;
    this.inputs = inputs;
    this.responder = responder;
    this.suggestions = suggestions;
    this.turns = turns;
  }

  /** JDA's adapter would look up a method for each of the event's classes, and call it. */
  @Override
  public void onEvent(GenericEvent event) {
    switch (event) {
      case SlashCommandInteractionEvent slash -> respond(slash, () -> inputs.slash(slash));
      case ButtonInteractionEvent button -> component(button, button.getComponentId(), List.of());
      case StringSelectInteractionEvent select ->
          component(select, select.getComponentId(), select.getValues());
      case ModalInteractionEvent form -> respond(form, () -> submitted(form));
      case CommandAutoCompleteInteractionEvent typing ->
          turns.during(typing.getJDA(), typing.getId(), () -> suggestions.suggest(typing));
      // None of ours: an earlier version may have had others.
      case IReplyCallback other ->
          respond(
              other,
              () -> {
                throw ControlId.outdated();
              });
      default -> {}
    }
  }

  private DiscordInputs.Asked submitted(ModalInteractionEvent event) {
    ControlId id = ControlId.read(event.getModalId());
    return inputs.submitted(
        event,
        id,
        switch (id.task()) {
          case ControlId.Task.Submit(Action action) -> action;
          case ControlId.Task.Press press -> press.action();
          case ControlId.Task.Pick pick -> pick.action();
          case ControlId.Task.Open open -> open.form().action();
        });
  }

  private void component(
      GenericComponentInteractionCreateEvent event, String written, List<String> picked) {
    respond(
        event,
        () -> {
          ControlId id = ControlId.read(written);
          return switch (id.task()) {
            case ControlId.Task.Open(Form form) -> inputs.opened(event, id, form);
            case ControlId.Task.Press(Effect effect, Action action) ->
                inputs.pressed(event, id, effect, action);
            case ControlId.Task.Pick(Effect effect, String option, Action action) ->
                inputs.pressed(event, id, effect, with(action, option, picked));
            case ControlId.Task.Submit(Action action) ->
                inputs.pressed(event, id, Effect.REPLY, action);
          };
        });
  }

  private static Action with(Action action, String option, List<String> picked) {
    return picked.isEmpty() ? action : action.with(option, picked.getFirst());
  }

  private void respond(IReplyCallback event, Supplier<DiscordInputs.Asked> read) {
    turns.during(
        event.getJDA(),
        event.getId(),
        () -> {
          try {
            DiscordInputs.Asked asked = read.get();
            responder.respond(event, asked.heard(), asked.recipient());
          } catch (RuntimeException failure) {
            responder.answer(
                event,
                dialogue.failed("reading interaction " + event.getId(), failure),
                Recipient.caller(event.getUser().getId()));
          }
        });
  }
}
