package dev.cairn.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.seeds.CatalogLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
  private static final Catalog CATALOG = CatalogLoader.builtIn();

  @Test
  void findsADayByItsNumber() {
    assertThat(CATALOG.day(1)).contains(CATALOG.journey().getFirst());
    assertThat(CATALOG.day(180)).contains(CATALOG.journey().getLast());
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 181, Integer.MAX_VALUE})
  void hasNoOtherDays(int number) {
    assertThat(CATALOG.day(number)).isEmpty();
  }

  @Test
  void leadsFromEveryTopicToItsDays() {
    for (Topic topic : CATALOG.topics()) {
      assertThat(CATALOG.daysOn(topic))
          .isNotEmpty()
          .allMatch(day -> day.topics().contains(topic.id()));
    }
    assertThat(CATALOG.topics().stream().mapToLong(topic -> CATALOG.daysOn(topic).count()).sum())
        .isEqualTo(CATALOG.journey().stream().mapToInt(day -> day.topics().size()).sum());
  }

  @Test
  void sharesTheDaysOutAmongTheTracks() {
    assertThat(CATALOG.tracks().stream().mapToInt(track -> CATALOG.daysOf(track).size()).sum())
        .isEqualTo((int) CATALOG.journey().stream().filter(day -> !day.topics().isEmpty()).count());
  }

  @Test
  void leadsFromADayToThoseThatRestOnIt() {
    for (JourneyDay day : CATALOG.journey()) {
      assertThat(CATALOG.daysAfter(day)).allMatch(later -> later.day() > day.day());
      for (String earlier : day.requires()) {
        assertThat(CATALOG.daysAfter(CATALOG.journey().referredTo(earlier))).contains(day);
      }
    }
  }
}
