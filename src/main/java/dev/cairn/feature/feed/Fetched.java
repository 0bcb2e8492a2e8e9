package dev.cairn.feature.feed;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of fetching a document. */
public sealed interface Fetched {

  /**
   * It is there.
   *
   * @param bytes at most as many as the fetcher's limit
   * @param contentType as the server says, or null
   * @param validators to ask next time whether it has changed
   * @param movedTo its new address, where the server says that it has moved for good
   */
  // The bytes are parsed at once; documents are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Document(
      byte[] bytes, @Nullable String contentType, Validators validators, Optional<URI> movedTo)
      implements Fetched {}

  /** It has not changed. */
  record Unchanged(Optional<URI> movedTo) implements Fetched {}

  /** The server says that it is gone for good. */
  record Gone() implements Fetched {}

  /** It could not be had. */
  record Failed(FeedProblem problem) implements Fetched {}
}
