package dev.cairn.picture;

import java.util.Locale;

/** Numbers as members read them. */
final class Count {
  private Count() {}

  /** A number with its thousands parted, such as {@code 1,500}. */
  static String of(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** A number of things, such as {@code 1 day} and {@code 1,500 days}. */
  static String of(int number, String thing) {
    return of(number) + " " + (number == 1 ? thing : thing + "s");
  }
}
