package dev.cairn.feature;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Answer;
import dev.cairn.command.Command;
import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.Dialogue;
import dev.cairn.command.Heard;
import dev.cairn.command.Input;
import dev.cairn.command.LineReader;
import dev.cairn.command.References;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One member's conversation with a few commands: what they type and press, and the replies. */
public final class Conversation {
  private static final Instant AT = Instant.parse("2026-01-01T09:00:00Z");
  private static final Caller ASHA =
      new Caller(
          new Account(Platform.LOCAL, "lab", "asha", "Asha"), "lab", false, Locale.ENGLISH, null);

  private final Dialogue dialogue;
  private int interactions;
  private boolean inPlace;

  public Conversation(Command... commands) {
    dialogue =
        new Dialogue(
            new CommandRouter(
                new CommandRegistry(List.of(commands)), Optional.empty(), CommandObserver.NONE));
  }

  /** What is answered to a typed line. */
  public Reply say(String line) {
    return answer(new Input.Line(line));
  }

  /** The card that is answered to a typed line. */
  public Reply.Card card(String line) {
    return (Reply.Card) say(line);
  }

  /** The notice that is answered to a typed line. */
  public Reply.Notice notice(String line) {
    return (Reply.Notice) say(line);
  }

  /** What is answered when the owner of a message uses a control of it that does this. */
  public Reply press(Action action, Effect effect) {
    // By way of its text, as platforms carry it.
    return answer(new Input.Press(LineReader.action(action.toString()), effect, true));
  }

  /** Whether the newest answer took the place of the message whose control was used. */
  public boolean isInPlace() {
    return inPlace;
  }

  /** What is answered when the button with this label is pressed. */
  public Reply press(Reply reply, String label) {
    Control.Button button =
        buttons(reply).filter(b -> b.label().equals(label)).findFirst().orElseThrow();
    return press(button.action(), button.effect());
  }

  /** The labels of a reply's buttons. */
  public static List<String> labels(Reply reply) {
    return buttons(reply).map(Control.Button::label).toList();
  }

  /**
   * What a reply's controls do, each entry of a select by itself, as text; that it can be shared
   * goes without saying.
   */
  public static List<String> actions(Reply reply) {
    return controls(reply).stream()
        .flatMap(Conversation::actionsOf)
        .filter(action -> !action.arguments().containsKey("share"))
        .map(Action::toString)
        .toList();
  }

  /** Where a card says that its content comes from. */
  public static List<String> sources(Reply reply) {
    return ((Reply.Card) reply)
        .blocks().stream()
            .filter(Block.SourceLine.class::isInstance)
            .map(Block.SourceLine.class::cast)
            .flatMap(line -> Stream.of(line.name().split("; ")))
            .toList();
  }

  /** One value of each entry of a list among a reply's facts. */
  public static List<String> told(Reply reply, String fact, String key) {
    List<?> entries = (List<?>) Objects.requireNonNull(reply.facts().values().get(fact));
    return entries.stream().map(entry -> String.valueOf(((Map<?, ?>) entry).get(key))).toList();
  }

  /** The values that are suggested for an option while this has been typed. */
  public List<ChoiceValue> suggestions(String command, String option, String typed) {
    return dialogue.registry().specs().stream()
        .filter(spec -> spec.name().toString().equals(command))
        .findFirst()
        .flatMap(spec -> spec.option(option))
        .orElseThrow()
        .suggester()
        .suggest(ASHA, typed);
  }

  private Reply answer(Input input) {
    interactions++;
    Answer answer =
        dialogue.answer(
            new Heard(
                "local:" + interactions,
                Place.of(ASHA.account()),
                input,
                () -> ASHA,
                AT,
                "general",
                References.NONE));
    inPlace = answer instanceof Answer.Said said && said.inPlace();
    return answer.reply();
  }

  private static Stream<Control.Button> buttons(Reply reply) {
    return controls(reply).stream()
        .filter(Control.Button.class::isInstance)
        .map(Control.Button.class::cast);
  }

  private static List<Control> controls(Reply reply) {
    return switch (reply) {
      case Reply.Card card -> card.controls();
      case Reply.Notice notice -> notice.controls();
    };
  }

  private static Stream<Action> actionsOf(Control control) {
    return switch (control) {
      case Control.Button button -> Stream.of(button.action());
      case Control.Select select ->
          select.entries().stream()
              .map(entry -> select.action().with(select.option(), entry.value()));
      case Control.FormButton form -> Stream.of(form.form().action());
      case Control.LinkButton link -> Stream.empty();
    };
  }
}
