package dev.cairn.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.answer.Judgement;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
  private static final Check COLOUR =
      new Check.Choice(
          "day",
          "which",
          "Which?",
          List.of("the red one", "the green one", "a blue house", "2"),
          "the green one",
          "It is.");
  private static final Check SHAPE =
      new Check.ShortAnswer(
          "day", "what", "What?", List.of("shape", "the shape attribute"), "shape", "It is.");

  @Test
  void isKnownByItsDayAndItsId() {
    assertThat(COLOUR.publicId()).isEqualTo("day.which");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        // answer, tolerance, unit, typed, verdict
        "7 | 0 | `` | 7 | RIGHT",
        "7 | 0 | `` | 7. | RIGHT",
        "7 | 0 | `` | +7 | RIGHT",
        "7 | 0 | `` | seven | RIGHT",
        "7 | 0 | `` | about 7 | RIGHT",
        "7 | 0 | `` | n = 7 | RIGHT",
        "7 | 0 | `` | 7 of them | RIGHT",
        "7 | 0 | `` | 8 | WRONG",
        "7 | 0 | `` | 7 or 8 | UNREADABLE",
        "7 | 0 | `` | (3, 4) | UNREADABLE",
        "7 | 0 | `` | many | UNREADABLE",
        "7 | 0 | `` | 1e999999999 | UNREADABLE",
        "7 | 0 | rows | 7 rows | RIGHT",
        "7 | 0 | rows | 7 Row | RIGHT",
        "7 | 0 | rows | 7 rows in all | RIGHT",
        "7 | 0 | rows | 7 | RIGHT",
        "7 | 0 | rows | 7 columns | NEAR",
        "7 | 0 | hours | 7 h | RIGHT",
        "7 | 0 | hours | 7 minutes | NEAR",
        "25 | 1 | % | 25 % | RIGHT",
        "25 | 1 | % | 24,5 % | RIGHT",
        "25 | 1 | % | 24,5 percent | RIGHT",
        "25 | 1 | % | 0.25 | NEAR",
        "4.2 | 0.1 | percentage points | 4.2 % | RIGHT",
        "0.25 | 0.01 | `` | 25% | RIGHT",
        "0.25 | 0.01 | `` | 0,25 | RIGHT",
        "0.25 | 0.01 | `` | .25 | RIGHT",
        "0.25 | 0.01 | `` | 1/4 | RIGHT",
        "0.25 | 0.01 | `` | 1/0 | UNREADABLE",
        "0.25 | 0.01 | `` | 0.25% | NEAR",
        "0.25 | 0.01 | `` | 25 | NEAR",
        "0.25 | 0.01 | `` | 0.27 | NEAR",
        "0.25 | 0.01 | `` | -0.25 | NEAR",
        "0.25 | 0.01 | `` | 0.4 | WRONG",
        "0.333 | 0.001 | `` | 1/3 | RIGHT",
        "0.5 | 0 | `` | 0.50 | RIGHT",
        "-3 | 0 | `` | −3 | RIGHT",
        "-3 | 0 | `` | 3 | NEAR",
        "1234 | 0 | `` | 1,234 | RIGHT",
        "1234 | 0 | `` | 1 234 | RIGHT",
        "1234 | 0 | `` | 1_234 | RIGHT",
        "1.234 | 0 | `` | 1,234 | RIGHT",
        "1234.5 | 0 | `` | 1,234.5 | RIGHT",
        "1234.5 | 0 | `` | 1.234,5 | RIGHT",
        "1234567 | 0 | `` | 1.234.567 | RIGHT",
        "1234567 | 0 | `` | 1,234,567 | RIGHT",
        "5000 | 0 | `` | 5k | RIGHT",
        "3000000 | 0 | `` | 3 million | RIGHT",
        "0.001 | 0.0001 | `` | 1e-3 | RIGHT",
        "40 | 0 | € | €40 | RIGHT",
        "40 | 0 | € | 40 euros | RIGHT",
        "0 | 0 | `` | 0 | RIGHT",
        "0 | 0 | `` | none | RIGHT",
        "0 | 0 | `` | 1 | WRONG",
        "100 | 0 | requests a second | 100 requests a second | RIGHT",
        "100 | 0 | requests a second | 100 requests | RIGHT",
        "100 | 0 | requests a second | 100 requests/s | RIGHT",
        "100 | 0 | requests a second | 100 requests per second | RIGHT",
        "100 | 0 | requests a second | 100 pods | NEAR",
        "9 | 0 | m² | 9 m2 | RIGHT",
      })
  void judgesNumbers(
      String answer, String tolerance, String unit, String typed, Judgement verdict) {
    assertThat(number(answer, tolerance, unit.isEmpty() ? null : unit).judge(typed))
        .isEqualTo(verdict);
  }

  @Test
  void showsANumberWithItsUnit() {
    assertThat(number("7", "0", "rows").shown()).isEqualTo("7 rows");
    assertThat(number("25", "0", "%").shown()).isEqualTo("25%");
    assertThat(number("0.50", "0", null).shown()).isEqualTo("0.50");
  }

  @ParameterizedTest
  @CsvSource({
    "the green one, RIGHT",
    "' THE  green one. ', RIGHT",
    "the grene one, RIGHT",
    "the gre, RIGHT",
    "b, RIGHT",
    "(B), RIGHT",
    "b), RIGHT",
    "option B, RIGHT",
    "b) the green one, RIGHT",
    "#2, RIGHT",
    "the red one, WRONG",
    "a, WRONG",
    "3, WRONG",
    "#1, WRONG",
    // the text of an option is that option, and not the second one
    "2, WRONG",
    "#9, UNREADABLE",
    "the, UNREADABLE",
    "yellow, UNREADABLE",
    "e, UNREADABLE",
    "'', UNREADABLE",
  })
  void judgesOptions(String picked, Judgement verdict) {
    assertThat(COLOUR.judge(picked)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "shape, RIGHT",
    "Shape, RIGHT",
    "' .shape() ', RIGHT",
    "'The  shape attribute', RIGHT",
    "shpae, MISSPELT",
    "shap, MISSPELT",
    "the shape atribute, MISSPELT",
    "size, WRONG",
    "ship, WRONG",
    "'', UNREADABLE",
  })
  void judgesShortTexts(String typed, Judgement verdict) {
    assertThat(SHAPE.judge(typed)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    // accepted, typed, verdict
    "overfitting, over-fitting, MISSPELT",
    "overfitting, over fitting, MISSPELT",
    "regularisation, regularization, MISSPELT",
    "one-hot encoding, one hot encoding, MISSPELT",
    // where a letter is another meaning
    "x_train, y_train, WRONG",
    "float32, float64, WRONG",
    "python3, python2, WRONG",
    "L1, L2, WRONG",
    "axis=0, axis=1, WRONG",
    "type I error, type II error, WRONG",
    "mean, men, WRONG",
    "**, '**', RIGHT",
    "**, '*', WRONG",
  })
  void forgivesSlipsOfSpellingAndNoOthers(String accepted, String typed, Judgement verdict) {
    assertThat(
            new Check.ShortAnswer("day", "id", "?", List.of(accepted), accepted, "").judge(typed))
        .isEqualTo(verdict);
  }

  private static Check number(String answer, String tolerance, @Nullable String unit) {
    return new Check.Numeric(
        "day",
        "how-many",
        "How many?",
        new BigDecimal(answer),
        new BigDecimal(tolerance),
        unit,
        "They were counted.");
  }
}
