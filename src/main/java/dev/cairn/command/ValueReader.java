package dev.cairn.command;

import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.spelling.Nearest;
import java.math.BigInteger;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what was given as the value of an option, or says what would be right. */
public final class ValueReader {
  /** A host in which something is not ASCII. */
  private static final Pattern HOST =
      Pattern.compile("(?i)(https?://)(?=[^/?#:@]*[^\\p{ASCII}])([^\\s/?#:@\\[\\]]+)");

  /** No number that fits a {@code long} has more signs, leading zeros apart. */
  private static final int LONGEST_WHOLE = 40;

  private static final int LONGEST_ADDRESS = 2000;

  /** The last one of four digits. Whoever writes more means something else. */
  private static final int LATEST_YEAR = 9999;

  private final References references;

  /** Reads with this platform's way to name members and channels. */
  public ValueReader(References references) {
    this.references = references;
  }

  /** The result of reading. */
  sealed interface Outcome {
    /** It has this value. */
    record Good(Value value) implements Outcome {}

    /** It has no value; what would be right. */
    record Wrong(RichText said) implements Outcome {}
  }

  /**
   * The value that the text expresses.
   *
   * @throws Refusal with {@code bad_option} when it expresses none
   */
  public Value read(Option<?> option, String raw) {
    return read(option, new Value.Text(raw));
  }

  /**
   * The value that was given: as it is, where the platform typed it as the option wants it, else
   * read from its text.
   *
   * @throws Refusal with {@code bad_option} when it expresses none
   */
  Value read(Option<?> option, Value given) {
    return switch (tried(option, given)) {
      case Outcome.Good(Value value) -> value;
      case Outcome.Wrong(RichText said) -> throw Refusal.badOption(option.name(), said);
    };
  }

  /** Whether the text can only have been meant for an option of this type: free text never is. */
  boolean fits(Option<?> option, String raw) {
    return !LineReader.isFreeText(option)
        && tried(option, new Value.Text(raw)) instanceof Outcome.Good;
  }

  /** The result of reading what was given. */
  Outcome tried(Option<?> option, Value given) {
    return switch (given) {
      case Value.Whole(long whole)
          when option.type() instanceof OptionType.Whole(long min, long max) ->
          whole(option, whole, min, max, given.typed());
      case Value.Flag flag when option.type() instanceof OptionType.Flag -> good(flag);
      case Value.Date date when option.type() instanceof OptionType.Date -> good(date);
      case Value.Member member when option.type() instanceof OptionType.Member -> good(member);
      case Value.Channel channel when option.type() instanceof OptionType.Channel -> good(channel);
      case Value.Role role when option.type() instanceof OptionType.Role -> good(role);
      case Value other -> tried(option, other.typed().strip());
    };
  }

  private Outcome tried(Option<?> option, String text) {
    return switch (option.type()) {
      case OptionType.Text(int maxLength) -> text(option, text, maxLength);
      case OptionType.Whole(long min, long max) -> whole(option, text, min, max);
      case OptionType.Choice(List<ChoiceValue> values) -> choice(option, text, values);
      case OptionType.Flag() -> flag(option, text);
      case OptionType.Date() -> date(option, text);
      case OptionType.Member() ->
          references
              .member(text)
              .map(account -> good(new Value.Member(account)))
              .orElseGet(() -> wrong(option, text, "takes a member, like @name"));
      case OptionType.Channel channel ->
          references
              .channel(text)
              .map(ValueReader::good)
              .orElseGet(() -> wrong(option, text, "takes a channel, like #name"));
      case OptionType.Role() -> role(option, text);
      case OptionType.Url() -> url(option, text);
    };
  }

  private static Outcome text(Option<?> option, String text, int maxLength) {
    if (text.isEmpty()) {
      return new Outcome.Wrong(RichText.EMPTY.code(option.name()).plain(" needs a few words."));
    }
    int length = text.codePointCount(0, text.length());
    if (length > maxLength) {
      return new Outcome.Wrong(
          RichText.EMPTY
              .code(option.name())
              .plain(
                  " takes up to %d characters; yours has %d. Nothing was saved: shorten it and send it again."
                      .formatted(maxLength, length)));
    }
    return good(new Value.Text(text));
  }

  private static Outcome whole(Option<?> option, String text, long min, long max) {
    return isWhole(text)
        ? whole(option, new BigInteger(text), min, max, text)
        : wrong(option, text, takesWhole(min, max));
  }

