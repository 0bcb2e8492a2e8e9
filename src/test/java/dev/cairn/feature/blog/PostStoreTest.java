package dev.cairn.feature.blog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.blog.PostUrl;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of posts promises. */
final class PostStoreTest {
  private static final Instant AT = Instant.parse("2026-01-01T09:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private static Post post(String url, String title, LocalDate day) {
    return new Post(PostUrl.of(url).orElseThrow(), title, day);
  }

  @ParameterizedTest
  @EnumSource
  void keepsPostsAndWhatIsVowed(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      Member asha = lab.member("asha");
      Member ben = lab.member("ben");
      PostStore store = new PostStore(database);
      Post older = post("https://asha.example/" + "ö".repeat(1900), "Long ☃", DAY.minusDays(1));
      Post newer = post("https://asha.example/new", "New", DAY);
      store.add(asha, older, AT);
      store.add(asha, newer, AT);
      store.add(ben, newer, AT);
      assertThat(store.all(asha)).containsExactly(newer, older);
      assertThat(store.count(asha)).isEqualTo(2);
      assertThat(store.find(asha, older.url())).contains(older);
      store.setTitle(asha, newer.url(), "Newer");
      assertThat(store.find(asha, newer.url()).map(Post::name)).contains("Newer");
      assertThat(store.find(ben, newer.url()).map(Post::name)).contains("New");
      assertThat(store.remove(asha, newer.url())).isTrue();
      assertThat(store.remove(asha, newer.url())).isFalse();
      assertThat(store.all(asha)).containsExactly(older);
      assertThat(store.all(ben)).containsExactly(newer);

      assertThat(store.plan(asha)).isEmpty();
      store.save(asha, BlogPlan.DEFAULT);
      assertThat(store.plan(asha)).contains(BlogPlan.DEFAULT);
      BlogPlan changed = new BlogPlan(26, 182, DAY, true);
      store.save(asha, changed);
      assertThat(store.plan(asha)).contains(changed);
      assertThat(store.plan(ben)).isEmpty();

      assertThat(store.tally(asha.community(), 1)).isEqualTo(1);
      assertThat(store.tally(asha.community(), 1)).isEqualTo(2);
      assertThat(store.tally(asha.community(), -1)).isEqualTo(1);
    }
  }

  /** The tally is derived: it equals the count of what is there. */
  @ParameterizedTest
  @EnumSource
  void talliesWhatIsThere(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      lab.write("asha", 1, 4);
      lab.write("asha", 2, 5);
      lab.write("ben", 1, 2);
      lab.say("asha", "/blog remove https://asha.example/1");
      lab.say("asha", "/blog remove https://asha.example/1");
      int there = database.query("select count(*) from post").one(Integer.class);
      assertThat(new PostStore(database).tally(lab.member("asha").community(), 0))
          .isEqualTo(there)
          .isEqualTo(6);
    }
  }

  /** Accounts that were linked before strikes came along may have left both. */
  @ParameterizedTest
  @EnumSource
  void aPostBesideItsOwnStrikeCanBeTakenDownAndPutBack(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      Member asha = lab.member("asha");
      PostStore store = new PostStore(database);
      Post post = post("https://asha.example/one", "One", DAY);
      store.add(asha, post, AT);
      store.strike(asha, post.url(), "copied", AT);
      store.strike(asha, post.url(), "again", AT);
      assertThat(store.struck(asha, post.url())).contains("copied");
      assertThat(store.putBack(asha, post.url())).isTrue();
      assertThat(store.all(asha)).containsExactly(post);
      assertThat(store.struck(asha, post.url())).isEmpty();
    }
  }
}
