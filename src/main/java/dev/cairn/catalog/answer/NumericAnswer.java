package dev.cairn.catalog.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as somebody typed it.
 *
 * @param readings what it may be: {@code 1,234} is a number of thousands to some and a decimal
 *     fraction to others; at least one
 * @param rest what was typed after it, a unit perhaps, in lower case; may be empty
 */
public record NumericAnswer(List<BigDecimal> readings, String rest) {
  private static final int LONGEST = 60;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal NEAR_SHARE = new BigDecimal("0.05");
  private static final BigDecimal NEAR_TOLERANCES = BigDecimal.valueOf(5);

  /** What people write before a number: {@code about}, {@code ≈}, {@code x =}, {@code €}. */
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:about|approximately|approx\\.?|roughly|around|circa|ca\\.?|it"
              + " is|it's|[~≈=€$£])\\s*|[\\p{L}_][\\p{L}\\p{N}_²]{0,20}\\s*[=:≈]\\s*)+");

  private static final Pattern NUMBER =
      Pattern.compile("^([+-]?)((?:\\d[\\d.,'’_ ]*\\d|\\d|[.,]\\d+))[.,]?(e[+-]?\\d{1,3})?(?!\\d)");
  private static final Pattern FRACTION = Pattern.compile("^\\s*[/⁄]\\s*(\\d{1,9})(?!\\d)");
  private static final Pattern GROUPED_BY_SPACES =
      Pattern.compile("\\d{1,3}(?:[ '’_]\\d{3})+(?:[.,]\\d+)?");
  private static final Pattern GROUPED_BY_COMMAS =
      Pattern.compile("[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?");
  private static final Pattern GROUPED_BY_DOTS =
      Pattern.compile("[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?|[1-9]\\d{0,2}(?:\\.\\d{3}){2,}");
  private static final Pattern ONE_COMMA = Pattern.compile("\\d*,\\d+");
  private static final Pattern PLAIN = Pattern.compile("\\d*\\.?\\d+");

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("none", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12));

  private static final Map<String, BigDecimal> MULTIPLES =
      Map.of(
          "k", BigDecimal.valueOf(1_000),
          "thousand", BigDecimal.valueOf(1_000),
          "million", BigDecimal.valueOf(1_000_000),
          "billion", BigDecimal.valueOf(1_000_000_000));

  /** The number that a text is, if it is one number, whatever is written before and after it. */
  public static Optional<NumericAnswer> read(String text) {
    String typed =
        text.replace('\u00a0', ' ')
            .replace('\u202f', ' ')
            .replace('\u2009', ' ')
            .replace('−', '-')
            .replace('–', '-')
            .toLowerCase(Locale.ROOT)
            .strip();
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String number = LEAD.matcher(typed).replaceFirst("").strip();
    return inFigures(number).or(() -> inWords(number)).filter(answer -> !answer.hasMoreNumbers());
  }

  private static Optional<NumericAnswer> inFigures(String typed) {
    Matcher matcher = NUMBER.matcher(typed);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String exponent = Optional.ofNullable(matcher.group(3)).orElse("");
    boolean negative = matcher.group(1).equals("-");
    List<BigDecimal> readings =
        readings(matcher.group(2)).stream()
            .map(digits -> new BigDecimal(digits + exponent))
            .map(value -> negative ? value.negate() : value)
            .toList();
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    String rest = typed.substring(matcher.end());
    Matcher fraction = FRACTION.matcher(rest);
    if (fraction.find()) {
      BigDecimal divisor = new BigDecimal(fraction.group(1));
      return divisor.signum() == 0
          ? Optional.empty()
          : Optional.of(
              new NumericAnswer(
                  readings.stream()
                      .map(value -> value.divide(divisor, MathContext.DECIMAL128))
                      .toList(),
                  rest.substring(fraction.end()).strip()));
    }
    return Optional.of(multiplied(readings, rest.strip()));
  }

  private static Optional<NumericAnswer> inWords(String typed) {
    String first = firstWord(typed);
    return Optional.ofNullable(WORDS.get(first))
        .map(value ->
            multiplied(
                List.of(BigDecimal.valueOf(value)), typed.substring(first.length()).strip()));
  }

  private static NumericAnswer multiplied(List<BigDecimal> readings, String rest) {
    String first = firstWord(rest);
    BigDecimal factor = MULTIPLES.get(first);
    return factor == null
        ? new NumericAnswer(readings, rest)
        : new NumericAnswer(
            readings.stream().map(value -> value.multiply(factor)).toList(),
            rest.substring(first.length()).strip());
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  private static List<String> readings(String digits) {
    if (GROUPED_BY_SPACES.matcher(digits).matches()) {
      return List.of(digits.replaceAll("[ '’_]", "").replace(',', '.'));
    }
    if (GROUPED_BY_COMMAS.matcher(digits).matches()) {
      String grouped = digits.replace(",", "");
      return ONE_COMMA.matcher(digits).matches()
          ? List.of(grouped, digits.replace(',', '.'))
          : List.of(grouped);
    }
    if (GROUPED_BY_DOTS.matcher(digits).matches() && !PLAIN.matcher(digits).matches()) {
      return List.of(digits.replace(".", "").replace(',', '.'));
    }
    if (PLAIN.matcher(digits).matches()) {
      return List.of(digits);
    }
    return ONE_COMMA.matcher(digits).matches() ? List.of(digits.replace(',', '.')) : List.of();
  }

  /** {@code 7 or 8} is not an answer. */
  private boolean hasMoreNumbers() {
    return rest.chars().anyMatch(Character::isDigit) && !Units.mayContainDigits(rest);
  }

  /**
   * Judges it.
   *
   * @param answer what is right
   * @param tolerance how far off it may be, 0 or more
   * @param unit what the number counts; empty where it needs none
   */
  Judgement judge(BigDecimal answer, BigDecimal tolerance, String unit) {
    if (unit.isEmpty() && Units.isPercent(rest)) {
      // Who says 25% means 0.25; where 25 is asked for, they mean that.
      boolean right =
          anyWithin(
                  readings.stream().map(value -> value.divide(HUNDRED)).toList(), answer, tolerance)
              || (answer.abs().compareTo(BigDecimal.ONE) > 0
                  && anyWithin(readings, answer, tolerance));
      return right ? Judgement.RIGHT : nearOrWrong(answer, tolerance);
    }
    if (!anyWithin(readings, answer, tolerance)) {
      return nearOrWrong(answer, tolerance);
    }
    return unit.isEmpty() || rest.isEmpty() || Units.same(rest, unit)
        ? Judgement.RIGHT
        : Judgement.NEAR;
  }

  private Judgement nearOrWrong(BigDecimal answer, BigDecimal tolerance) {
    BigDecimal margin = answer.abs().multiply(NEAR_SHARE).max(tolerance.multiply(NEAR_TOLERANCES));
    boolean near =
        anyWithin(readings, answer, margin)
            || (answer.signum() != 0
                && (anyWithin(readings, answer.negate(), tolerance)
                    || anyWithin(readings, answer.multiply(HUNDRED), tolerance.multiply(HUNDRED))
                    || anyWithin(readings, answer.divide(HUNDRED), tolerance.divide(HUNDRED))));
    return near ? Judgement.NEAR : Judgement.WRONG;
  }

  private static boolean anyWithin(
      List<BigDecimal> values, BigDecimal answer, BigDecimal tolerance) {
    return values.stream()
        .anyMatch(value -> value.subtract(answer).abs().compareTo(tolerance) <= 0);
  }

  /** Judges what somebody typed where a number is asked for. */
  public static Judgement judge(
      String typed, BigDecimal answer, BigDecimal tolerance, String unit) {
    return read(typed)
        .map(number -> number.judge(answer, tolerance, unit.strip()))
        .orElse(Judgement.UNREADABLE);
  }
}
