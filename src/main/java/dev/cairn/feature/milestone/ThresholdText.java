package dev.cairn.feature.milestone;

import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.domain.blog.MilestoneRules;
import dev.cairn.domain.blog.MilestoneRules.Kind;
import dev.cairn.domain.blog.Thresholds;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Thresholds as people type them and as we store them: {@code 50,100,+500}, where the last means
 * each further 500; {@code none}, or {@code default}.
 */
public final class ThresholdText {
  private static final String NONE = "none";
  private static final String DEFAULT = "default";
  private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");
  private static final Pattern NUMBER = Pattern.compile("\\+?[1-9]\\d{0,5}");

  /** So many that they can be stored, and that no list is longer than anybody wants. */
  private static final int MOST = 50;

  private ThresholdText() {}

  /**
   * Reads thresholds.
   *
   * @param option the option they were given for
   * @param kind what is counted, for its default
   * @throws Refusal when the text is no such list
   */
  public static Thresholds read(String option, String text, Kind kind) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    if (typed.equals(DEFAULT)) {
      return MilestoneRules.DEFAULT.of(kind);
    }
    TreeSet<Integer> listed = new TreeSet<>();
    int further = 0;
    for (String word : typed.equals(NONE) ? new String[0] : SEPARATOR.split(typed)) {
      if (!NUMBER.matcher(word).matches() || listed.size() == MOST) {
        throw bad(option, word);
      }
      if (word.startsWith("+")) {
        further = Integer.parseInt(word.substring(1));
      } else {
        listed.add(Integer.parseInt(word));
      }
    }
    return new Thresholds(listed, further);
  }

  private static Refusal bad(String option, String word) {
    return Refusal.badOption(
        option,
        RichText.EMPTY
            .code(option)
            .plain(" takes up to " + MOST + " numbers like ")
            .code("50,100,+500")
            .plain(" (then each further 500), or ")
            .code(NONE)
            .plain(" or ")
            .code(DEFAULT)
            .plain("; “" + word + "” does not fit."));
  }

  /** The form in which thresholds are typed. */
  public static String typed(Thresholds thresholds) {
    String listed =
        thresholds.listed().stream().map(String::valueOf).collect(Collectors.joining(","));
    if (thresholds.further() == 0) {
      return listed.isEmpty() ? NONE : listed;
    }
    return (listed.isEmpty() ? "" : listed + ",") + "+" + thresholds.further();
  }
}
