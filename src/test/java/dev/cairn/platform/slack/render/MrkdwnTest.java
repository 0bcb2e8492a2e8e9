package dev.cairn.platform.slack.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.reply.RichText;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MrkdwnTest {

  private static Optional<String> of(RichText text) {
    return Mrkdwn.of(text, Rendition.of("U1", "study"));
  }

  @Test
  void escapesSlacksOwnSigns() {
    assertThat(of(RichText.of("a < b & c > d <!here>")))
        .contains("a &lt; b &amp; c &gt; d &lt;!here&gt;");
  }

  @Test
  void writesSpans() {
    assertThat(
            of(
                RichText.of("Read ")
                    .bold("this")
                    .plain(", type ")
                    .code("a*b")
                    .plain(" or ")
                    .link("look & see", URI.create("https://x.example/?a=1&b=2"))))
        .contains("Read *this*, type `a*b` or <https://x.example/?a=1&amp;b=2|look &amp; see>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*x*", "snake_case_", "~no~", "`x`", "> quote", "a\n> b", ":tada:", "5*3"})
  void refusesWhatSlackWouldReadAsFormatting(String text) {
    assertThat(of(RichText.of(text))).isEmpty();
  }

  @Test
  void refusesFormattingThatComesAboutBetweenSpans() {
    assertThat(of(RichText.of(":ta").plain("da:"))).isEmpty();
  }

  @Test
  void refusesBoldThatTouchesALetter() {
    assertThat(of(RichText.of("day").bold("12"))).isEmpty();
    assertThat(of(RichText.EMPTY.bold("12").plain("th"))).isEmpty();
    assertThat(of(RichText.EMPTY.bold(" 12"))).isEmpty();
  }
}
