package dev.cairn.catalog.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class NumericAnswerTest {
  /** Whoever writes the right number in any of the usual ways is right. */
  @RepeatedTest(200)
  void readsANumberHoweverItIsWritten(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    BigDecimal answer =
        BigDecimal.valueOf(random.nextLong(-9_999_999, 10_000_000), random.nextInt(0, 5));
    String plain = answer.toPlainString();
    String grouped = String.format(Locale.ROOT, "%,." + Math.max(0, answer.scale()) + "f", answer);

    for (String typed :
        new String[] {
          plain,
          plain.replace('.', ','),
          plain.replace('-', '−'),
          grouped,
          grouped.replace(",", " "),
          grouped.replace(",", "'"),
          " about " + plain + " rows ",
          "x = " + plain,
          plain + "e0",
          // The two marks change places: unless that makes it another number to us.
          grouped.indexOf(',') != grouped.lastIndexOf(',')
                  || (answer.scale() > 0 && grouped.indexOf(',') > 0)
              ? grouped.replace(',', '#').replace('.', ',').replace('#', '.')
              : plain,
        }) {
      assertThat(NumericAnswer.judge(typed, answer, BigDecimal.ZERO, ""))
          .as("seed %d: %s as %s", repetition.getCurrentRepetition(), answer, typed)
          .isEqualTo(Judgement.RIGHT);
    }
  }

  /** The tolerance is the border, and belongs to what is right. */
  @RepeatedTest(200)
  void isRightWithinTheToleranceAndNotBeyond(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    BigDecimal answer = BigDecimal.valueOf(random.nextLong(-99_999, 100_000), 2);
    BigDecimal tolerance = BigDecimal.valueOf(random.nextLong(0, 1_000), 2);
    BigDecimal beyond = tolerance.add(new BigDecimal("0.001"));

    for (BigDecimal sign : new BigDecimal[] {BigDecimal.ONE, BigDecimal.ONE.negate()}) {
      String border = answer.add(tolerance.multiply(sign)).toPlainString();
      String outside = answer.add(beyond.multiply(sign)).toPlainString();
      assertThat(NumericAnswer.judge(border, answer, tolerance, "").right()).isTrue();
      assertThat(NumericAnswer.judge(outside, answer, tolerance, "").right()).isFalse();
    }
  }

  /** Nothing that is typed makes it fail. */
  @RepeatedTest(500)
  void judgesAnythingThatIsTyped(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    String characters = "0123456789.,'’ -−+e%/⁄xk= rows€(≈½²\n";
    StringBuilder typed = new StringBuilder();
    for (int i = random.nextInt(0, 80); i > 0; i--) {
      typed.append(characters.charAt(random.nextInt(characters.length())));
    }

    assertThat(NumericAnswer.judge(typed.toString(), BigDecimal.TEN, BigDecimal.ONE, "rows"))
        .isNotNull();
    assertThat(ShortText.judge(typed.toString(), List.of("shape"))).isNotNull();
  }
}
