package dev.cairn.platform.slack.receive;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.platform.slack.answer.AnswerThreads;
import dev.cairn.platform.slack.api.Interaction;
import dev.cairn.platform.slack.render.ActionKind;
import dev.cairn.platform.slack.render.BlockKit;
import dev.cairn.platform.slack.render.FormOrigin;
import dev.cairn.platform.slack.render.FormView;
import dev.cairn.platform.slack.render.Rendition;
import dev.cairn.platform.slack.render.ReplyModal;
import dev.cairn.platform.slack.render.SlackLimits;
import dev.cairn.platform.slack.render.SlackSuggestions;
import dev.cairn.platform.slack.render.SuggestionId;
import dev.cairn.platform.slack.send.SlackHome;
import dev.cairn.platform.slack.workspace.Workspaces;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what Slack sends, acknowledges it at once and has it answered. Only what Slack wants inside
 * the acknowledgement itself (the fate of a form, suggestions) is waited for, and not for long.
 */
public final class SlackListeners {
  private static final Logger LOG = LoggerFactory.getLogger(SlackListeners.class);
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private final SlackConversation conversation;
  private final SlackHome home;
  private final Workspaces workspaces;
  private final Interactions interactions;
  private final Deliveries deliveries;
  private final AnswerThreads inFlight;
  private final MeterRegistry meters;
  private final String rootWord;

  public SlackListeners(
      SlackConversation conversation,
      SlackHome home,
      Workspaces workspaces,
      Interactions interactions,
      Deliveries deliveries,
      AnswerThreads inFlight,
      MeterRegistry meters,
      String rootWord) {
    this.conversation = conversation;
    this.home = home;
    this.workspaces = workspaces;
    this.interactions = interactions;
    this.deliveries = deliveries;
    this.inFlight = inFlight;
    this.meters = meters;
    this.rootWord = rootWord;
  }

  public void listenTo(App app) {
    app.command(ANY, (request, context) -> command(request));
    app.blockAction(ANY, (request, context) -> action(request));
    app.viewSubmission(ANY, (request, context) -> submission(request));
    app.viewClosed(ANY, (request, context) -> context.ack());
    app.blockSuggestion(ANY, (request, context) -> suggestion(request));
    app.globalShortcut(ANY, (request, context) -> context.ack());
    app.messageShortcut(ANY, (request, context) -> context.ack());
    on(app, AppMentionEvent.class, this::mention);
    on(app, MessageEvent.class, event -> message(event, event.getEvent()));
    on(app, MessageFileShareEvent.class, event -> message(event, withoutFiles(event.getEvent())));
    on(app, AppHomeOpenedEvent.class, this::homeOpened);
    on(app, TokensRevokedEvent.class, this::tokensRevoked);
    on(app, AppUninstalledEvent.class, event -> shutOut(event, "app_uninstalled"));
  }

  private static <E extends Event> void on(
      App app, Class<E> kind, Consumer<EventsApiPayload<E>> listener) {
    app.event(
        kind,
        (event, context) -> {
          listener.accept(event);
          return context.ack();
        });
  }

  private void tokensRevoked(EventsApiPayload<TokensRevokedEvent> event) {
    // Members take back tokens of their own, too, and then Slack names no bot.
    TokensRevokedEvent.Tokens tokens = event.getEvent().getTokens();
    if (tokens != null && tokens.getBot() != null && !tokens.getBot().isEmpty()) {
      shutOut(event, "tokens_revoked");
    }
  }

  private Response command(SlashCommandRequest request) {
    if (request.getPayload().getUserId() == null) {
      LOG.warn("Slack sent a command that nobody gave");
      return Response.ok();
    }
    Interaction interaction =
        interactions.of(request.getPayload(), request.getRequestBodyAsString());
    String line = TypedText.of(request.getPayload().getText());
    answer(interaction, () -> conversation.typed(interaction, line));
    return Response.ok();
  }

  private Response action(BlockActionRequest request) {
    Action action = request.getPayload().getActions().getFirst();
    Optional<ActionKind> kind = ActionKind.of(action.getActionId());
    Interaction interaction =
        interactions.of(request.getPayload(), request.getRequestBodyAsString());
    if (kind.isEmpty()) {
      answer(interaction, () -> conversation.outdated(interaction));
      return Response.ok();
    }
    switch (kind.get()) {
      case BUTTON, FORM ->
          answer(interaction, () -> conversation.pressed(interaction, action.getValue()));
      case SELECT ->
          answer(
              interaction,
              () -> conversation.picked(interaction, action.getActionId(), picked(action)));
      case LINK -> {
        // The browser has opened the page; Slack only wants to know that we know.
      }
    }
    return Response.ok();
  }

  private static @Nullable String picked(Action action) {
    return action.getSelectedOption() == null ? null : action.getSelectedOption().getValue();
  }

