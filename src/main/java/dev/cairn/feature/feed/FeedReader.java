package dev.cairn.feature.feed;

import dev.cairn.feature.feed.FeedDocument.UnreadableFeedException;
import java.net.URI;

/** Reads feeds from where they are. */
public final class FeedReader {
  private final FeedFetcher fetcher;

  public FeedReader(FeedFetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * Reads a feed. Blocks while it is fetched.
   *
   * @param validators of what was read before
   */
  public Reading read(URI address, Validators validators) {
    return switch (fetcher.fetch(address, validators)) {
      case Fetched.Document document -> read(document, address);
      case Fetched.Unchanged(var movedTo) -> new Reading.Unchanged(movedTo);
      case Fetched.Gone() -> new Reading.Gone();
      case Fetched.Failed(FeedProblem problem) -> new Reading.Failed(problem);
    };
  }

  private static Reading read(Fetched.Document document, URI address) {
    try {
      return new Reading.Read(
          FeedDocument.read(document, address), document.validators(), document.movedTo());
    } catch (UnreadableFeedException unreadable) {
      return new Reading.Failed(unreadable.problem());
    }
  }
}
