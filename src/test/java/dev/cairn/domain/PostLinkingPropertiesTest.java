package dev.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.blog.PostUrl;
import dev.cairn.domain.blog.PostsOnRecord;
import dev.cairn.domain.blog.PostsOnRecord.Apart;
import dev.cairn.domain.blog.PostsOnRecord.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What must hold when the posts of two are put together and taken apart, whatever they wrote. */
class PostLinkingPropertiesTest {
  private static final int ADDRESSES = 10;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final Instant BEGIN = Instant.parse("2026-01-01T09:00:00Z");

  @Test
  void everyAddressCountsOnceAsTheEarlierPost() {
    Property.forAll(
        500,
        random -> {
          PostsOnRecord one = record(random);
          PostsOnRecord other = record(random);
          PostsOnRecord merged = PostsOnRecord.merged(one, other);
          Set<PostUrl> either = new HashSet<>(one.posts().keySet());
          either.addAll(other.posts().keySet());
          assertThat(merged.posts().keySet()).isEqualTo(either);
          merged
              .posts()
              .forEach((url, entry) -> {
                Entry a = one.posts().getOrDefault(url, entry);
                Entry b = other.posts().getOrDefault(url, entry);
                Instant earlier = a.at().isBefore(b.at()) ? a.at() : b.at();
                assertThat(entry.at()).isEqualTo(earlier);
                assertThat(entry.title() == null).isEqualTo(a.title() == null && b.title() == null);
              });
          assertThat(merged.countTogether())
              .isLessThanOrEqualTo(one.countTogether() + other.countTogether())
              .isGreaterThanOrEqualTo(Math.max(one.countTogether(), other.countTogether()));
        });
  }

  @Test
  void neitherTheOrderNorDoingItTwiceMatters() {
    Property.forAll(
        500,
        random -> {
          PostsOnRecord a = record(random);
          PostsOnRecord b = record(random);
          PostsOnRecord c = record(random);
          PostsOnRecord both = PostsOnRecord.merged(a, b);
          assertThat(PostsOnRecord.merged(b, a)).isEqualTo(both);
          assertThat(PostsOnRecord.merged(both, a)).isEqualTo(both);
          assertThat(PostsOnRecord.merged(a, PostsOnRecord.NONE)).isEqualTo(a);
          assertThat(instants(PostsOnRecord.merged(both, c)))
              .isEqualTo(instants(PostsOnRecord.merged(a, PostsOnRecord.merged(b, c))));
        });
  }

  @Test
  void takenApartAtOnceEachIsWhatItWas() {
    Property.forAll(
        500,
        random -> {
          PostsOnRecord a = record(random);
          PostsOnRecord b = record(random);
          assertThat(PostsOnRecord.apart(a, b, PostsOnRecord.merged(a, b)))
              .isEqualTo(new Apart(a, b));
        });
  }

  @Test
  void whatWasAddedMeanwhileStaysWithBothAndCountsOnceAndWhatWasRemovedWithNeither() {
    Property.forAll(
        500,
        random -> {
          PostsOnRecord a = record(random);
          PostsOnRecord b = record(random);
          Map<PostUrl, Entry> posts = new HashMap<>(PostsOnRecord.merged(a, b).posts());
          List<PostUrl> addresses =
              posts.keySet().stream().sorted(Comparator.comparing(PostUrl::value)).toList();
          PostUrl removed = Property.oneOf(random, addresses);
          posts.remove(removed);
          PostUrl added = random.nextBoolean() ? removed : url(ADDRESSES);
          Entry later = new Entry("later", FIRST.plusDays(99), BEGIN.plusSeconds(99_999), true);
          posts.put(added, later);
          Apart apart = PostsOnRecord.apart(a, b, new PostsOnRecord(posts));
          assertThat(apart.survivor().posts()).containsEntry(added, later);
          assertThat(apart.absorbed().posts().get(added))
              .isEqualTo(new Entry("later", later.postedOn(), later.at(), false));
          if (!added.equals(removed)) {
            assertThat(apart.survivor().posts()).doesNotContainKey(removed);
            assertThat(apart.absorbed().posts()).doesNotContainKey(removed);
          }
          Set<PostUrl> others = new HashSet<>(a.posts().keySet());
          others.remove(removed);
          others.add(added);
          assertThat(apart.survivor().posts().keySet()).isEqualTo(others);
        });
  }

  @Test
  void aTitleGivenMeanwhileStays() {
    PostUrl url = url(1);
    PostsOnRecord a = one(url, new Entry(null, FIRST, BEGIN, true));
    PostsOnRecord b = one(url, new Entry(null, FIRST, BEGIN.plusSeconds(1), true));
    PostsOnRecord now = one(url, new Entry("What drift is", FIRST, BEGIN, true));
    Apart apart = PostsOnRecord.apart(a, b, now);
    assertThat(apart.survivor()).isEqualTo(now);
    assertThat(apart.absorbed())
        .isEqualTo(one(url, new Entry("What drift is", FIRST, BEGIN.plusSeconds(1), true)));
  }

  private static Map<PostUrl, Instant> instants(PostsOnRecord record) {
    Map<PostUrl, Instant> instants = new HashMap<>();
    record.posts().forEach((url, entry) -> instants.put(url, entry.at()));
    return instants;
  }

  private static PostsOnRecord one(PostUrl url, Entry entry) {
    return new PostsOnRecord(Map.of(url, entry));
  }

  private static PostUrl url(int number) {
    return new PostUrl("https://asha.example/" + number);
  }

  private static PostsOnRecord record(RandomGenerator random) {
    Map<PostUrl, Entry> posts = new HashMap<>();
    for (int i = random.nextInt(ADDRESSES) + 1; i > 0; i--) {
      int day = random.nextInt(5);
      posts.put(
          url(random.nextInt(ADDRESSES)),
          new Entry(
              random.nextInt(3) == 0 ? null : "title " + random.nextInt(3),
              FIRST.plusDays(day),
              BEGIN.plusSeconds(day * 86_400L + random.nextInt(3)),
              random.nextInt(5) > 0));
    }
    return new PostsOnRecord(posts);
  }
}
