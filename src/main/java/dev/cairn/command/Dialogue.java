package dev.cairn.command;

import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Invocation.Origin;
import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * From what a member did to what is answered, once for all platforms: it is read, the command is
 * given, and it is decided who sees the answer and whether it takes the place of a message.
 * Whatever happens, there is an answer.
 */
public final class Dialogue {
  /** A longest title of a form. */
  private static final int FORM_TITLE = 24;

  /** With a second to find out why, a member hears something within three. */
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final CommandRouter router;
  private final Capacity capacity;
  private final LineReader lines;
  private final PlainWords plainWords;
  private final Completion completion;
  private final Rehearsal rehearsal;

  /** Talks about these commands, with as many members at once as usual. */
  public Dialogue(CommandRouter router) {
    this(router, new Capacity());
  }

  /** Talks about these commands, with so many members at once. */
  public Dialogue(CommandRouter router, Capacity capacity) {
    this.router = router;
    this.capacity = capacity;
    this.lines = new LineReader(router.registry());
    this.plainWords = new PlainWords(router.registry());
    this.completion = new Completion(router.registry());
    this.rehearsal = new Rehearsal(router, lines);
  }

  /**
   * What is known of an answer before there is one, for a platform that must acknowledge first.
   *
   * @param audience who will see it; a refusal is the caller's alone all the same
   * @param inPlace whether it is to take the place of the message whose control was used
   */
  public record Expected(Audience audience, boolean inPlace) {
    private static final Expected PRIVATE = new Expected(Audience.CALLER, false);
  }

  /** All commands there are. */
  public CommandRegistry registry() {
    return router.registry();
  }

  /** Completes what is being typed. */
  public Completion completion() {
    return completion;
  }

  /** Answers nobody, so that what comes first is as quick as what comes later. */
  public Rehearsal rehearsal() {
    return rehearsal;
  }

  /** What is known of the answer before it is there. */
  public Expected expected(Input input) {
    return switch (input) {
      case Input.Line _, Input.Open _ -> Expected.PRIVATE;
      case Input.Options(String command, Map<String, Value> values) ->
          CommandName.parse(command)
              .map(name -> expected(name, values.keySet()))
              .orElse(Expected.PRIVATE);
      case Input.Press press when isElsewhere(press) -> Expected.PRIVATE;
      case Input.Press(Action action, Effect effect, boolean _) ->
          new Expected(
              expected(action.command(), action.arguments().keySet()).audience(),
              effect == Effect.UPDATE);
      case Input.Submission(Action action, List<String> _, Map<String, Value> filled) -> {
        Map<String, Object> given = new LinkedHashMap<>(action.arguments());
        given.putAll(filled);
        yield expected(action.command(), given.keySet());
      }
    };
  }

  private Expected expected(CommandName command, Set<String> given) {
    Optional<CommandSpec> spec = registry().find(command).map(Command::spec);
    return new Expected(spec.map(known -> known.audienceFor(given)).orElse(Audience.CALLER), false);
  }

  /**
   * Answers, always. Runs on the caller's thread, which is expected to be a virtual one. When too
   * much is under way at once, nothing is done, and that is the answer.
   */
  public Answer answer(Heard heard) {
    return admitted(heard.place(), () -> answered(heard));
  }

  /**
   * Answers plain words, where commands are given otherwise than by typing them to us: a line that
   * would be a command is told so, and nothing is done.
   *
   * @param place whose member says them
   */
  public Answer plainly(Place place, String line) {
    return admitted(
        place,
        () ->
            new Answer.Said(null, plainWords.answerWithoutCommands(line), Audience.CALLER, false));
  }

  /**
   * Answers when there is room to. For a platform that has more to do for an answer than {@link
   * #answer}, which it may call within.
   *
   * @param place whose member is answered
   */
  public Answer admitted(Place place, Supplier<Answer> answering) {
    Supplier<Answer> inTurn = () -> capacity.during(place, answering, Dialogue::swamped);
    return capacity.isAdmitted() || !router.mayHang() ? inTurn.get() : patiently(inTurn);
  }

