package dev.cairn.feature.feed;

import dev.cairn.feature.blog.Post;
import dev.cairn.feature.feed.FeedDocument.UnreadableFeedException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an address answers that a member named as a feed. */
public final class FeedFuzz {
  private static final URI ADDRESS = URI.create("https://blog.example/feed");

  private FeedFuzz() {}

  /** It is read within its bounds, or it is no feed. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    FeedDocument feed;
    try {
      feed =
          FeedDocument.read(
              new Fetched.Document(bytes, "application/xml", Validators.NONE, Optional.empty()),
              ADDRESS);
    } catch (UnreadableFeedException told) {
      return;
    }
    if (feed.entries().size() > BoundedFeed.ENTRIES) {
      throw new IllegalStateException(feed.entries().size() + " entries");
    }
    requireOneLine(feed.title());
    for (FeedEntry entry : feed.entries()) {
      requireOneLine(entry.title());
    }
  }

  private static void requireOneLine(@Nullable String title) {
    if (title != null
        && (title.isBlank()
            || title.length() > Post.LONGEST_TITLE
            || title.chars().anyMatch(Character::isISOControl))) {
      throw new IllegalStateException("a title that cannot be shown: " + title);
    }
  }
}
