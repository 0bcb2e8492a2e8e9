package dev.cairn.feature.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A one-time code of eight signs, 40 bits in Crockford's base 32, which has no signs that are taken
 * for each other.
 *
 * @param signs without the hyphen; a secret
 */
record LinkCode(String signs) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;

  /** A code that nobody can guess. */
  static LinkCode fresh(RandomGenerator random) {
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      signs.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new LinkCode(signs.toString());
  }

  /** Reads a code as people type it: in any case, with or without the hyphen, O for 0. */
  static Optional<LinkCode> read(String typed) {
    String signs =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    return signs.length() == LENGTH && signs.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        ? Optional.of(new LinkCode(signs))
        : Optional.empty();
  }

  /** As it is shown: {@code K7QF-3MWD}. */
  String shown() {
    return signs.substring(0, LENGTH / 2) + "-" + signs.substring(LENGTH / 2);
  }

  /** What is stored of it. */
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(signs.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "LinkCode[secret]";
  }
}
