package dev.cairn.feature.feed;

import dev.cairn.domain.blog.PostUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed.
 *
 * @param guid by which the feed itself names it, or null
 * @param link where it is, or null
 * @param title what it is called, or null
 * @param publishedAt when, or null
 */
public record FeedEntry(
    @Nullable String guid,
    @Nullable String link,
    @Nullable String title,
    @Nullable Instant publishedAt) {

  /** Where the post is; empty where the entry leads to none. */
  public Optional<PostUrl> url() {
    return Optional.ofNullable(link).filter(FeedEntry::isUri).flatMap(PostUrl::of);
  }

  private static boolean isUri(String text) {
    try {
      new URI(text);
      return true;
    } catch (URISyntaxException unusable) {
      return false;
    }
  }

  /**
   * What names this entry: an entry of which one is known is known. A feed that moves may change
   * guids and links, but hardly what was published under which title when; a title alone names an
   * entry that has nothing else.
   */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    if (guid != null) {
      keys.add("guid " + guid);
    }
    url().ifPresent(address -> keys.add("link " + address.value()));
    if (title != null && (publishedAt != null || keys.isEmpty())) {
      keys.add("title " + title + " " + publishedAt);
    }
    return keys;
  }
}
