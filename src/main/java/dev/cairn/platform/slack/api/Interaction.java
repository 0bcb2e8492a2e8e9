package dev.cairn.platform.slack.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody addressed us: what Slack says of it, whatever the way it came.
 *
 * @param id the same for every delivery of it
 * @param enterprise or null
 * @param team the workspace
 * @param user who
 * @param userName what the request calls them
 * @param teamName what the request calls the workspace, or null
 * @param at when
 * @param place where, and how to answer there
 */
public record Interaction(
    String id,
    @Nullable String enterprise,
    String team,
    String user,
    String userName,
    @Nullable String teamName,
    Instant at,
    Place place) {

  /**
   * Where somebody addressed us.
   *
   * @param channel or null where there is none
   * @param direct whether the channel is our private conversation with them
   * @param thread the message under which it happened, or null
   * @param message the message whose control was used, or null
   * @param ephemeral whether that message is seen by them alone, and cannot be edited
   * @param responseUrl or null where Slack gave none
   * @param trigger lets us open a modal for three seconds, or null
   * @param view the modal whose control was used, {@link #HOME} for App Home, or null
   */
  public record Place(
      @Nullable String channel,
      boolean direct,
      @Nullable String thread,
      @Nullable String message,
      boolean ephemeral,
      @Nullable ResponseUrl responseUrl,
      @Nullable String trigger,
      @Nullable String view) {

    /** App Home, which is no modal. */
    public static final String HOME = "home";

    /** Where nothing can be answered. */
    public static final Place NOWHERE = new Place(null, false, null, null, false, null, null, null);

    /** Where somebody wrote to us or of us. */
    public static Place message(String channel, boolean direct, @Nullable String thread) {
      return new Place(channel, direct, thread, null, false, null, null, null);
    }
  }
}
