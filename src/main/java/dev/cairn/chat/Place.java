package dev.cairn.chat;

/**
 * Where a community lives.
 *
 * @param id the platform's own id of it: a Discord guild, a Slack workspace, a local name
 */
public record Place(Platform platform, String id) {
  private static final char AFTER_PLATFORM = '/';

  /** The place of a key. */
  public static Place ofKey(String key) {
    int end = key.indexOf(AFTER_PLATFORM);
    return new Place(Platform.ofKey(key.substring(0, end)), key.substring(end + 1));
  }

  /** Where the community of an account lives. */
  public static Place of(Account account) {
    return new Place(account.platform(), account.community());
  }

  /** A channel of the community, by the platform's own id. */
  public ChannelRef channel(String id) {
    return new ChannelRef(this, id);
  }

  /** One text that no other place has. */
  public String key() {
    return platform.key() + AFTER_PLATFORM + id;
  }
}
