package dev.cairn.chat;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whoever gives a command.
 *
 * @param account who they are on their platform
 * @param communityName what the community is called there, or null where the platform did not say
 * @param moderator whether the platform says that they may moderate the community
 * @param locale the language and region that the platform reports for them
 * @param zone the time zone that the platform reports for them, or null where it reports none
 */
public record Caller(
    Account account,
    @Nullable String communityName,
    boolean moderator,
    Locale locale,
    @Nullable ZoneId zone) {
  public Caller {
    communityName = communityName == null ? null : Direction.cleaned(communityName);
  }
}
