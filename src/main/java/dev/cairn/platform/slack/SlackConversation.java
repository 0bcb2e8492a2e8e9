package dev.cairn.platform.slack;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Form;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Invocation.Origin;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.PlainText;
import dev.cairn.chat.Refusal;
import dev.cairn.chat.Reply;
import dev.cairn.chat.RichText;
import dev.cairn.chat.Value;
import dev.cairn.command.Command;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.LineReader;
import dev.cairn.command.LineReader.Line;
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
final class SlackConversation {
  private static final Logger LOG = LoggerFactory.getLogger(SlackConversation.class);

  private final CommandRouter router;
  private final LineReader reader;
  private final Workspaces workspaces;
  private final SlackDirectory directory;
  private final AnswerDelivery outbox;
  private final SlackHome home;
  private final ZoneNote zoneNote;
  private final RootWord rootWord;

  SlackConversation(
      CommandRouter router,
      LineReader reader,
      Workspaces workspaces,
      SlackDirectory directory,
      AnswerDelivery outbox,
      SlackHome home,
      ZoneNote zoneNote,
      RootWord rootWord) {
    this.router = router;
    this.reader = reader;
    this.workspaces = workspaces;
    this.directory = directory;
    this.outbox = outbox;
    this.home = home;
    this.zoneNote = zoneNote;
    this.rootWord = rootWord;
  }

  /**
   * A reply and who sees it.
   *
   * @param concerned whoever gave the command and whoever it was about
   */
  private record Answered(Reply reply, Audience audience, List<Account> concerned) {

    /** An answer to a command that was never given. */
    static Answered refused(Reply.Notice notice) {
      return new Answered(notice, Audience.CALLER, List.of());
    }
  }

  /** Answers a typed line. */
  void typed(Interaction interaction, String line) {
    withWorkspace(interaction, installation -> answerLine(installation, interaction, line));
  }

  /** Answers a line in a message to us, or one that mentions us. */
  void addressed(Interaction interaction, @Nullable String text, String rootWord) {
    withWorkspace(
        interaction,
        installation ->
            answerLine(
                installation,
                interaction,
                TypedText.addressed(text, installation.botUser(), rootWord)));
  }

  /** Answers a button. */
  void pressed(Interaction interaction, @Nullable String value) {
    withWorkspace(
        interaction,
        installation ->
            press(installation, interaction, () -> Press.decoded(value == null ? "" : value)));
  }

  /** Answers a select. */
  void picked(Interaction interaction, String actionId, @Nullable String value) {
    withWorkspace(
        interaction,
        installation ->
            press(
                installation,
                interaction,
                () -> Press.picked(actionId, value == null ? "" : value)));
  }

  /** Opens the form of a button; where Slack no longer lets us, offers the button again. */
  void opened(Interaction interaction, @Nullable String value) {
    withWorkspace(
        interaction,
        installation -> {
          Reply reply;
          try {
            Form form = FormCode.decoded(value == null ? "" : value);
            reply = new Reply.Ask(form, RichText.of("Here is the form again."));
          } catch (Refusal refusal) {
            reply = refusal.notice();
          }
          outbox.deliver(installation, interaction, reply, Audience.CALLER);
        });
  }

  /** Answers a form that was sent. What is wrong with it is shown in it, while it is open. */
  void submitted(
      Interaction interaction, FormOrigin form, Map<String, String> answers, OpenForm open) {
    withWorkspace(
        interaction,
        installation -> {
          Map<String, String> problems = problems(installation, form, answers);
          if (!problems.isEmpty() && open.show(problems)) {
            return;
          }
          Answered answered = submitted(installation, interaction, form, answers);
          if (answered.reply() instanceof Reply.Notice notice
              && notice.problem() != null
              && open.show(Map.of(beside(notice, form), PlainText.of(notice)))) {
            return;
          }
          open.close();
          deliver(installation, interaction, answered);
        });
  }

  /** The input beside which a notice stands. */
  private static String beside(Reply.Notice notice, FormOrigin form) {
    String option = notice.option();
    return option != null && form.asked().contains(option) ? option : form.asked().getFirst();
  }

  private Map<String, String> problems(
      SlackInstallation installation, FormOrigin form, Map<String, String> answers) {
    return router
        .registry()
        .find(form.action().command())
        .map(Command::spec)
        .map(
            spec ->
                FormAnswers.problems(answers, spec, new SlackReferences(directory, installation)))
        .orElse(Map.of());
  }

