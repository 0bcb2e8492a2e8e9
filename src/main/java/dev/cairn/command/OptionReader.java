package dev.cairn.command;

import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Words.Word;
import dev.cairn.spelling.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the words after a command's name as its options. */
final class OptionReader {
  /** Options have such names; a drive, a smiley and whatever begins with a number have not. */
  private static final Pattern NAME = Pattern.compile("[a-z]{2,32}");

  private final CommandSpec spec;
  private final ValueReader values;
  private final boolean colonsAreText;
  private final Map<String, Value> read = new LinkedHashMap<>();
  private final List<Word> bare = new ArrayList<>();

  OptionReader(CommandSpec spec, ValueReader values) {
    this(spec, values, false);
  }

  private OptionReader(CommandSpec spec, ValueReader values, boolean colonsAreText) {
    this.spec = spec;
    this.values = values;
    this.colonsAreText = colonsAreText;
  }

  Arguments read(List<Word> words) {
    try {
      return readAll(words);
    } catch (UnknownOption unknown) {
      throw unknown.refusal(words);
    }
  }

  private Arguments readAll(List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      Optional<Option<?>> named = named(word);
      if (named.isEmpty()) {
        bare.add(word);
        continue;
      }
      String value = word.text().substring(word.text().indexOf(':') + 1);
      boolean valueFollows = value.isEmpty() && word.quoteAt() < 0 && i + 1 < words.size();
      if (!valueFollows) {
        give(named.get(), value);
      } else if (LineReader.isFreeText(named.get()) && !words.get(i + 1).quoted()) {
        // "note: read about drift" – a space after the colon begins a text of many words.
        List<String> text = new ArrayList<>();
        do {
          text.add(words.get(++i).text());
        } while (i + 1 < words.size() && named(words.get(i + 1)).isEmpty());
        give(named.get(), String.join(" ", text));
      } else {
        give(named.get(), words.get(++i).text());
      }
    }
    placeBareWords();
    return LineReader.complete(spec, read);
  }

  /** Reads options by name. */
  Arguments read(Map<String, Value> options) {
    options.forEach(
        (name, given) -> give(open(name).orElseThrow(() -> unknownOption(name)), given));
    return LineReader.complete(spec, read);
  }

  private void give(Option<?> option, String raw) {
    give(option, new Value.Text(raw));
  }

  private void give(Option<?> option, Value given) {
    if (read.containsKey(option.name())) {
      throw Refusal.badOption(
          option.name(),
          RichText.EMPTY.code(option.name()).plain(" was given twice. Once is enough."));
    }
    read.put(option.name(), values.read(option, given));
  }

  /** The option that a word such as {@code note:…} names; empty for a bare value. */
  private Optional<Option<?>> named(Word word) {
    int colon = word.text().indexOf(':');
    if (colon <= 0 || (word.quoteAt() >= 0 && word.quoteAt() <= colon)) {
      return Optional.empty();
    }
    String name = word.text().substring(0, colon).toLowerCase(Locale.ROOT);
    Optional<Option<?>> option = open(name);
    if (option.isEmpty() && !colonsAreText && looksLikeAnOption(name, word)) {
      throw new UnknownOption(word, name);
    }
    return option;
  }

  /**
   * Whether a word with a colon was meant as an option that does not exist, rather than as text
   * with a colon in it. Where the command takes free text, a colon with a space after it is prose,
   * and so is an address, an emoji ({@code nice:tada:}), a path or a smiley.
   */
  private boolean looksLikeAnOption(String name, Word word) {
    String value = word.text().substring(name.length() + 1);
    if (!NAME.matcher(name).matches() || value.startsWith("//") || name.equals("mailto")) {
      return false;
    }
    if (spec.typedOptions().stream().noneMatch(LineReader::isFreeText)) {
      return true;
    }
    boolean quoted = word.quoteAt() == name.length() + 1;
    return quoted
        || (!value.isEmpty()
            && Character.isLetterOrDigit(value.codePointAt(0))
            && !value.endsWith(":"));
  }

  /** Ends the reading of a line at an option that does not exist. */
  private final class UnknownOption extends RuntimeException {
    private final transient Word word;
    private final String name;

    UnknownOption(Word word, String name) {
      super(name, null, false, false);
      this.word = word;
      this.name = name;
    }

    /** Says so, and gives back what was typed with the option as it may have been meant. */
    Refusal refusal(List<Word> words) {
      Reply.Notice notice = unknownOption(name).notice();
      List<Control> ways = new ArrayList<>();
      near(name)
          .flatMap(near -> meant(renamed(words, near), false))
          .filter(Action::isShort)
          .ifPresent(action -> ways.add(button("Use " + near(name).orElseThrow().name(), action)));
      RichText said = notice.text();
      Optional<Action> asText = meant(words, true);
      if (asText.isPresent()) {
        if (near(name).isEmpty() || !asText.get().isShort()) {
          said = said.plain(" If it is text: ").command(asText.get());
        }
        asText.filter(Action::isShort).ifPresent(action -> ways.add(button("As text", action)));
      }
      return Refusal.of(
          new Reply.Notice(notice.problem(), said, notice.option(), ways, notice.facts()));
    }

    private List<Word> renamed(List<Word> words, Option<?> near) {
      int longer = near.name().length() - name.length();
      Word right =
          new Word(
              near.name() + word.text().substring(name.length()),
              word.quoteAt() < 0 ? -1 : word.quoteAt() + longer);
      return words.stream().map(each -> each.equals(word) ? right : each).toList();
    }
  }

  /** The command as the words can be read; empty where they cannot. */
  private Optional<Action> meant(List<Word> words, boolean colonsAsText) {
    try {
      Map<String, String> given = new LinkedHashMap<>();
      new OptionReader(spec, values, colonsAsText)
          .read(words)
          .values()
          .forEach((name, value) -> given.put(name, value.typed()));
      return Optional.of(new Action(spec.name(), given));
    } catch (Refusal unreadable) {
      return Optional.empty();
    }
  }

  private static Control button(String label, Action action) {
    return new Control.Button(label, action, Control.Button.Style.SECONDARY, Effect.REPLY);
  }

  private Refusal unknownOption(String name) {
    RichText said =
        RichText.EMPTY
            .command(spec.name().toString())
            .plain(" has no option ")
            .code(Excerpt.quoted(name))
            .plain(".");
    Optional<Option<?>> near = near(name);
    if (near.isPresent()) {
      return Refusal.badOption(
          null, said.plain(" Did you mean ").code(near.get().name()).plain("?"));
    }
    return Refusal.badOption(null, said.then(takes()));
  }

  private RichText takes() {
    if (spec.typedOptions().isEmpty()) {
      return RichText.of(" It takes no options.");
    }
    return RichText.of(
        " It takes: "
            + spec.typedOptions().stream().map(Option::name).collect(Collectors.joining(", "))
            + ".");
  }

  private Optional<Option<?>> near(String name) {
    return Nearest.to(name, spec.typedOptions(), Option::name);
  }

  private Optional<Option<?>> open(String name) {
    return spec.option(name).filter(option -> !option.hidden());
  }

  private List<Option<?>> unfilled() {
    return spec.typedOptions().stream().filter(option -> !read.containsKey(option.name())).toList();
  }

  private Optional<Option<?>> freeText() {
    return unfilled().stream().filter(LineReader::isFreeText).findFirst();
  }

  /**
   * Gives each bare word to the option it can only have been meant for; what is left over together
   * is the free text.
   */
  private void placeBareWords() {
    while (!bare.isEmpty() && placeFirst()) {}
    if (bare.isEmpty()) {
      return;
    }
    if (bare.stream().anyMatch(Word::quoted)) {
      placeEachAsText();
    }
    if (!bare.isEmpty()) {
      String rest = bare.stream().map(Word::text).collect(Collectors.joining(" "));
      Option<?> text = freeText().orElseThrow(() -> unexpected(rest));
      give(text, rest);
      bare.clear();
    }
  }

  /** Quotes say where each text begins and ends, so each word is one text. */
  private void placeEachAsText() {
    while (!bare.isEmpty()) {
      Word word = bare.getFirst();
      Option<?> text = freeText().orElseThrow(() -> unexpected(word.text()));
      give(text, word.text());
      bare.removeFirst();
    }
  }

  private boolean placeFirst() {
    Word word = bare.getFirst();
    if (word.quoted()) {
      return false;
    }
    boolean alone = bare.size() == 1;
    Optional<Option<?>> nameItself =
        open(word.text().toLowerCase(Locale.ROOT))
            .filter(option -> !read.containsKey(option.name()));
    if (nameItself.isPresent() && freeText().isEmpty()) {
      return placeNamed(nameItself.get(), alone);
    }
    for (Option<?> option : unfilled()) {
      // "3 papers read" is a note, not three minutes: with free text about, a number counts only
      // where it stands alone.
      boolean ambiguous =
          option.type() instanceof OptionType.Whole && !alone && freeText().isPresent();
      if (!ambiguous && values.fits(option, word.text())) {
        give(option, word.text());
        bare.removeFirst();
        return true;
      }
    }
    if (alone && freeText().isEmpty() && unfilled().size() == 1) {
      // One word, one option left: say what that option takes instead of "not expected".
      give(unfilled().getFirst(), word.text());
    }
    return false;
  }

  /**
   * {@code /pause off} and {@code /pause until 2026-02-10}: the name of an option where its value
   * is expected.
   */
  private boolean placeNamed(Option<?> option, boolean alone) {
    bare.removeFirst();
    if (option.type() instanceof OptionType.Flag
        && (alone || !values.fits(option, bare.getFirst().text()))) {
      give(option, "true");
    } else if (alone) {
      throw Refusal.badOption(
          option.name(), RichText.EMPTY.code(option.name()).plain(" needs a value after it."));
    } else {
      give(option, bare.removeFirst().text());
    }
    return true;
  }

  private Refusal unexpected(String text) {
    return Refusal.badOption(
        null,
        RichText.of("I do not know what to do with “" + Excerpt.quoted(text) + "” here.")
            .then(takes()));
  }
}
