package dev.cairn.command;

import dev.cairn.chat.Excerpt;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Refusal;
import dev.cairn.chat.RichText;
import dev.cairn.chat.Value;
import dev.cairn.spelling.Nearest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a text as the value of an option, or says what would be right. */
public final class ValueReader {
  private final References references;

  /** Reads with this platform's way to name members and channels. */
  public ValueReader(References references) {
    this.references = references;
  }

  /**
   * The value that the text stands for.
   *
   * @throws Refusal with {@code bad_option} when it stands for none
   */
  public Value read(Option option, String raw) {
    String text = raw.strip();
    return switch (option.type()) {
      case OptionType.Text(int maxLength) -> text(option, text, maxLength);
      case OptionType.Whole(long min, long max) -> whole(option, text, min, max);
      case OptionType.Choice(List<ChoiceValue> values) -> choice(option, text, values);
      case OptionType.Flag() -> flag(option, text);
      case OptionType.Date() -> date(option, text);
      case OptionType.Member() ->
          references
              .member(text)
              .<Value>map(Value.Member::new)
              .orElseThrow(() -> bad(option, text, "takes a member, like @name"));
      case OptionType.Channel() ->
          references
              .channel(text)
              .<Value>map(channel -> channel)
              .orElseThrow(() -> bad(option, text, "takes a channel, like #name"));
      case OptionType.Url() -> url(option, text);
    };
  }

  /** Whether the text can only have been meant for an option of this type: free text never is. */
  boolean fits(Option option, String raw) {
    if (option.type() instanceof OptionType.Text) {
      return false;
    }
    try {
      read(option, raw);
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private static Value text(Option option, String text, int maxLength) {
    if (text.isEmpty()) {
      throw Refusal.badOption(
          option.name(), RichText.EMPTY.code(option.name()).plain(" needs a few words."));
    }
    if (text.length() > maxLength) {
      throw Refusal.badOption(
          option.name(),
          RichText.EMPTY
              .code(option.name())
              .plain(
                  " takes up to %d characters; yours has %d. Nothing was saved: shorten it and send it again."
                      .formatted(maxLength, text.length())));
    }
    return new Value.Text(text);
  }

  private static Value whole(Option option, String text, long min, long max) {
    try {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return new Value.Whole(value);
      }
    } catch (NumberFormatException notANumber) {
      // Told below, in the words that also meet a number out of bounds.
    }
    throw bad(option, text, "takes a whole number from %d to %d".formatted(min, max));
  }

  private static Value choice(Option option, String text, List<ChoiceValue> values) {
    for (ChoiceValue value : values) {
      if (value.value().equalsIgnoreCase(text) || value.label().equalsIgnoreCase(text)) {
        return new Value.Text(value.value());
      }
    }
    String all = values.stream().map(ChoiceValue::value).collect(Collectors.joining(", "));
    Optional<ChoiceValue> near = Nearest.to(text, values, ChoiceValue::value);
    RichText said =
        RichText.EMPTY
            .code(option.name())
            .plain(" takes one of: " + all + ". “" + Excerpt.quoted(text) + "” is none of them.");
    throw Refusal.badOption(
        option.name(),
        near.map(value -> said.plain(" Did you mean ").code(value.value()).plain("?"))
            .orElse(said));
  }

  private static Value flag(Option option, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1", "y" -> new Value.Flag(true);
      case "false", "no", "off", "0", "n" -> new Value.Flag(false);
      case String other -> throw bad(option, other, "takes true or false");
    };
  }

  private static Value date(Option option, String text) {
    try {
      return new Value.Date(LocalDate.parse(text));
    } catch (DateTimeParseException notADate) {
      throw bad(option, text, "takes a date, like 2026-01-31");
    }
  }

  private static Value url(Option option, String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      if (scheme != null
          && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
          && uri.getHost() != null
          && text.length() <= 2000) {
        return new Value.Url(uri);
      }
    } catch (URISyntaxException notAUri) {
      // Told below, in the words that also meet an address of another scheme.
    }
    throw bad(option, text, "takes a web address that begins with http:// or https://");
  }

  private static Refusal bad(Option option, String text, String takes) {
    return Refusal.badOption(
        option.name(),
        RichText.EMPTY
            .code(option.name())
            .plain(" " + takes + "; “" + Excerpt.quoted(text) + "” is not one."));
  }
}
