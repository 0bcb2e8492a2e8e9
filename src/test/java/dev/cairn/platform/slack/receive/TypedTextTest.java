package dev.cairn.platform.slack.receive;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody said to us, out of what Slack hands over. */
final class TypedTextTest {
  private static String addressed(@Nullable String text) {
    return TypedText.addressed(text, "UBOT", "study");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          <@UBOT> done                        = done
          <@UBOT|cairn>, done                 = done
          <@UBOT>: study topic 12             = topic 12
          hey <@UBOT>, done                   = done
          done <@UBOT>                        = done
          done, <@UBOT>                       = done
          <@UBOT> streak <@UASHA>             = streak <@UASHA>
          <@UASHA> and <@UBOT> done           = done
          <@UBOT> done note:"for <@UBOT>"     = done note:"for <@UBOT>"
          done                                = done
          /study done                         = done
          studying                            = studying
          <@UBOT> daily set ping:<!subteam^S0READERS|@readers> = daily set ping:<!subteam^S0READERS|@readers>
          done <!here|@here>                  = done @here
          """)
  void itIsWhatStandsBesideOurName(String text, String said) {
    assertThat(addressed(text)).isEqualTo(said);
  }

  @Test
  void ourNameAloneSaysNothing() {
    assertThat(addressed("<@UBOT>")).isEmpty();
    assertThat(addressed(" <@UBOT> , ")).isEmpty();
    assertThat(addressed("<@UBOT> study")).isEmpty();
    assertThat(addressed(null)).isEmpty();
  }
}
