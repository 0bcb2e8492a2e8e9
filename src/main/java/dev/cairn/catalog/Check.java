package dev.cairn.catalog;

import dev.cairn.catalog.answer.Judgement;
import dev.cairn.catalog.answer.NumericAnswer;
import dev.cairn.catalog.answer.Options;
import dev.cairn.catalog.answer.ShortText;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A question on a day's topic whose answer can be judged. */
public sealed interface Check {

  /** The id of the day that asks it. */
  String day();

  /** Unique within the day. */
  String id();

  /** The question. */
  String ask();

  /** The right answer as it is shown. */
  String shown();

  /** Why the answer is right. */
  String why();

  /** Judges what somebody typed, or the option they picked. */
  Judgement judge(String answer);

  /** Unique among all days: the day's id, a dot, its own. */
  default String publicId() {
    return day() + "." + id();
  }

  /**
   * A number is asked for.
   *
   * @param tolerance how far off an answer may be and still be right, 0 or more
   * @param unit what the number counts; an answer may leave it out
   */
  record Numeric(
      String day,
      String id,
      String ask,
      BigDecimal answer,
      BigDecimal tolerance,
      @Nullable String unit,
      String why)
      implements Check {

    @Override
    public String shown() {
      String figures = answer.toPlainString();
      if (unit == null) {
        return figures;
      }
      return unit.equals("%") ? figures + "%" : figures + " " + unit;
    }

    @Override
    public Judgement judge(String typed) {
      return NumericAnswer.judge(typed, answer, tolerance, unit == null ? "" : unit);
    }
  }

  /**
   * One of several options is asked for.
   *
   * @param answer the one that is right, letter for letter
   */
  record Choice(String day, String id, String ask, List<String> options, String answer, String why)
      implements Check {

    @Override
    public String shown() {
      return answer;
    }

    @Override
    public Judgement judge(String picked) {
      OptionalInt chosen = Options.chosen(picked, options);
      if (chosen.isEmpty()) {
        return Judgement.UNREADABLE;
      }
      return options.get(chosen.getAsInt()).equals(answer) ? Judgement.RIGHT : Judgement.WRONG;
    }
  }

  /**
   * A word or a few are asked for.
   *
   * @param accept the forms that are right
   * @param answer the one that is shown as the answer
   */
  record ShortAnswer(
      String day, String id, String ask, List<String> accept, String answer, String why)
      implements Check {

    @Override
    public String shown() {
      return answer;
    }

    @Override
    public Judgement judge(String typed) {
      return ShortText.judge(typed, Stream.concat(Stream.of(answer), accept.stream()).toList());
    }
  }
}
