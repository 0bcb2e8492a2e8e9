package dev.cairn.catalog.answer;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which spellings of a unit are one unit. */
final class Units {
  private static final Set<String> PERCENT = Set.of("%", "percent", "per cent", "pct");

  private static final List<Set<String>> SAME =
      List.of(
          Set.of(
              "%",
              "percent",
              "per cent",
              "pct",
              "pp",
              "percentage point",
              "percentage points",
              "% points"),
          Set.of("ms", "msec", "millisecond", "milliseconds"),
          Set.of("s", "sec", "secs", "second", "seconds"),
          Set.of("min", "mins", "minute", "minutes"),
          Set.of("h", "hr", "hrs", "hour", "hours"),
          Set.of("d", "day", "days"),
          Set.of("b", "byte", "bytes"),
          Set.of("kb", "kilobyte", "kilobytes"),
          Set.of("mb", "megabyte", "megabytes"),
          Set.of("gb", "gigabyte", "gigabytes"),
          Set.of("€", "eur", "euro", "euros"),
          Set.of("$", "usd", "dollar", "dollars"),
          Set.of("£", "gbp", "pound", "pounds"),
          Set.of("m", "metre", "metres", "meter", "meters"),
          Set.of("m²", "m2", "m^2", "square metres", "square meters"),
          Set.of("km", "kilometre", "kilometres", "kilometer", "kilometers"),
          Set.of("kg", "kilo", "kilos", "kilogram", "kilograms"));

  private Units() {}

  static boolean isPercent(String text) {
    return PERCENT.contains(folded(text));
  }

  /** A unit may have a digit in it, which is no second number. */
  static boolean mayContainDigits(String rest) {
    return SAME.stream().anyMatch(unit -> unit.contains(folded(rest)));
  }

  /** Whether what was typed after a number begins with the unit, in any of its spellings. */
  static boolean same(String typed, String unit) {
    String given = folded(typed);
    String wanted = folded(unit);
    if (equal(given, wanted)) {
      return true;
    }
    int words = wanted.split(" ", -1).length;
    if (wanted.startsWith(given + " ")) {
      return true; // “100 requests”, where requests a second are asked for
    }
    String[] givenWords = given.split(" ", -1);
    return givenWords.length > words
        && equal(String.join(" ", List.of(givenWords).subList(0, words)), wanted);
  }

  private static boolean equal(String given, String wanted) {
    return given.equals(wanted)
        || given.equals(wanted + "s")
        || wanted.equals(given + "s")
        || SAME.stream().anyMatch(unit -> unit.contains(given) && unit.contains(wanted))
        || ShortText.isSlip(given, wanted);
  }

  private static String folded(String text) {
    String folded =
        text.toLowerCase(Locale.ROOT)
            .strip()
            .replaceAll("(?<=\\p{L})\\s?(?:/\\s?| per )s(?:ec|econd)?$", " a second")
            .replaceAll("(?<=\\p{L})\\s?/\\s?(?=\\p{L})| per (?!cent)", " a ");
    return folded.endsWith(".") || folded.endsWith("!")
        ? folded.substring(0, folded.length() - 1).strip()
        : folded;
  }
}