  /** Completes what is being typed into an option. */
  List<ChoiceValue> suggestions(Interaction interaction, SuggestionId id, String typed) {
    Optional<SlackInstallation> installation =
        workspaces.find(interaction.enterprise(), interaction.team());
    Optional<Option> option =
        router
            .registry()
            .find(id.command())
            .map(Command::spec)
            .flatMap(spec -> spec.option(id.option()));
    if (installation.isEmpty() || option.isEmpty()) {
      return List.of();
    }
    Caller caller = directory.caller(installation.get(), interaction);
    return option.get().suggester().suggest(caller, typed);
  }

  private void answerLine(SlackInstallation installation, Interaction interaction, String line) {
    deliver(
        installation,
        interaction,
        answered(
            installation,
            interaction,
            Origin.TYPED,
            references -> {
              Line read = reader.read(line, references);
              return new Line(read.spec(), references.inWords(read.arguments()));
            }));
  }

  private void press(
      SlackInstallation installation, Interaction interaction, Supplier<Press> decoding) {
    Answered answered;
    try {
      Press press = decoding.get();
      boolean byOwner = press.owner().equals(interaction.user());
      answered =
          answered(
              installation,
              interaction,
              new Origin.Pressed(press.effect(), byOwner),
              references -> reader.read(press.action(), references));
    } catch (Refusal refusal) {
      answered = Answered.refused(refusal.notice());
    }
    deliver(installation, interaction, answered);
  }

  private Answered submitted(
      SlackInstallation installation,
      Interaction interaction,
      FormOrigin form,
      Map<String, String> answers) {
    return answered(
        installation,
        interaction,
        Origin.SUBMITTED,
        references -> {
          Map<String, String> all = new LinkedHashMap<>(form.action().arguments());
          all.putAll(answers);
          return reader.read(new Action(form.action().command(), all), references);
        });
  }

  private void deliver(SlackInstallation installation, Interaction interaction, Answered answered) {
    try {
      outbox.deliver(installation, interaction, answered.reply(), answered.audience());
    } catch (RuntimeException undrawable) {
      Reply.Notice failure =
          router.failure("drawing the answer to " + interaction.id(), undrawable);
      outbox.deliver(installation, interaction, failure, Audience.CALLER);
    }
    answered.concerned().forEach(home::mayHaveChanged);
  }

  private Answered answered(
      SlackInstallation installation,
      Interaction interaction,
      Origin origin,
      Function<SlackReferences, Line> reading) {
    try {
      Caller caller = directory.caller(installation, interaction);
      Line line = reading.apply(new SlackReferences(directory, installation));
      Invocation invocation =
          new Invocation(
              interaction.id(),
              line.spec(),
              line.arguments(),
              caller,
              interaction.at(),
              interaction.place().channel(),
              origin);
      Reply reply = zoneNote.with(caller, () -> router.answer(invocation));
      return new Answered(
          rootWord.before(reply),
          audience(line.spec(), line.arguments(), reply, origin),
          concerned(caller, line.arguments()));
    } catch (RuntimeException | Error failure) {
      Reply.Notice notice = router.failure("reading " + interaction.id(), failure);
      return Answered.refused(rootWord.before(notice));
    }
  }

  private static List<Account> concerned(Caller caller, Arguments arguments) {
    return Stream.concat(
            Stream.of(caller.account()),
            arguments.values().values().stream()
                .filter(Value.Member.class::isInstance)
                .map(value -> ((Value.Member) value).account()))
        .toList();
  }

  /** Whatever went wrong is private, and so is what somebody else does with a member's message. */
  private static Audience audience(
      CommandSpec spec, Arguments arguments, Reply reply, Origin origin) {
    boolean refused = reply instanceof Reply.Notice notice && notice.problem() != null;
    boolean asks = reply instanceof Reply.Ask;
    boolean browses =
        origin instanceof Origin.Pressed(Effect effect, boolean byOwner)
            && effect == Effect.UPDATE
            && !byOwner;
    return refused || asks || browses ? Audience.CALLER : spec.audienceFor(arguments);
  }

  private void withWorkspace(Interaction interaction, Consumer<SlackInstallation> then) {
    Optional<SlackInstallation> installation =
        workspaces.find(interaction.enterprise(), interaction.team());
    if (installation.isEmpty()) {
      LOG.warn("{} is from {}, where we are not installed", interaction.id(), interaction.team());
      outbox.deliverUninstalled(interaction);
      return;
    }
    then.accept(installation.get());
  }
}
