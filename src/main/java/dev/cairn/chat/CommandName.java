package dev.cairn.chat;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a command: a root word and, for commands that come in families, a second word ({@code
 * group create}).
 *
 * @param root lower case, 1 to 32 letters and hyphens
 * @param sub the second word, or null
 */
public record CommandName(String root, @Nullable String sub) implements Comparable<CommandName> {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,31}");

  public CommandName {
    requireWord(root);
    if (sub != null) {
      requireWord(sub);
    }
  }

  /** Reads {@code "topic"} or {@code "group create"}. */
  public static CommandName of(String words) {
    int space = words.indexOf(' ');
    return space < 0
        ? new CommandName(words, null)
        : new CommandName(words.substring(0, space), words.substring(space + 1));
  }

  /** Reads what may be no name of a command of ours, as from a platform that knows others. */
  public static Optional<CommandName> parse(String words) {
    return Arrays.stream(words.split(" ", 2)).allMatch(CommandName::isWord)
        ? Optional.of(of(words))
        : Optional.empty();
  }

  private static boolean isWord(String word) {
    return WORD.matcher(word).matches();
  }

  private static void requireWord(String word) {
    if (!isWord(word)) {
      throw new IllegalArgumentException("not a command word: " + word);
    }
  }

  @Override
  public int compareTo(CommandName other) {
    return toString().compareTo(other.toString());
  }

  /** The words as one types them, without a slash. */
  @Override
  public String toString() {
    return sub == null ? root : root + " " + sub;
  }
}
