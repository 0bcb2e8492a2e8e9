package dev.cairn.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.help.HelpCommand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LineReaderTest {
  private final LineReader reader = new LineReader(registry());

  private static CommandRegistry registry() {
    List<Command> commands = new ArrayList<>();
    Command.Handler silent = invocation -> Reply.Notice.ok(RichText.of("done"));
    for (CommandSpec spec :
        List.of(
            CommandSpec.open(
                "topic",
                "A topic",
                Option.optional("day", new OptionType.Whole(1, 180), "The day"),
                Option.optional("track", new OptionType.Text(60), "The track")),
            CommandSpec.open(
                "done",
                "Check in",
                Option.optional("note", new OptionType.Text(100), "A note"),
                Option.optional("minutes", new OptionType.Whole(1, 1440), "Minutes"),
                Option.optional("link", new OptionType.Url(), "A link")),
            CommandSpec.open(
                "leaderboard",
                "Who leads",
                Option.optional("of", OptionType.Choice.of("members", "groups"), "Of whom"),
                Option.optional("period", OptionType.Choice.of("week", "month", "all"), "When"),
                Option.hidden("page", new OptionType.Whole(1, 99), "Page")),
            CommandSpec.open(
                "pause",
                "Go away",
                Option.optional("until", new OptionType.Date(), "The last day"),
                Option.optional("off", new OptionType.Flag(), "Come back")),
            CommandSpec.open(
                "role",
                "A role",
                Option.optional("name", new OptionType.Text(60), "Which"),
                Option.optional("versus", new OptionType.Text(60), "Compared to")),
            CommandSpec.open(
                "streak",
                "A streak",
                Option.optional("member", new OptionType.Member(), "Whose"),
                Option.optional("why", new OptionType.Flag(), "Explain")),
            CommandSpec.open(
                "group create",
                "Create a group",
                Option.required("name", new OptionType.Text(40), "What it is called")),
            CommandSpec.open("group leave", "Leave your group"))) {
      commands.add(new Command(spec, silent));
    }
    CommandRegistry[] self = new CommandRegistry[1];
    commands.add(new HelpCommand(() -> self[0]).command());
    self[0] = new CommandRegistry(commands);
    return self[0];
  }

  private static final References REFERENCES =
      new References() {
        @Override
        public Optional<Account> member(String text) {
          return text.equals("@asha")
              ? Optional.of(new Account(Platform.LOCAL, "lab", "asha", "Asha"))
              : Optional.empty();
        }

        @Override
        public Optional<Value.Channel> channel(String text) {
          return Optional.empty();
        }
      };

  private String read(String line) {
    LineReader.Line read = reader.read(line, REFERENCES);
    List<String> arguments = new ArrayList<>();
    read.arguments().values().forEach((name, value) -> arguments.add(name + "=" + value.typed()));
    return read.spec().name() + " " + arguments;
  }

  private Reply.Notice refused(String line) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> reader.read(line, REFERENCES));
    assertThat(refusal).as("refusal of %s", line).isNotNull();
    return refusal.notice();
  }

  @Test
  void readsOptionsThatCameApart() {
    LineReader.Line read =
        reader.read(
            new Input.Options("role", Map.of("name", new Value.Text("data engineer"))), REFERENCES);
    assertThat(read.arguments().text("name")).contains("data engineer");
    assertThat(
            reader
                .read(new Input.Options("group", Map.of()), REFERENCES)
                .arguments()
                .text("command"))
        .contains("group");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tpoic|day|There is no command /tpoic. Did you mean /topic?",
        "grup create|name|There is no command /grup create. Did you mean /group create?",
        "topic today|day|There is no command /topic today. Did you mean /topic?",
        "weather|day|There is no command /weather. /help lists what there is.",
        "topic|dya|/topic has no option dya. Did you mean day?",
        "topic|colour|/topic has no option colour. It takes: day, track.",
        "leaderboard|page|/leaderboard has no option page. It takes: of, period.",
        "group create|title|/group create has no option title. It takes: name."
      })
  void saysWhatWasMeantByOptionsThatCameApart(String command, String option, String says) {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                reader.read(
                    new Input.Options(command, Map.of(option, new Value.Text("1"))), REFERENCES));
    assertThat(PlainText.of(refusal.notice())).startsWith(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/topic|topic []",
        "topic|topic []",
        "/TOPIC 5|topic [day=5]",
        "/topic day:5|topic [day=5]",
        "/topic day: 5|topic [day=5]",
        "/topic mlops|topic [track=mlops]",
        "/topic 5 mlops|topic [track=5 mlops]",
        "/topic track:mlops 5|topic [track=mlops, day=5]",
        "/done note:\"read about drift\"|done [note=read about drift]",
        "/done note:“read about drift” minutes:40|done [note=read about drift, minutes=40]",
        "/done 40|done [minutes=40]",
        "/done read about drift|done [note=read about drift]",
        "/done 3 papers read|done [note=3 papers read]",
        "/done https://example.org/post|done [link=https://example.org/post]",
        "/done link:https://bücher.example:8443/é|done [link=https://xn--bcher-kva.example:8443/é]",
        "/done note:https://example.org|done [note=https://example.org]",
        "/done lesson: three was hard|done [note=lesson: three was hard]",
        "/done note: read about X|done [note=read about X]",
        "/done note: read about X minutes:5 link: https://example.org/a|done [note=read about X, minutes=5, link=https://example.org/a]",
        "/done note: \"read about X\" 40|done [note=read about X, minutes=40]",
        "/done reading about k8s: pods|done [note=reading about k8s: pods]",
        "/done \"lesson:three was hard\"|done [note=lesson:three was hard]",
        "/done read till 12:30|done [note=read till 12:30]",
        "/done nice:tada: day :tada:|done [note=nice:tada: day :tada:]",
        "/done std::vector and c:\\temp|done [note=std::vector and c:\\temp]",
        "/done read ftp://example.org/a mailto:a@example.org|done [note=read ftp://example.org/a mailto:a@example.org]",
        "/done went well:)|done [note=went well:)]",
        "/done note:foo:bar|done [note=foo:bar]",
        "/done note:\"she said \\\"go\\\"\"|done [note=she said \"go\"]",
        "/done 5\" of snow|done [note=5\" of snow]",
        "/leaderboard groups month|leaderboard [of=groups, period=month]",
        "/leaderboard month|leaderboard [period=month]",
        "/leaderboard OF:Groups|leaderboard [of=groups]",
        "/pause off|pause [off=true]",
        "/pause until 2026-02-10|pause [until=2026-02-10]",
        "/pause 2026-02-10|pause [until=2026-02-10]",
        "/pause off:true|pause [off=true]",
        "/role data engineer|role [name=data engineer]",
        "/role \"data engineer\" \"ml engineer\"|role [name=data engineer, versus=ml engineer]",
        "/role data-engineer versus:ml-engineer|role [versus=ml-engineer, name=data-engineer]",
        "/streak @asha|streak [member=@asha]",
        "/streak why|streak [why=true]",
        "/group create Night owls|group create [name=Night owls]",
        "/group leave|group leave []",
        "/group|help [command=group]",
        "/group help|help [command=group]",
        "/topic help|help [command=topic]",
        "``|help []",
      })
  void reads(String line, String expected) {
    assertThat(read(line)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/topc|UNKNOWN_COMMAND|There is no command /topc. Did you mean /topic?",
        "/xyzzy|UNKNOWN_COMMAND|There is no command /xyzzy. /help lists what there is.",
        "/group craete Owls|UNKNOWN_COMMAND|There is no command /group craete. Did you mean /group create?",
        "/topic day:0|BAD_OPTION|day takes a whole number from 1 to 180; “0” is not one.",
        "/topic day:five|BAD_OPTION|day takes a whole number from 1 to 180; “five” is not one.",
        "/done minuts:5|BAD_OPTION|/done has no option minuts. Did you mean minutes?",
        "/done minutes:5 minutes:6|BAD_OPTION|minutes was given twice. Once is enough.",
        "/done foo:1|BAD_OPTION|/done has no option foo. It takes: note, minutes, link. If it is text: /done note:foo:1",
        "/done 40 lesson:three was hard|BAD_OPTION|/done has no option lesson. It takes: note, minutes, link. If it is text: /done note:\"40 lesson:three was hard\"",
        "/done foo:\"(a b)\"|BAD_OPTION|/done has no option foo. It takes: note, minutes, link. If it is text: /done note:\"foo:(a b)\"",
        "/group create foo:1|BAD_OPTION|/group create has no option foo. It takes: name. If it is text: /group create name:foo:1",
        "/pause color:red|BAD_OPTION|/pause has no option color. It takes: until, off.",
        "/done link:ftp://example.org|BAD_OPTION|link takes a web address that begins with http:// or https://; “ftp://example.org” is not one.",
        "/leaderboard of:group|BAD_OPTION|of takes one of: members, groups. “group” is none of them. Did you mean groups?",
        "/leaderboard weekly|BAD_OPTION|I do not know what to do with “weekly” here. It takes: of, period.",
        "/leaderboard page:2|BAD_OPTION|/leaderboard has no option page. It takes: of, period.",
        "/pause tomorrow|BAD_OPTION|I do not know what to do with “tomorrow” here. It takes: until, off.",
        "/pause until:tomorrow|BAD_OPTION|until takes a date, like 2026-01-31; “tomorrow” is not one.",
        "/pause until:+999999999-12-31|BAD_OPTION|until takes a date, like 2026-01-31; “+999999999-12-31” is not one.",
        "/pause until:0000-01-01|BAD_OPTION|until takes a date, like 2026-01-31; “0000-01-01” is not one.",
        "/streak member:bob|BAD_OPTION|member takes a member, like @name; “bob” is not one.",
        "/group create|BAD_OPTION|/group create needs name: what it is called. For example: /group create",
        "/done note:\"never closed|BAD_OPTION|A quote was opened and never closed. Close it with \" and send it again.",
      })
  void refusesAndSaysWhatWouldBeRight(String line, Problem problem, String text) {
    Reply.Notice notice = refused(line);
    assertThat(PlainText.of(notice)).isEqualTo(text);
    assertThat(notice.problem()).isEqualTo(problem);
  }

  @Test
  void whatWasTypedWithAnOptionThatDoesNotExistIsOnePressAway() {
    assertThat(buttons("/done minuts:5 read about drift"))
        .containsExactly(
            "Use minutes: done minutes:5 note:\"read about drift\"",
            "As text: done note:\"minuts:5 read about drift\"");
    assertThat(buttons("/done foo:bar minutes:5"))
        .containsExactly("As text: done minutes:5 note:foo:bar");
    assertThat(buttons("/pause color:red")).isEmpty();
    String words = "foo:bar " + "words ".repeat(15).strip();
    assertThat(buttons("/done " + words)).isEmpty();
    assertThat(PlainText.of(refused("/done " + words)))
        .endsWith("If it is text: /done note:\"" + words + "\"");
  }

  private List<String> buttons(String line) {
    return refused(line).controls().stream()
        .map(Control.Button.class::cast)
        .map(button -> button.label() + ": " + button.action())
        .toList();
  }

  @Test
  void tellsWhichOptionWasWrong() {
    assertThat(refused("/topic day:0").option()).isEqualTo("day");
  }

  @Test
  void tellsHowMuchTooLongATextIs() {
    assertThat(PlainText.of(refused("/done note:" + "x".repeat(101))))
        .contains("up to 100 characters; yours has 101");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "topic day:2",
        "done note:\"a \\\"quoted\\\" \\\\ note\"",
        "leaderboard of:groups page:3",
        "group create name:\"Night owls\"",
        "done note:\"“typographic”\""
      })
  void readsBackTheTextOfAnAction(String text) {
    Action action = LineReader.action(text);
    assertThat(LineReader.action(action.toString())).isEqualTo(action);
  }

  @Test
  void readsHiddenOptionsOfActionsOnly() {
    LineReader.Line line = reader.read(Action.of("leaderboard").with("page", 2), REFERENCES);
    assertThat(line.arguments().whole("page")).contains(2L);
  }

  @Test
  void readsADateAsADate() {
    LineReader.Line line = reader.read("/pause until:2026-02-10", REFERENCES);
    assertThat(line.arguments().date("until")).contains(LocalDate.of(2026, 2, 10));
  }

  @Test
  void anActionWhoseOptionIsGoneIsTold() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> reader.read(Action.of("topic").with("colour", "red"), REFERENCES));
    assertThat(refusal.getMessage()).contains("older version");
  }
}