  /** What somebody is told who comes when too many others did. */
  private static Answer swamped(Capacity.Limit full) {
    String by =
        switch (full) {
          case PROCESS -> "";
          case COMMUNITY -> " by so many of your community at once";
        };
    return Answer.Said.refused(
        Reply.Notice.refused(
            Problem.FAILED,
            RichText.of(
                "I am swamped" + by + ", and nothing was changed. Please try again in a moment.")));
  }

  /**
   * Answers on another thread, and does not wait for it where what keeps things does not answer.
   * What was begun keeps its turn until it ends, so that no more begins than fits.
   */
  private Answer patiently(Supplier<Answer> answering) {
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(answering, task -> Thread.startVirtualThread(task));
    while (true) {
      try {
        return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException slow) {
        Optional<Reply.Notice> hanging = router.hanging();
        if (hanging.isPresent()) {
          return Answer.Said.refused(hanging.get());
        }
      } catch (ExecutionException failure) {
        if (failure.getCause() instanceof RuntimeException thrown) {
          // The caller knows what it threw, and deals with it as where it answers by itself.
          throw thrown;
        }
        return failed("answering", Objects.requireNonNullElse(failure.getCause(), failure));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return failed("answering while we are being stopped", stopped);
      }
    }
  }

  /** How much is under way, and how much was refused. */
  public Capacity capacity() {
    return capacity;
  }

  private Answer answered(Heard heard) {
    try {
      Caller caller = heard.caller().get();
      return switch (heard.input()) {
        case Input.Line(String text) -> {
          Optional<Reply> plain = plainWords.answer(text);
          yield plain.isPresent()
              ? new Answer.Said(null, plain.get(), Audience.CALLER, false)
              : given(heard, caller, inWords(lines.read(text, heard.references()), heard));
        }
        case Input.Options options -> given(heard, caller, lines.read(options, heard.references()));
        case Input.Press press ->
            given(heard, caller, lines.read(press.action(), heard.references()));
        case Input.Open(Form form) -> opened(form, heard, caller);
        case Input.Submission sent -> submitted(heard, sent, caller);
      };
    } catch (RuntimeException | Error failure) {
      return failed("reading " + heard.id(), failure);
    }
  }

  /**
   * The answer where something went wrong outside of a command.
   *
   * @param during what was being done, for the log
   */
  public Answer.Said failed(String during, Throwable failure) {
    return Answer.Said.refused(router.failure(during, failure));
  }

  private Answer.Said given(Heard heard, Caller caller, LineReader.Line line) {
    Invocation invocation = invocation(heard, caller, line);
    Reply reply = router.answer(invocation);
    boolean inPlace = reply instanceof Reply.Card && expected(heard.input()).inPlace();
    return new Answer.Said(invocation, reply, audience(heard.input(), line, reply), inPlace);
  }

  private static Invocation invocation(Heard heard, Caller caller, LineReader.Line line) {
    return new Invocation(
        heard.id(),
        line.spec(),
        line.arguments(),
        caller,
        heard.at(),
        heard.channel(),
        origin(heard.input()));
  }

  private static Origin origin(Input input) {
    return switch (input) {
      case Input.Line _, Input.Options _ -> Origin.TYPED;
      case Input.Press(Action _, Effect effect, boolean byOwner) ->
          new Origin.Pressed(effect, byOwner);
      case Input.Open _, Input.Submission _ -> Origin.SUBMITTED;
    };
  }

  /**
   * What went wrong is nobody else's business, nor is what others do with a member's message, nor
   * what is meant for the caller alone.
   */
  private static Audience audience(Input input, LineReader.Line line, Reply reply) {
    boolean refused = reply instanceof Reply.Notice notice && notice.problem() != null;
    boolean elsewhere = input instanceof Input.Press press && isElsewhere(press);
    boolean personal = reply instanceof Reply.Card card && card.personal();
    return refused || elsewhere || personal
        ? Audience.CALLER
        : line.spec().audienceFor(line.arguments());
  }

  /** Whether somebody leafs through a message that answered somebody else. */
  private static boolean isElsewhere(Input.Press press) {
    return press.effect() == Effect.UPDATE && !press.byOwner();
  }

  private static LineReader.Line inWords(LineReader.Line line, Heard heard) {
    Map<String, Value> values = new LinkedHashMap<>();
    line.arguments()
        .values()
        .forEach((name, value) ->
            values.put(
                name,
                value instanceof Value.Text(String text)
                    ? new Value.Text(heard.references().inWords(text))
                    : value));
    return new LineReader.Line(line.spec(), new Arguments(values));
  }

