package dev.cairn.connection;

import java.util.List;

/** Knows the forums of a platform: channels in which each post is a thread of its own. */
public interface ForumLookup {

  /**
   * The forums of a community, as far as we see them.
   *
   * @param community the platform's own id of it
   */
  List<Forum> forums(String community);

  /**
   * A forum.
   *
   * @param channel the platform's own id of it
   * @param tagged whether each of its posts must have a tag
   * @param tags those that we may put on a post
   * @param reserved the names of those that only its moderators may put on a post, and we may not
   */
  record Forum(String channel, boolean tagged, List<Tag> tags, List<String> reserved) {
    public Forum {
      tags = List.copyOf(tags);
      reserved = List.copyOf(reserved);
    }
  }

  /**
   * A tag of a forum's posts.
   *
   * @param id the platform's own id of it
   * @param name what it is called there
   */
  record Tag(String id, String name) {}
}
