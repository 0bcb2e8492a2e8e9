package dev.cairn.platform.discord.api;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.InteractionExpiredException;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.exceptions.PermissionException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import org.jspecify.annotations.Nullable;

/**
 * Why Discord did not do what we asked.
 *
 * @param reason in one word
 * @param told what Discord said, for the log
 * @param retryAfter how long it wants us to wait, or null where it did not say
 */
public record DiscordFailure(Reason reason, String told, @Nullable Duration retryAfter) {
  /** What to make of a failure. */
  public enum Reason {
    /** The interaction waited too long for its first answer (10062). */
    TOO_LATE,
    /** The interaction has a first answer already (40060). */
    ANSWERED,
    /** The token of the interaction is older than 15 minutes (50027, 10015). */
    EXPIRED,
    /** The message or the channel is no longer there (10003, 10008). */
    GONE,
    /** We may not do that there (50001, 50013). */
    FORBIDDEN,
    /** The member takes no messages from us (50007, 50278), or has no account (10013, 50033). */
    CLOSED,
    /** Too much at once (429). */
    LIMITED,
    /** Discord is down or cannot be reached. */
    DOWN,
    /** It was done before (160004, 40033). */
    DONE,
    /** It was done, and Discord's word on it cannot be read. */
    TAKEN,
    /** Anything else: most likely our fault. */
    OTHER
  }

  /** Makes something of what JDA threw. */
  public static DiscordFailure of(Throwable thrown) {
    return switch (thrown) {
      case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
      case ExecutionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
      case RateLimitedException limited ->
          new DiscordFailure(
              Reason.LIMITED, told(limited), Duration.ofMillis(limited.getRetryAfter()));
      case InteractionExpiredException expired -> failure(Reason.EXPIRED, expired);
      case InsufficientPermissionException forbidden ->
          new DiscordFailure(
              Reason.FORBIDDEN, "lacks " + forbidden.getPermission().getName(), null);
      case PermissionException forbidden -> failure(Reason.FORBIDDEN, forbidden);
      case ErrorResponseException response -> of(response);
      case ParsingException unreadable -> failure(Reason.TAKEN, unreadable);
      case IOException unreachable -> failure(Reason.DOWN, unreachable);
      default -> failure(Reason.OTHER, thrown);
    };
  }

  private static DiscordFailure of(ErrorResponseException response) {
    if (response.getCause() instanceof ParsingException unreadable) {
      return failure(Reason.TAKEN, unreadable);
    }
    Reason byStatus =
        response.getResponse().code >= 500 || response.getResponse().isError()
            ? Reason.DOWN
            : Reason.OTHER;
    Reason reason =
        switch (response.getErrorCode()) {
          case 10062 -> Reason.TOO_LATE;
          case 40060 -> Reason.ANSWERED;
          case 50027, 10015 -> Reason.EXPIRED;
          case 10003, 10008, 10004 -> Reason.GONE;
          case 50001, 50013 -> Reason.FORBIDDEN;
          case 50007, 50278, 10013, 50033 -> Reason.CLOSED;
          case 160004, 40033 -> Reason.DONE;
          default -> byStatus;
        };
    return failure(reason, response);
  }

  private static DiscordFailure failure(Reason reason, Throwable thrown) {
    return new DiscordFailure(reason, told(thrown), null);
  }

  private static String told(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
  }
}
