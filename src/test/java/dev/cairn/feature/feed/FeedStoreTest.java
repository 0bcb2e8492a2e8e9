package dev.cairn.feature.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.member.Member;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of feeds promises. */
final class FeedStoreTest {
  private static final Instant AT = Instant.parse("2026-01-01T09:00:00Z");

  @ParameterizedTest
  @EnumSource
  void keepsFeedsAndWhatWasSeen(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      Member asha = new TestCommunity(database).at("2026-01-01T09:00:00Z").member("asha");
      FeedStore store = new FeedStore(database);
      assertThat(store.find(asha)).isEmpty();
      Feed fresh =
          new Feed(URI.create("https://asha.example/feed"), null, Validators.NONE, false, 0, 0, AT);
      store.save(asha, fresh);
      assertThat(store.find(asha)).contains(fresh);
      Feed read =
          new Feed(
              URI.create("https://new.example/feed"),
              "Asha’s blog",
              new Validators("W/\"1\"", "Thu, 01 Jan 2026 09:00:00 GMT"),
              true,
              3,
              7,
              AT.plusMillis(1));
      store.save(asha, read);
      assertThat(store.find(asha)).contains(read);

      store.see(asha, List.of("guid a", "link a"), AT);
      store.see(asha, List.of("guid a", "guid " + "ö".repeat(5000)), AT);
      store.see(asha, List.of(), AT);
      assertThat(store.seen(asha, List.of("guid a", "guid a", "guid b", "link a")))
          .containsExactlyInAnyOrder("guid a", "link a");
      assertThat(store.seen(asha, List.of())).isEmpty();

      assertThat(store.remove(asha)).isTrue();
      assertThat(store.remove(asha)).isFalse();
      store.save(asha, fresh);
      assertThat(store.seen(asha, List.of("guid a"))).as("forgotten with the feed").isEmpty();
    }
  }
}
