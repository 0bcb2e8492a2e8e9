package dev.cairn.platform.discord;

import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Form;
import dev.cairn.chat.Reply;
import dev.cairn.command.CommandRouter;
import java.util.List;
import java.util.function.Function;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/** Hears interactions. Runs on virtual threads, so it may block. */
final class InteractionListener extends ListenerAdapter {
  private final CommandRouter router;
  private final QuestionReader questions;
  private final Responder responder;
  private final AutocompleteListener suggestions;
  private final InFlight inFlight;

  InteractionListener(
      CommandRouter router,
      QuestionReader questions,
      Responder responder,
      AutocompleteListener suggestions,
      InFlight inFlight) {
    this.router = router;
    this.questions = questions;
    this.responder = responder;
    this.suggestions = suggestions;
    this.inFlight = inFlight;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    respond(event, questions::slash);
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    component(event, event.getComponentId(), List.of());
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    component(event, event.getComponentId(), event.getValues());
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    respond(
        event,
        modal -> {
          ComponentId id = ComponentId.read(event.getModalId());
          return switch (id.task()) {
            case ComponentId.Task.Submit(Action action) -> questions.submitted(event, id, action);
            case ComponentId.Task.Press press -> questions.submitted(event, id, press.action());
            case ComponentId.Task.Pick pick -> questions.submitted(event, id, pick.action());
            case ComponentId.Task.Open open -> questions.submitted(event, id, open.form().action());
          };
        });
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    inFlight.during(() -> suggestions.suggest(event));
  }

  private void component(
      GenericComponentInteractionCreateEvent event, String written, List<String> picked) {
    inFlight.during(
        () -> {
          try {
            ComponentId id = ComponentId.read(written);
            switch (id.task()) {
              case ComponentId.Task.Open(Form form) -> open(event, id, form);
              case ComponentId.Task.Press(Effect effect, Action action) ->
                  responder.respond(event, questions.pressed(event, id, effect, action));
              case ComponentId.Task.Pick(Effect effect, String option, Action action) ->
                  responder.respond(
                      event, questions.pressed(event, id, effect, with(action, option, picked)));
              case ComponentId.Task.Submit(Action action) ->
                  responder.respond(event, questions.pressed(event, id, Effect.REPLY, action));
            }
          } catch (RuntimeException failure) {
            refuse(event, failure);
          }
        });
  }

  private void open(GenericComponentInteractionCreateEvent event, ComponentId id, Form form) {
    responder.open(event, form, new Recipient(event.getUser().getId(), id.community()));
  }

  private static Action with(Action action, String option, List<String> picked) {
    return picked.isEmpty() ? action : action.with(option, picked.getFirst());
  }

  private <E extends IReplyCallback> void respond(E event, Function<E, Question> read) {
    inFlight.during(
        () -> {
          try {
            responder.respond(event, read.apply(event));
          } catch (RuntimeException failure) {
            refuse(event, failure);
          }
        });
  }

  private void refuse(IReplyCallback event, RuntimeException failure) {
    Reply.Notice notice = router.failure("reading interaction " + event.getId(), failure);
    responder.respond(
        event,
        new Question(
            Audience.CALLER, false, Recipient.caller(event.getUser().getId()), () -> notice));
  }
}
