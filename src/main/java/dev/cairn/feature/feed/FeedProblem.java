package dev.cairn.feature.feed;

/** Why a feed could not be read. */
public enum FeedProblem {
  /** What we have is no address of http or https, or it bears a password. */
  BAD_ADDRESS("its address is not one I can follow: it must begin with http:// or https://", true),
  /** It leads to a machine that is not on the public Internet. */
  PRIVATE_ADDRESS("its address is in a private network, which I do not read", true),
  /** Nothing is known under its name. */
  UNKNOWN_HOST("there is no server of that name", false),
  /** The server does not answer, or hangs up. */
  UNREACHABLE("its server does not answer", false),
  /** The server's certificate does not prove who it is. */
  INSECURE("its server's certificate is not valid", false),
  /** It did not arrive in time. */
  TOO_SLOW("its server is too slow", false),
  /** It is larger than we read. */
  TOO_LARGE("it is larger than 1 MiB", true),
  /** It is forwarded without end. */
  TOO_MANY_REDIRECTS("its server redirects me endlessly", false),
  /** The server answers with an error. */
  REFUSED("its server answers with an error", false),
  /** There is nothing at the address. */
  NOT_FOUND("there is nothing at its address", false),
  /** It is a page for people, a picture or anything else that no feed comes as. */
  NOT_A_FEED(
      "it is not an RSS or Atom feed; the feed often has a different address from the blog", true),
  /** It begins like a feed and breaks its rules. */
  MALFORMED("its XML is broken, or has a DOCTYPE, which I do not read", true);

  private final String words;
  private final boolean lasting;

  FeedProblem(String words, boolean lasting) {
    this.words = words;
    this.lasting = lasting;
  }

  /** What is wrong, as half a sentence. */
  public String words() {
    return words;
  }

  /** Whether trying again is no use until somebody changes something. */
  public boolean isLasting() {
    return lasting;
  }
}
