package dev.cairn.feature.feed;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave with a document, to ask later whether it has changed.
 *
 * @param etag as the server wrote it, or null
 * @param lastModified as the server wrote it, or null
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  /** Nothing has been fetched yet. */
  public static final Validators NONE = new Validators(null, null);

  private static final int LONGEST_ETAG = 500;
  private static final int LONGEST_DATE = 100;

  public Validators {
    // One that is too long to keep is none: the document is simply fetched again.
    etag = etag != null && etag.length() > LONGEST_ETAG ? null : etag;
    lastModified =
        lastModified != null && lastModified.length() > LONGEST_DATE ? null : lastModified;
  }
}
