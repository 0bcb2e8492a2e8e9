package dev.cairn.cli;

import dev.cairn.CairnApp;
import dev.cairn.catalog.Catalog;
import dev.cairn.chat.reply.Problem;
import dev.cairn.command.CommandObserver;
import dev.cairn.config.Settings;
import dev.cairn.connection.Connections;
import dev.cairn.database.Database;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import dev.cairn.platform.local.Turn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code cairn say}: one command as a local member. */
@Command(
    name = "say",
    description = "Run one command as a local member, and print the reply.",
    mixinStandardHelpOptions = true)
final class SayCommand implements Callable<Integer> {
  @Option(
      names = "--as",
      paramLabel = "NAME",
      defaultValue = "me",
      description = "The member who speaks (default: me).")
  private String member = "me";

  @Option(
      names = "--community",
      paramLabel = "NAME",
      defaultValue = "local",
      description = "The community (default: local).")
  private String community = "local";

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "The time, like 2026-01-01T09:00:00Z (default: now).")
  private @Nullable Instant at;

  @Option(names = "--moderator", description = "Speak as a moderator.")
  private boolean moderator;

  @Option(names = "--json", description = "Print the reply as one JSON line.")
  private boolean json;

  @Parameters(paramLabel = "TEXT", arity = "1..*", description = "What to say, like \"/topic\".")
  private List<String> text = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    requireName("--as", member);
    requireName("--community", community);
    Settings settings = Environment.settings();
    Instant now = at == null ? InstantSource.system().instant() : at;
    Supplier<Catalog> catalog = Environment.catalogMeanwhile(settings);
    try (Database database = Database.open(settings.database());
        CairnApp cairn =
            new CairnApp(
                database,
                catalog.get(),
                InstantSource.fixed(now),
                Optional.empty(),
                CommandObserver.NONE,
                new Connections())) {
      LocalConversation conversation =
          new LocalConversation(cairn.dialogue(), LocalCommunity.open(community));
      Turn turn =
          conversation.say(
              new LocalMember(member, moderator), String.join(" ", text), now, Occasion.newId());
      new ReplyPrinter(spec.commandLine().getOut(), json).print(turn, cairn.dialogue().registry());
      return turn.problem() == Problem.FAILED
          ? CommandLine.ExitCode.SOFTWARE
          : CommandLine.ExitCode.OK;
    }
  }

  /** The same names as in a replay. */
  private void requireName(String option, String name) {
    if (name.isBlank() || name.codePointCount(0, name.length()) > ReplayLine.LONGEST_NAME) {
      throw new ParameterException(
          spec.commandLine(),
          "%s takes a name of 1 to %d characters".formatted(option, ReplayLine.LONGEST_NAME));
    }
  }

  /** Says in plain words what is wrong with a time. */
  private static final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeException unreadable) {
        throw new TypeConversionException(
            "“" + text + "” is not an instant like 2026-01-01T09:00:00Z");
      }
    }
  }
}