  private Response submission(ViewSubmissionRequest request) {
    ViewSubmissionPayload payload = request.getPayload();
    if (!FormView.CALLBACK.equals(payload.getView().getCallbackId())) {
      return Response.ok();
    }
    FormOrigin form;
    try {
      form = FormOrigin.decoded(payload.getView().getPrivateMetadata());
    } catch (Refusal outdated) {
      JsonObject body = new JsonObject();
      body.addProperty("response_action", "update");
      body.add(
          "view",
          ReplyModal.of(outdated.notice(), Rendition.of(payload.getUser().getId(), rootWord)));
      return Response.json(200, body);
    }
    Map<String, Value> answers = FormAnswers.of(payload.getView().getState(), form.asked());
    Interaction interaction = interactions.of(payload, form, request.getRequestBodyAsString());
    SentForm sent = new SentForm();
    answer(
        interaction, sent::close, () -> conversation.submitted(interaction, form, answers, sent));
    Map<String, String> problems = sent.problems(SlackLimits.ACKNOWLEDGEMENT);
    if (problems.isEmpty()) {
      return Response.ok();
    }
    JsonObject errors = new JsonObject();
    problems.forEach(errors::addProperty);
    JsonObject body = new JsonObject();
    body.addProperty("response_action", "errors");
    body.add("errors", errors);
    return Response.json(200, body);
  }

  private Response suggestion(BlockSuggestionRequest request) {
    String typed = TypedText.of(request.getPayload().getValue());
    Interaction interaction = interactions.of(request.getPayload());
    CompletableFuture<List<ChoiceValue>> found = new CompletableFuture<>();
    SuggestionId.of(request.getPayload().getActionId())
        .ifPresentOrElse(
            id ->
                inFlight.answer(
                    "a suggestion",
                    () -> {
                      try {
                        found.complete(conversation.suggestions(interaction, id, typed));
                      } finally {
                        found.complete(List.of());
                      }
                    }),
            () -> found.complete(List.of()));
    List<ChoiceValue> suggestions =
        found
            .completeOnTimeout(
                List.of(), SlackLimits.ACKNOWLEDGEMENT.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    JsonObject body = new JsonObject();
    body.add("options", BlockKit.array(SlackSuggestions.options(suggestions, typed)));
    return Response.json(200, body);
  }

  private void mention(EventsApiPayload<AppMentionEvent> payload) {
    AppMentionEvent event = payload.getEvent();
    if (event.getBotId() != null || event.getUser() == null || event.getEdited() != null) {
      return;
    }
    addressed(
        interactions.of(
            payload,
            event.getUser(),
            event.getTs(),
            Interaction.Place.message(event.getChannel(), false, event.getThreadTs())),
        event.getText());
  }

  /** A message with a file is a message all the same: somebody may check in with a picture. */
  private static MessageEvent withoutFiles(MessageFileShareEvent shared) {
    MessageEvent message = new MessageEvent();
    message.setUser(shared.getUser());
    message.setText(shared.getText());
    message.setChannel(shared.getChannel());
    message.setChannelType(shared.getChannelType());
    message.setTs(shared.getTs());
    message.setThreadTs(shared.getThreadTs());
    return message;
  }

  private void message(EventsApiPayload<?> payload, MessageEvent event) {
    boolean direct =
        event.getChannelType() == null
            ? event.getChannel() != null && event.getChannel().startsWith("D")
            : event.getChannelType().equals("im");
    if (!direct || event.getBotId() != null || event.getUser() == null) {
      return;
    }
    addressed(
        interactions.of(
            payload,
            event.getUser(),
            event.getTs(),
            Interaction.Place.message(event.getChannel(), true, event.getThreadTs())),
        event.getText());
  }

  private void addressed(Interaction interaction, @Nullable String text) {
    answer(interaction, () -> conversation.addressed(interaction, text, rootWord));
  }

  private void homeOpened(EventsApiPayload<AppHomeOpenedEvent> payload) {
    AppHomeOpenedEvent event = payload.getEvent();
    if (event.getUser() == null || "messages".equals(event.getTab())) {
      return;
    }
    Interaction interaction =
        interactions.of(payload, event.getUser(), event.getEventTs(), Interaction.Place.NOWHERE);
    answer(interaction, () -> home.opened(interaction));
  }

  private void shutOut(EventsApiPayload<?> payload, String code) {
    inFlight.answer(
        code,
        () ->
            workspaces
                .find(payload.getEnterpriseId(), payload.getTeamId())
                .ifPresent(installation -> workspaces.shutOut(installation, code)));
  }

  private void answer(Interaction interaction, Runnable answering) {
    answer(interaction, () -> {}, answering);
  }

  /** Has an interaction answered, once; a repeated delivery is only acknowledged. */
  private void answer(Interaction interaction, Runnable whenRepeated, Runnable answering) {
    if (deliveries.isFirst(interaction.id())) {
      inFlight.answer(interaction.id(), answering);
    } else {
      meters.counter("cairn.slack.repeated").increment();
      LOG.info("{} was delivered again", interaction.id());
      whenRepeated.run();
    }
  }
}
