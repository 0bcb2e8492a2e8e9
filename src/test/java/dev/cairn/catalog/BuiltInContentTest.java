package dev.cairn.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.seeds.CatalogLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The built-in content is whole: what a folder of one's own may leave out is there. Whether it is
 * also well made is what the check finds out.
 */
class BuiltInContentTest {
  private static final int FORTNIGHT = 14;
  private static final Catalog CATALOG = CatalogLoader.builtIn();

  @Test
  void everyDayTeaches() {
    assertThat(CATALOG.journey()).allMatch(day -> day.explain() != null);
  }

  @Test
  void theGlossaryHasTwoHundredTermsAtLeast() {
    assertThat(CATALOG.terms()).hasSizeGreaterThanOrEqualTo(200);
    assertThat(CATALOG.terms()).allMatch(term -> !term.days().isEmpty());
  }

  @Test
  void aReviewComesEveryFortnight() {
    List<Integer> reviews =
        CATALOG.journey().stream()
            .filter(day -> day.kind() == JourneyDay.Kind.REVIEW)
            .map(JourneyDay::day)
            .toList();

    int before = 0;
    for (int review : reviews) {
      assertThat(review - before)
          .as("days up to the review on %d", review)
          .isLessThanOrEqualTo(FORTNIGHT);
      before = review;
    }
    assertThat(CATALOG.journey().size() - before).isLessThanOrEqualTo(FORTNIGHT);
  }

  @Test
  void everyTopicLeadsADay() {
    List<String> led =
        CATALOG.journey().stream()
            .flatMap(day -> day.topics().stream().limit(1))
            .distinct()
            .toList();

    assertThat(led).containsAll(CATALOG.topics().stream().map(Topic::id).toList());
  }

  @Test
  void aThirdOfTheTitlesAtMostHaveAColon() {
    assertThat(CATALOG.journey().stream().filter(day -> day.title().contains(":")).count())
        .isLessThanOrEqualTo(60);
  }
}
