package dev.cairn.feature.certification;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Certification;
import dev.cairn.catalog.Certification.Level;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.command.Shareable;
import dev.cairn.feature.EntryOption;
import dev.cairn.feature.NotFound;
import dev.cairn.feature.Page;
import dev.cairn.spelling.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /certification}: the certificates of a level, of a provider, or all of them. */
public final class CertificationCommand {
  private static final int SUGGESTIONS = 25;

  private static final Control ALL =
      new Control.Button(
          "All certifications",
          CertificationFilter.ALL.action(),
          Control.Button.Style.SECONDARY,
          Effect.REPLY);

  private static final Option<String> LEVEL =
      Option.optional("level", Levels.choice(), "The level");

  private static final Option<String> PROVIDER =
      Option.optional(
          "provider", new OptionType.Text(60), "Who issues it, or the name of a certification");

  private static final Option<String> NAME =
      Option.hidden("name", new OptionType.Text(60), "The certification to show");

  private final Catalog catalog;
  private final EntryOption<Certification> name;

  /** Tells of the certifications of a catalogue. */
  public CertificationCommand(Catalog catalog) {
    this.catalog = catalog;
    this.name =
        new EntryOption<>(
            catalog.certifications(), "certification", CertificationFilter.ALL.action(), "name");
  }

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.personal(
                "certification",
                "Certifications by level and provider, and who each one suits",
                LEVEL,
                PROVIDER.suggesting(this::suggest),
                NAME,
                Page.option())
            .withExamples(
                "certification", "certification beginner", "certification intermediate google");
    return Shareable.of(new Command(spec, this::certification));
  }

  private Reply certification(Invocation invocation) {
    Optional<Level> level = invocation.arguments().get(LEVEL).map(Levels::of);
    Optional<String> asked = invocation.arguments().get(PROVIDER);
    Optional<Certification> one =
        invocation
            .arguments()
            .get(NAME)
            .map(name::find)
            .or(() ->
                asked.filter(text -> provider(text).isEmpty()).map(text -> named(text, level)));
    if (one.isPresent()) {
      return CertificationCard.of(catalog, one.get());
    }
    CertificationFilter filter = new CertificationFilter(level, asked.flatMap(this::provider));
    return CertificationList.of(catalog, filter, invocation.arguments());
  }

  private Optional<String> provider(String typed) {
    return providers().filter(typed::equalsIgnoreCase).findFirst();
  }

  /** Where no provider was named, a certification may have been. */
  private Certification named(String typed, Optional<Level> level) {
    return name.meant(typed).orElseThrow(() -> noProvider(typed, level));
  }

  private Refusal noProvider(String typed, Optional<Level> level) {
    List<NotFound.Guess> guesses =
        Stream.of(levels(typed), providers(typed, level), name.guesses(typed))
            .flatMap(List::stream)
            .limit(NotFound.GUESSES)
            .toList();
    RichText said = RichText.of("There is no certification or provider “" + typed + "”.");
    return NotFound.because(
        guesses.isEmpty()
            ? said.plain(" The providers are " + String.join(", ", providers().toList()) + ".")
            : said,
        guesses,
        ALL);
  }

  /** A misspelt level is read as a provider, where it was not said to be a level. */
  private static List<NotFound.Guess> levels(String typed) {
    return NotFound.guesses(
        typed,
        List.of(Level.values()),
        Levels::heading,
        level -> CertificationFilter.ALL.at(level).action());
  }

  private List<NotFound.Guess> providers(String typed, Optional<Level> level) {
    return NotFound.guesses(
        typed,
        providers().toList(),
        provider -> provider,
        provider -> new CertificationFilter(level, Optional.of(provider)).action());
  }

  private Stream<String> providers() {
    return catalog.certifications().stream()
        .flatMap(certification -> Stream.ofNullable(certification.provider()))
        .distinct();
  }

  private List<ChoiceValue> suggest(Caller caller, String typed) {
    List<String> providers = providers().toList();
    List<String> found =
        typed.isBlank()
            ? providers
            : Nearest.ranked(typed, providers, provider -> provider, SUGGESTIONS);
    Stream<ChoiceValue> certifications = name.suggester().suggest(caller, typed).stream();
    return Stream.concat(
            found.stream().map(provider -> new ChoiceValue(provider, provider)), certifications)
        .limit(SUGGESTIONS)
        .toList();
  }
}
