package dev.cairn.picture;

import java.util.Locale;

/** Numbers as members read them. */
final class Count {
  private Count() {}

  /** A number with its thousands parted, such as {@code 1,500}. */
  static String of(long number) {
    // Most numbers have nothing to part, and a format is read anew each time.
    return Math.abs(number) < 1000
        ? Long.toString(number)
        : String.format(Locale.ENGLISH, "%,d", number);
  }

  /** A number of things, such as {@code 1 day} and {@code 1,500 days}. */
  static String of(long number, String thing) {
    return of(number) + " " + unit(number, thing);
  }

  /** The word beside a number, such as {@code days}. */
  static String unit(long number, String thing) {
    return number == 1 ? thing : thing + "s";
  }
}
