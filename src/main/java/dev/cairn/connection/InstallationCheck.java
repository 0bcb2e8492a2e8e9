package dev.cairn.connection;

import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out what keeps us from working well in a community. One for each connected platform. */
public interface InstallationCheck {

  /** The platform it knows. */
  Platform platform();

  /**
   * Looks at what we may do. Blocks; call it on a virtual thread.
   *
   * @param community the platform's own id of the community
   * @param channel the platform's own id of the channel that we are to post in, or null where none
   *     is chosen yet
   * @return what was found, good or not, the gravest first
   */
  List<Finding> examine(String community, @Nullable String channel);

  /**
   * Looks at what keeps us from posting in a channel. Blocks; call it on a virtual thread.
   *
   * @return empty where nothing does, and where the platform does not tell just now
   */
  default List<Finding> obstacles(String community, Posts posts) {
    return List.of();
  }

  /**
   * What we are to post.
   *
   * @param channel the platform's own id of the channel
   * @param thread whether a thread is to be opened below each post
   * @param pin whether each post is to be pinned
   * @param ping the role that each post is to mention, or null for none
   */
  record Posts(String channel, boolean thread, boolean pin, Value.@Nullable Role ping) {}

  /**
   * Something found.
   *
   * @param what in words a moderator understands
   * @param remedy how to fix it, or null if nothing is wrong
   */
  record Finding(Gravity gravity, String what, @Nullable String remedy) {
    private static final Finding ALL_IS_WELL =
        new Finding(Gravity.FINE, "I may do all that I need to.", null);

    /** What was found, the gravest first; that all is well, where that is nothing. */
    public static List<Finding> orAllIsWell(List<Finding> findings) {
      return findings.isEmpty()
          ? List.of(ALL_IS_WELL)
          : findings.stream().sorted(Comparator.comparing(Finding::gravity)).toList();
    }
  }

  /** How bad it is. */
  enum Gravity {
    /** Without it we cannot work. */
    BROKEN,
    /** Without it something is missing that members would like. */
    LIMITED,
    /** All is well. */
    FINE;

    /** The name in machine-readable output: lower case. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
