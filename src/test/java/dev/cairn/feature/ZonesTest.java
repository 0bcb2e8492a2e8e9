package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Refusal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZonesTest {
  private static final Instant WINTER = Instant.parse("2026-01-12T09:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EST        | Did you mean America/New_York?
          pdt        | Did you mean America/Los_Angeles?
          IST        | Did you mean Asia/Kolkata?
          GMT+5:30   | Did you mean Asia/Kolkata, Asia/Calcutta or Asia/Colombo?
          UTC-5      | Did you mean America/New_York,
          Europe/Berln | Did you mean Europe/Berlin,
          """)
  void whoTypesAnAbbreviationOrAnOffsetIsOfferedAPlaceThatPeopleKnow(String typed, String offer) {
    Refusal refused =
        catchThrowableOfType(Refusal.class, () -> Zones.read("timezone", typed, WINTER));
    assertThat(refused).hasMessageContaining(offer);
    assertThat(Zones.suggest(typed, WINTER).stream().map(ChoiceValue::value).findFirst())
        .hasValueSatisfying(first -> assertThat(offer).startsWith("Did you mean " + first));
  }
}
