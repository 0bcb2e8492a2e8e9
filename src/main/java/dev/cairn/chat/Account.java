package dev.cairn.chat;

/**
 * Somebody as one platform knows them.
 *
 * @param platform where the account lives
 * @param community the platform's own id of the community: a Discord guild, a Slack workspace (with
 *     its enterprise, where there is one), the name of a local community
 * @param user the platform's own id of the user
 * @param name the name to show, as the platform gave it; never trusted as markup
 */
public record Account(Platform platform, String community, String user, String name) {
  public Account {
    name = Direction.cleaned(name);
  }

  /** Whether both are the same account, whatever name they were shown with. */
  public boolean isSameAs(Account other) {
    return platform == other.platform
        && community.equals(other.community)
        && user.equals(other.user);
  }
}