  /** A form is shown to those alone who may send it, and only while its command takes it. */
  private Answer opened(Form form, Heard heard, Caller caller) {
    CommandSpec spec = lines.spec(form.action().command());
    CommandRouter.checkPermission(spec, caller);
    if (form.asked().stream().anyMatch(option -> spec.option(option).isEmpty())) {
      throw ControlId.outdated();
    }
    return new Answer.Asked(withPresentValues(form, heard, caller), spec);
  }

  /**
   * A form shows how things are when it is opened, not when its button was drawn; what the button
   * brings, it was given on purpose.
   */
  private Form withPresentValues(Form form, Heard heard, Caller caller) {
    LineReader.Line line;
    try {
      line = lines.read(form.action(), heard.references());
    } catch (Refusal incomplete) {
      return form;
    }
    Map<String, String> filled = new LinkedHashMap<>(form.action().arguments());
    registry()
        .find(form.action().command())
        .map(command -> command.present().values(invocation(heard, caller, line)))
        .orElse(Map.of())
        .forEach((option, value) -> {
          if (form.asked().contains(option)) {
            filled.putIfAbsent(option, value);
          }
        });
    return new Form(
        form.title(),
        new Action(form.action().command(), filled),
        form.asked(),
        form.submitLabel());
  }

  private Answer submitted(Heard heard, Input.Submission sent, Caller caller) {
    CommandSpec spec = lines.spec(sent.action().command());
    CommandRouter.checkPermission(spec, caller);
    Map<String, RichText> mistakes = mistakes(sent, spec, heard.references());
    LineReader.Line line;
    try {
      line = lines.read(sent.action(), sent.filled(), heard.references());
    } catch (RuntimeException | Error unreadable) {
      Reply.Notice notice = router.failure("reading " + heard.id(), unreadable);
      return new Answer.Rejected(
          null, withAnotherTry(notice, sent), beside(notice, mistakes, sent));
    }
    Answer.Said said = given(heard, caller, line);
    return said.reply() instanceof Reply.Notice notice && notice.problem() != null
        ? new Answer.Rejected(
            said.invocation(), withAnotherTry(notice, sent), beside(notice, mistakes, sent))
        : said;
  }

  /** What is wrong with what was filled in, all of it at once. */
  private static Map<String, RichText> mistakes(
      Input.Submission sent, CommandSpec spec, References references) {
    ValueReader reader = new ValueReader(references);
    Map<String, RichText> mistakes = new LinkedHashMap<>();
    sent.filled()
        .forEach((name, value) ->
            spec.option(name)
                .map(option -> reader.tried(option, value))
                .ifPresent(outcome -> {
                  if (outcome instanceof ValueReader.Outcome.Wrong(RichText said)) {
                    mistakes.put(name, said);
                  }
                }));
    return mistakes;
  }

  private static Map<String, RichText> beside(
      Reply.Notice notice, Map<String, RichText> mistakes, Input.Submission sent) {
    String option = notice.option();
    return mistakes.isEmpty() && option != null && sent.asked().contains(option)
        ? Map.of(option, notice.text())
        : mistakes;
  }

  /**
   * Not every platform can show what is wrong beside a field, and some throw away what was typed.
   * So the answer offers the form again, filled in as it was.
   */
  private static Reply.Notice withAnotherTry(Reply.Notice notice, Input.Submission sent) {
    if (notice.problem() != Problem.BAD_OPTION || sent.asked().isEmpty()) {
      return notice;
    }
    Map<String, String> filled = new LinkedHashMap<>(sent.action().arguments());
    sent.filled().forEach((name, value) -> filled.put(name, value.typed()));
    Action action = new Action(sent.action().command(), filled);
    Form again =
        new Form(
            Excerpt.of("/" + action.command(), FORM_TITLE), action, sent.asked(), "Send again");
    List<Control> controls = new ArrayList<>(notice.controls());
    controls.add(new Control.FormButton("Try again", again));
    return new Reply.Notice(
        notice.problem(), notice.text(), notice.option(), controls, notice.facts());
  }
}
