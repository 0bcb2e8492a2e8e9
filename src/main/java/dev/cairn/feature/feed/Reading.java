package dev.cairn.feature.feed;

import java.net.URI;
import java.util.Optional;

/** What came of reading a feed. */
public sealed interface Reading {

  /**
   * It says something.
   *
   * @param validators to ask next time whether it has changed
   * @param movedTo its new address, where it has moved for good
   */
  record Read(FeedDocument document, Validators validators, Optional<URI> movedTo)
      implements Reading {}

  /** It has not changed. */
  record Unchanged(Optional<URI> movedTo) implements Reading {}

  /** It is gone for good. */
  record Gone() implements Reading {}

  /** It could not be read. */
  record Failed(FeedProblem problem) implements Reading {}
}