  private static Outcome whole(Option<?> option, long given, long min, long max, String text) {
    return whole(option, BigInteger.valueOf(given), min, max, text);
  }

  private static Outcome whole(
      Option<?> option, BigInteger given, long min, long max, String text) {
    return given.compareTo(BigInteger.valueOf(min)) >= 0
            && given.compareTo(BigInteger.valueOf(max)) <= 0
        ? good(new Value.Whole(given.longValue()))
        : wrong(option, text, takesWhole(min, max));
  }

  private static String takesWhole(long min, long max) {
    return "takes a whole number from %d to %d".formatted(min, max);
  }

  private static boolean isWhole(String text) {
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return !digits.isEmpty()
        && digits.length() <= LONGEST_WHOLE
        && digits.chars().allMatch(c -> Character.digit((char) c, 10) >= 0);
  }

  private static Outcome choice(Option<?> option, String text, List<ChoiceValue> values) {
    for (ChoiceValue value : values) {
      if (value.value().equalsIgnoreCase(text) || value.label().equalsIgnoreCase(text)) {
        return good(new Value.Text(value.value()));
      }
    }
    String all = values.stream().map(ChoiceValue::value).collect(Collectors.joining(", "));
    Optional<ChoiceValue> near = Nearest.to(text, values, ChoiceValue::value);
    RichText said =
        RichText.EMPTY
            .code(option.name())
            .plain(" takes one of: " + all + ". “" + Excerpt.quoted(text) + "” is none of them.");
    return new Outcome.Wrong(
        near.map(value -> said.plain(" Did you mean ").code(value.value()).plain("?"))
            .orElse(said));
  }

  private static Outcome flag(Option<?> option, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1", "y" -> good(new Value.Flag(true));
      case "false", "no", "off", "0", "n" -> good(new Value.Flag(false));
      case String other -> wrong(option, other, "takes true or false");
    };
  }

  private static Outcome date(Option<?> option, String text) {
    ParsePosition end = new ParsePosition(0);
    TemporalAccessor parsed = DateTimeFormatter.ISO_LOCAL_DATE.parseUnresolved(text, end);
    if (parsed == null || end.getErrorIndex() >= 0 || end.getIndex() < text.length()) {
      return wrong(option, text, "takes a date, like 2026-01-31");
    }
    long year = parsed.getLong(ChronoField.YEAR);
    long month = parsed.getLong(ChronoField.MONTH_OF_YEAR);
    long day = parsed.getLong(ChronoField.DAY_OF_MONTH);
    boolean exists =
        year >= 1
            && year <= LATEST_YEAR
            && ChronoField.MONTH_OF_YEAR.range().isValidValue(month)
            && day >= 1
            && day <= YearMonth.of((int) year, (int) month).lengthOfMonth();
    return exists
        ? good(new Value.Date(LocalDate.of((int) year, (int) month, (int) day)))
        : wrong(option, text, "takes a date, like 2026-01-31");
  }

  private Outcome role(Option<?> option, String text) {
    return references
        .role(text)
        .map(ValueReader::good)
        .orElseGet(() ->
            text.isEmpty()
                ? wrong(option, text, "takes a role, by its name")
                : good(new Value.Role(text, text)));
  }

  private static Outcome url(Option<?> option, String text) {
    return address(text)
        .filter(uri -> text.length() <= LONGEST_ADDRESS && isWeb(uri))
        .map(uri -> good(new Value.Url(uri)))
        .orElseGet(
            () -> wrong(option, text, "takes a web address that begins with http:// or https://"));
  }

  private static boolean isWeb(URI uri) {
    String scheme = String.valueOf(uri.getScheme());
    return (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
        && uri.getHost() != null;
  }

  /** Java tells whether a text is an address only by throwing. */
  private static Optional<URI> address(String text) {
    try {
      return Optional.of(new URI(inAscii(text)));
    } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /** A host beyond ASCII is a web address too; it has a form within it (IDNA). */
  private static String inAscii(String text) {
    Matcher host = HOST.matcher(text);
    return host.lookingAt()
        ? host.group(1) + IDN.toASCII(host.group(2)) + text.substring(host.end())
        : text;
  }

  private static Outcome good(Value value) {
    return new Outcome.Good(value);
  }

  private static Outcome wrong(Option<?> option, String text, String takes) {
    return new Outcome.Wrong(
        RichText.EMPTY
            .code(option.name())
            .plain(" " + takes + "; “" + Excerpt.quoted(text) + "” is not one."));
  }
}
