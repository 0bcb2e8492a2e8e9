package dev.cairn.domain.blog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A learner's posts, and what becomes of them when two records turn out to be of one learner, and
 * when they are taken apart again.
 */
public record PostsOnRecord(Map<PostUrl, Entry> posts) {

  /** None. */
  public static final PostsOnRecord NONE = new PostsOnRecord(Map.of());

  public PostsOnRecord {
    posts = Collections.unmodifiableMap(new HashMap<>(posts));
  }

  /**
   * A post.
   *
   * @param title null where nobody told one
   * @param postedOn the study day on which it was counted
   * @param at when that was
   * @param countsTogether whether the community counts it; false where it counts with another of
   *     its members already
   */
  public record Entry(
      @Nullable String title, LocalDate postedOn, Instant at, boolean countsTogether)
      implements Comparable<Entry> {
    private static final Comparator<Entry> EARLIEST_FIRST =
        Comparator.comparing(Entry::at)
            .thenComparing(Entry::postedOn)
            .thenComparing(entry -> Objects.requireNonNullElse(entry.title(), ""));

    /** The earlier one first. */
    @Override
    public int compareTo(Entry other) {
      return EARLIEST_FIRST.compare(this, other);
    }

    private static Entry earlier(Entry one, Entry other) {
      Entry first = one.compareTo(other) <= 0 ? one : other;
      Entry second = first.equals(one) ? other : one;
      return new Entry(
          first.title == null ? second.title : first.title,
          first.postedOn,
          first.at,
          one.countsTogether || other.countsTogether);
    }

    private Entry titled(@Nullable String changed) {
      return new Entry(changed, postedOn, at, countsTogether);
    }

    private Entry countedElsewhere() {
      return new Entry(title, postedOn, at, false);
    }
  }

  /** The records of two who were one. */
  public record Apart(PostsOnRecord survivor, PostsOnRecord absorbed) {}

  /** How many posts there are. */
  public int count() {
    return posts.size();
  }

  /** How many of them the community counts. */
  public int countTogether() {
    return (int) posts.values().stream().filter(Entry::countsTogether).count();
  }

  /**
   * Both records as one: each address once, as the earlier post, with a title if either has one.
   */
  public static PostsOnRecord merged(PostsOnRecord one, PostsOnRecord other) {
    Map<PostUrl, Entry> both = new HashMap<>(one.posts);
    other.posts.forEach((url, entry) -> both.merge(url, entry, Entry::earlier));
    return new PostsOnRecord(both);
  }

  /**
   * What two records that were put together are when they are taken apart: each what it was, with
   * everything that has happened since. A post added meanwhile stays with both, and the community
   * counts it once; one removed meanwhile is lost to both.
   *
   * @param survivor the one record as it was
   * @param absorbed the other as it was
   * @param now what both have become
   */
  public static Apart apart(PostsOnRecord survivor, PostsOnRecord absorbed, PostsOnRecord now) {
    PostsOnRecord together = merged(survivor, absorbed);
    Map<PostUrl, Entry> ofSurvivor = survivor.kept(together, now);
    Map<PostUrl, Entry> ofAbsorbed = absorbed.kept(together, now);
    now.posts.forEach((url, entry) -> {
      if (!together.has(url, entry)) {
        ofSurvivor.put(url, entry);
        ofAbsorbed.put(url, entry.countedElsewhere());
      }
    });
    return new Apart(new PostsOnRecord(ofSurvivor), new PostsOnRecord(ofAbsorbed));
  }

  /** One that was removed and added again is another. */
  private boolean has(PostUrl url, Entry entry) {
    Entry own = posts.get(url);
    return own != null && own.at.equals(entry.at);
  }

  private Map<PostUrl, Entry> kept(PostsOnRecord together, PostsOnRecord now) {
    Map<PostUrl, Entry> kept = new HashMap<>();
    posts.forEach((url, own) -> {
      Entry current = now.posts.get(url);
      Entry before = Objects.requireNonNull(together.posts.get(url));
      if (current != null && together.has(url, current)) {
        kept.put(
            url, Objects.equals(current.title, before.title) ? own : own.titled(current.title));
      }
    });
    return kept;
  }
}
