package dev.cairn.platform.slack.receive;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.command.Answer;
import dev.cairn.command.ControlId;
import dev.cairn.command.Dialogue;
import dev.cairn.command.Heard;
import dev.cairn.command.Input;
import dev.cairn.platform.slack.answer.AnswerDelivery;
import dev.cairn.platform.slack.api.Interaction;
import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.render.FormOrigin;
import dev.cairn.platform.slack.render.Rendition;
import dev.cairn.platform.slack.render.SlackControls;
import dev.cairn.platform.slack.render.SlackEscapes;
import dev.cairn.platform.slack.render.SuggestionId;
import dev.cairn.platform.slack.send.SlackHome;
import dev.cairn.platform.slack.workspace.LockedTokenException;
import dev.cairn.platform.slack.workspace.SlackDirectory;
import dev.cairn.platform.slack.workspace.SlackInstallation;
import dev.cairn.platform.slack.workspace.Workspaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From an interaction to its answer. Whatever happens, there is one. */
public final class SlackConversation {
  private static final Logger LOG = LoggerFactory.getLogger(SlackConversation.class);

  private static final String UNINSTALLED =
      "I am not installed in this workspace, or no longer, so I cannot do anything here."
          + " Whoever looks after its apps can install me again.";
  private static final String SHUT_OUT =
      "Slack does not let me into this workspace any more, so I cannot do anything here. Nothing"
          + " was changed. Whoever looks after its apps can install me again.";
  private static final String LOCKED =
      "I cannot open what I keep about this workspace, so I cannot do anything here. Nothing was"
          + " changed. Whoever runs me has to set the token key that I was installed with, or"
          + " install me again.";

  private final Dialogue dialogue;
  private final Workspaces workspaces;
  private final SlackDirectory directory;
  private final AnswerDelivery delivery;
  private final SlackHome home;
  private final ZoneNote zoneNote;
  private final PlainText plainText;

  public SlackConversation(
      Dialogue dialogue,
      Workspaces workspaces,
      SlackDirectory directory,
      AnswerDelivery delivery,
      SlackHome home,
      ZoneNote zoneNote,
      String command) {
    this.dialogue = dialogue;
    this.workspaces = workspaces;
    this.directory = directory;
    this.delivery = delivery;
    this.home = home;
    this.zoneNote = zoneNote;
    this.plainText = Rendition.of("", command).plainText();
  }

  /** Answers a typed line. */
  void typed(Interaction interaction, String line) {
    converse(interaction, installation -> new Input.Line(line));
  }

  /** Answers a line in a message to us, or one that mentions us. */
  void addressed(Interaction interaction, @Nullable String text, String rootWord) {
    converse(
        interaction,
        installation ->
            new Input.Line(TypedText.addressed(text, installation.botUser(), rootWord)));
  }

  /** Answers a button, or opens the form of one that has a form. */
  void pressed(Interaction interaction, @Nullable String value) {
    converse(interaction, installation -> input(SlackControls.read(value), interaction));
  }

  /** Answers a select. */
  void picked(Interaction interaction, String actionId, @Nullable String value) {
    converse(
        interaction,
        installation ->
            picked(
                SlackControls.readSelect(actionId),
                SlackEscapes.decoded(value == null ? "" : value),
                interaction));
  }

  /** Answers what is none of our controls, or of a version that had others. */
  void outdated(Interaction interaction) {
    converse(
        interaction,
        installation -> {
          throw ControlId.outdated();
        });
  }

  /** Answers a form that was sent. What is wrong with it is shown in it, while it is open. */
  void submitted(
      Interaction interaction, FormOrigin form, Map<String, Value> filled, OpenForm open) {
    withWorkspace(
        interaction,
        installation -> {
          Input sent = new Input.Submission(form.action(), form.asked(), filled);
          Answer answer = answer(installation, interaction, () -> sent);
          if (answer instanceof Answer.Rejected rejected && open.show(problems(rejected, form))) {
            return;
          }
          open.close();
          deliver(installation, interaction, answer);
        });
  }

  /** What is wrong, each beside its input; what is wrong with all of it, beside the first. */
  private Map<String, String> problems(Answer.Rejected rejected, FormOrigin form) {
    if (rejected.mistakes().isEmpty()) {
      return Map.of(form.asked().getFirst(), plainText.text(rejected.reply()));
    }
    Map<String, String> problems = new LinkedHashMap<>();
    rejected.mistakes().forEach((option, said) -> problems.put(option, plainText.text(said)));
    return problems;
  }

