package dev.cairn.chat.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** As much of a text as fits. */
final class ExcerptTest {
  @Test
  void whatFitsStaysAsItIs() {
    assertThat(Excerpt.of("", 0)).isEmpty();
    assertThat(Excerpt.of("drift", 5)).isEqualTo("drift");
    assertThat(Excerpt.quoted("x".repeat(60))).isEqualTo("x".repeat(60));
  }

  @Test
  void whatDoesNotFitIsShortenedVisibly() {
    assertThat(Excerpt.of("drifts", 5)).isEqualTo("drif…");
    assertThat(Excerpt.of("drift", 1)).isEqualTo("…");
    assertThat(Excerpt.quoted("x".repeat(61))).isEqualTo("x".repeat(59) + "…");
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(Excerpt.of("a🏔🏔", 4)).isEqualTo("a🏔…");
    assertThat(Excerpt.of("a🏔🏔", 3)).isEqualTo("a…");
    assertThat(Excerpt.of("🏔🏔", 2)).isEqualTo("…");
  }
}
