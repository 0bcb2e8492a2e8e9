package dev.cairn.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DialogueTest {
  private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");
  private static final Account ASHA = new Account(Platform.LOCAL, "lab", "asha", "Asha");
  private static final Account BEN = new Account(Platform.LOCAL, "lab", "ben", "Ben");

  private final List<Invocation> given = new ArrayList<>();
  private final Dialogue dialogue = new Dialogue(router());
  private boolean moderator;
  private int ids;

  private CommandRouter router() {
    CommandSpec board =
        CommandSpec.open(
                "board",
                "A page",
                Option.optional("page", new OptionType.Whole(1, 9), "Which"),
                Option.optional("why", new OptionType.Flag(), "Explains"))
            .privateWhenGiven("why");
    CommandSpec ask =
        CommandSpec.personal(
                "ask", "A question", Option.optional("open", new OptionType.Flag(), "To everyone"))
            .openWhenGiven("open");
    CommandSpec note =
        CommandSpec.open(
            "note",
            "A note",
            Option.optional("words", new OptionType.Text(20), "Some words"),
            Option.optional("count", new OptionType.Whole(1, 9), "How many"),
            Option.optional("who", new OptionType.Member(), "Of whom"),
            Option.optional("where", new OptionType.Channel(), "Where"),
            Option.optional("role", new OptionType.Role(), "A role"),
            Option.optional("day", many(), "One of many")
                .suggesting((caller, typed) -> {
                  throw new IllegalStateException("never asked of a choice");
                }));
    CommandSpec rules =
        CommandSpec.moderation(
            "rules",
            "The rules",
            Audience.EVERYONE,
            Option.optional("words", new OptionType.Text(20), "Some words"));
    return new CommandRouter(
        new CommandRegistry(
            List.of(
                command(board, "Page"),
                command(ask, "Asked"),
                command(note, "Noted"),
                command(rules, "Ruled"),
                new Command(
                    CommandSpec.open("refuse", "Refuses", note.options().getFirst()),
                    invocation -> {
                      throw Refusal.badOption("words", "Not those.");
                    }))),
        Optional.empty(),
        CommandObserver.NONE);
  }

  private static OptionType<?> many() {
    return new OptionType.Choice(
        IntStream.rangeClosed(1, 60)
            .mapToObj(day -> new ChoiceValue("d" + day, "Day number " + day))
            .toList());
  }

  private Command command(CommandSpec spec, String title) {
    return new Command(
        spec,
        invocation -> {
          given.add(invocation);
          return Reply.Card.titled(title).build();
        });
  }

  private Answer answer(Input input) {
    return dialogue.answer(heard(input));
  }

  private Heard heard(Input input) {
    return new Heard(
        "local:" + ++ids,
        Place.of(ASHA),
        input,
        () -> new Caller(ASHA, "lab", moderator, Locale.ENGLISH, null),
        NOW,
        "general",
        new Names());
  }

  private static final class Names implements References {
    @Override
    public Optional<Account> member(String text) {
      return text.equals("@ben") ? Optional.of(BEN) : Optional.empty();
    }

    @Override
    public Optional<Value.Channel> channel(String text) {
      return Optional.empty();
    }

    @Override
    public String inWords(String text) {
      return text.replace("<ben>", "@Ben");
    }
  }

  private static Input.Press press(Effect effect, boolean byOwner) {
    return new Input.Press(Action.of("board").with("page", 2), effect, byOwner);
  }

  @Test
  void anOptionCanMakeAPrivateAnswerPublic() {
    assertThat(answer(new Input.Line("ask")).audience()).isEqualTo(Audience.CALLER);
    assertThat(answer(new Input.Line("ask open:true")).audience()).isEqualTo(Audience.EVERYONE);
    assertThat(
            dialogue
                .expected(new Input.Press(Action.of("ask").with("open", true), Effect.REPLY, true))
                .audience())
        .isEqualTo(Audience.EVERYONE);
  }

  @Test
  void aControlThatUpdatesTakesThePlaceForItsOwnerOnly() {
    Answer.Said own = (Answer.Said) answer(press(Effect.UPDATE, true));
    assertThat(own.inPlace()).isTrue();
    assertThat(own.audience()).isEqualTo(Audience.EVERYONE);
    Answer.Said others = (Answer.Said) answer(press(Effect.UPDATE, false));
    assertThat(others.inPlace()).isFalse();
    assertThat(others.audience()).isEqualTo(Audience.CALLER);
    Answer.Said apart = (Answer.Said) answer(press(Effect.REPLY, true));
    assertThat(apart.inPlace()).isFalse();
    assertThat(apart.audience()).isEqualTo(Audience.EVERYONE);
  }

  @Test
  void whatIsExpectedIsWhatIsAnswered() {
    List<Input> inputs =
        List.of(
            press(Effect.UPDATE, true),
            press(Effect.UPDATE, false),
            press(Effect.REPLY, false),
            new Input.Options("board", Map.of()),
            new Input.Options("board", Map.of("why", new Value.Flag(true))),
            new Input.Submission(Action.of("board").with("why", true), List.of("page"), Map.of()));
    for (Input input : inputs) {
      Dialogue.Expected expected = dialogue.expected(input);
      Answer.Said said = (Answer.Said) answer(input);
      assertThat(said.audience()).as("%s", input).isEqualTo(expected.audience());
      assertThat(said.inPlace()).as("%s", input).isEqualTo(expected.inPlace());
    }
  }

  @Test
  void whatCannotBeReadIsAnsweredToTheCaller() {
    for (Input input :
        List.of(
            new Input.Line("bord"),
            new Input.Options("bord", Map.of()),
            new Input.Options("No_such thing", Map.of()),
            new Input.Line("board page:many"),
            new Input.Press(Action.of("gone"), Effect.REPLY, true))) {
      Answer answer = answer(input);
      assertThat(answer.audience()).as("%s", input).isEqualTo(Audience.CALLER);
      assertThat(((Reply.Notice) answer.reply()).problem()).as("%s", input).isNotNull();
      assertThat(answer.given()).isNull();
    }
    assertThat(given).isEmpty();
  }

  @Test
  void whoCannotBeLookedUpIsAnsweredAllTheSame() {
    Heard heard =
        new Heard(
            "local:1",
            Place.of(ASHA),
            new Input.Line("board"),
            () -> {
              throw new IllegalStateException("the platform is away");
            },
            NOW,
            null,
            new Names());
    assertThat(((Reply.Notice) dialogue.answer(heard).reply()).problem()).isEqualTo(Problem.FAILED);
  }

  @Test
  void whatThePlatformHasTypedStaysTyped() {
    Map<String, Value> values = new LinkedHashMap<>();
    Account stranger = new Account(Platform.LOCAL, "lab", "zoe", "Zoe of elsewhere");
    values.put("count", new Value.Whole(3));
    values.put("who", new Value.Member(stranger));
    values.put("where", new Value.Channel("7", "attic"));
    values.put("role", new Value.Role("9", "Steady"));
    answer(new Input.Options("note", values));
    assertThat(given.getLast().arguments().values()).isEqualTo(values);
  }

  @Test
  void whatIsTypedOtherwiseThanAnOptionWantsIsReadFromItsText() {
    answer(new Input.Options("note", Map.of("words", new Value.Whole(12))));
    assertThat(given.getLast().arguments().text("words")).contains("12");
    Answer many = answer(new Input.Options("note", Map.of("count", new Value.Whole(12))));
    assertThat(PlainText.of(many.reply())).contains("from 1 to 9; “12” is not one");
  }

  @Test
  void freeTextOfATypedLineIsKeptInWords() {
    answer(new Input.Line("note \"for <ben>\" who:@ben"));
    assertThat(given.getLast().arguments().text("words")).contains("for @Ben");
    assertThat(given.getLast().arguments().member("who")).contains(BEN);
  }

  private static Form form(String command, String... asked) {
    return new Form("A form", Action.of(command), List.of(asked), "Send");
  }

  @Test
  void aFormIsShownToWhoMaySendItOnly() {
    Input open = new Input.Open(form("rules", "words"));
    Answer refused = answer(open);
    assertThat(((Reply.Notice) refused.reply()).problem()).isEqualTo(Problem.NOT_ALLOWED);
    moderator = true;
    assertThat(answer(open)).isInstanceOf(Answer.Asked.class);
  }

  @Test
  void aFormOfAnotherVersionIsNotShown() {
    for (Form form : List.of(form("gone", "words"), form("note", "gone"))) {
      assertThat(answer(new Input.Open(form))).isInstanceOf(Answer.Said.class);
    }
  }

  @Test
  void aFormThatCannotBeOpenedIsOfferedByAButton() {
    Form form = form("note", "words");
    assertThat(((Reply.Notice) answer(new Input.Open(form)).reply()).controls())
        .containsExactly(new Control.FormButton("A form", form));
  }

  @Test
  void aFormTellsAllThatIsWrongAtOnceAndCanBeMended() {
    Map<String, Value> filled = new LinkedHashMap<>();
    filled.put("words", new Value.Text("kept"));
    filled.put("count", new Value.Text("many"));
    filled.put("who", new Value.Text("@nobody"));
    Answer.Rejected rejected =
        (Answer.Rejected)
            answer(
                new Input.Submission(
                    Action.of("note").with("day", "d2"), List.of("words", "count", "who"), filled));
    assertThat(rejected.mistakes()).containsOnlyKeys("count", "who");
    Control.FormButton again = (Control.FormButton) rejected.reply().controls().getLast();
    assertThat(again.form().action())
        .isEqualTo(
            Action.of("note")
                .with("day", "d2")
                .with("words", "kept")
                .with("count", "many")
                .with("who", "@nobody"));
    assertThat(again.form().asked()).containsExactly("words", "count", "who");
  }

  @Test
  void whatTheCommandFindsWrongStandsBesideItsField() {
    Answer.Rejected rejected =
        (Answer.Rejected)
            answer(
                new Input.Submission(
                    Action.of("refuse"), List.of("words"), Map.of("words", new Value.Text("x"))));
    assertThat(rejected.mistakes()).containsExactly(Map.entry("words", RichText.of("Not those.")));
    assertThat(rejected.given()).isNotNull();
  }

  @Test
  void aFormIsReadWithWhatItKept() {
    answer(
        new Input.Submission(
            Action.of("note").with("day", "d2"),
            List.of("words"),
            Map.of("words", new Value.Text("hello"))));
    assertThat(given.getLast().arguments().text("day")).contains("d2");
    assertThat(given.getLast().arguments().text("words")).contains("hello");
    assertThat(given.getLast().origin()).isEqualTo(Invocation.Origin.SUBMITTED);
  }

  @Test
  void choicesAreCompletedByTheirLabels() {
    Caller caller = new Caller(ASHA, "lab", false, Locale.ENGLISH, null);
    Completion completion = dialogue.completion();
    assertThat(completion.complete(caller, "note", "day", "number 33").getFirst().value())
        .isEqualTo("d33");
    assertThat(completion.complete(caller, "note", "day", "")).hasSize(Completion.MOST);
    assertThat(completion.complete(caller, "board", "why", ""))
        .extracting(ChoiceValue::value)
        .containsExactly("true", "false");
    assertThat(completion.complete(caller, "note", "gone", "x")).isEmpty();
    assertThat(completion.complete(caller, "gone away now", "x", "x")).isEmpty();
  }

  @Test
  void whatACallerThrowsComesBackToItWhereTheDatabaseMayHang() {
    CommitTracker distant =
        new CommitTracker() {
          @Override
          public <T> T track(AtomicBoolean committed, Supplier<T> work) {
            return work.get();
          }

          @Override
          public <T> T undone(Supplier<T> work) {
            return work.get();
          }

          @Override
          public boolean isUnavailable() {
            return false;
          }

          @Override
          public boolean mayHang() {
            return true;
          }
        };
    CommandRouter router =
        new CommandRouter(
            new CommandRegistry(List.of()), Optional.empty(), CommandObserver.NONE, distant);
    IllegalStateException shutOut = new IllegalStateException("shut out");
    assertThatThrownBy(() ->
            new Dialogue(router)
                .admitted(
                    Place.of(ASHA),
                    () -> {
                      throw shutOut;
                    }))
        .isSameAs(shutOut);
  }
}