  /** Completes what is being typed into an option. */
  List<ChoiceValue> suggestions(Interaction interaction, SuggestionId id, String typed) {
    return workspaces
        .find(interaction.enterprise(), interaction.team())
        .map(installation -> directory.caller(installation, interaction))
        .map(caller -> dialogue.completion().complete(caller, id.command(), id.option(), typed))
        .orElse(List.of());
  }

  private static Input input(ControlId id, Interaction interaction) {
    return switch (id.task()) {
      case ControlId.Task.Press(Effect effect, Action action) ->
          new Input.Press(action, effect, interaction.user().equals(id.owner()));
      case ControlId.Task.Open(Form form) -> new Input.Open(form);
      case ControlId.Task.Pick _, ControlId.Task.Submit _ -> throw ControlId.outdated();
    };
  }

  private static Input picked(ControlId id, String value, Interaction interaction) {
    if (id.task() instanceof ControlId.Task.Pick(Effect effect, String option, Action action)) {
      return new Input.Press(
          action.with(option, value), effect, interaction.user().equals(id.owner()));
    }
    throw ControlId.outdated();
  }

  private void converse(Interaction interaction, Function<SlackInstallation, Input> reading) {
    withWorkspace(
        interaction,
        installation ->
            deliver(
                installation,
                interaction,
                answer(installation, interaction, () -> reading.apply(installation))));
  }

  private Answer answer(
      SlackInstallation installation, Interaction interaction, Supplier<Input> reading) {
    // To look somebody up is part of answering them, and has no end without a bound either.
    return dialogue.admitted(
        installation.place(), () -> answered(installation, interaction, reading));
  }

  private Answer answered(
      SlackInstallation installation, Interaction interaction, Supplier<Input> reading) {
    try {
      Input input = reading.get();
      Caller caller = directory.caller(installation, interaction);
      Heard heard =
          new Heard(
              interaction.id(),
              installation.place(),
              input,
              () -> caller,
              interaction.at(),
              interaction.place().channel(),
              new SlackReferences(directory, installation));
      return zoneNote.with(caller, () -> dialogue.answer(heard));
    } catch (RuntimeException | Error failure) {
      if (failure instanceof SlackFailure shutOut && shutOut.kind() == SlackFailure.Kind.TOKEN) {
        throw shutOut;
      }
      return dialogue.failed("reading " + interaction.id(), failure);
    }
  }

  private void deliver(SlackInstallation installation, Interaction interaction, Answer answer) {
    try {
      delivery.deliver(installation, interaction, answer);
    } catch (RuntimeException undrawable) {
      delivery.deliver(
          installation,
          interaction,
          dialogue.failed("drawing the answer to " + interaction.id(), undrawable));
    }
    Invocation given = answer.given();
    if (given != null) {
      concerned(given).forEach(home::mayHaveChanged);
    }
  }

  /** Whoever gave the command and whoever it was about. */
  private static Stream<Account> concerned(Invocation given) {
    return Stream.concat(
        Stream.of(given.caller().account()),
        given.arguments().values().values().stream()
            .filter(Value.Member.class::isInstance)
            .map(value -> ((Value.Member) value).account()));
  }

  private void withWorkspace(Interaction interaction, Consumer<SlackInstallation> then) {
    Optional<SlackInstallation> installation;
    try {
      installation = workspaces.find(interaction.enterprise(), interaction.team());
    } catch (LockedTokenException locked) {
      LOG.error("{} cannot be answered: {}", interaction.id(), locked.getMessage());
      delivery.deliverUninstalled(interaction, LOCKED);
      return;
    } catch (RuntimeException failure) {
      Answer.Said said = dialogue.failed("reading " + interaction.id(), failure);
      delivery.deliverUninstalled(interaction, plainText.text(said.reply()));
      return;
    }
    if (installation.isEmpty()) {
      LOG.warn("{} is from {}, where we are not installed", interaction.id(), interaction.team());
      delivery.deliverUninstalled(interaction, UNINSTALLED);
      return;
    }
    try {
      then.accept(installation.get());
    } catch (SlackFailure shutOut) {
      if (shutOut.kind() != SlackFailure.Kind.TOKEN) {
        throw shutOut;
      }
      workspaces.shutOut(installation.get(), shutOut.code());
      delivery.deliverUninstalled(interaction, SHUT_OUT);
    }
  }
}
