package dev.cairn.platform.slack.api;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Slack did not do what we asked. */
public final class SlackFailure extends RuntimeException {
  private final Kind kind;
  private final String code;
  private final @Nullable Duration retryAfter;

  /** What can be done about it. */
  public enum Kind {
    /** Wait. */
    LIMITED,
    /** Slack or the way to it is down; try again later. */
    DOWN,
    /** We are no longer let in, until somebody installs us again. */
    TOKEN,
    /** A permission is missing, until somebody grants it. */
    SCOPE,
    /** Not in this channel. */
    CHANNEL,
    /** Not to this member. */
    USER,
    /** What we sent is not to Slack's liking on this surface. */
    CONTENT,
    /** The {@code trigger_id} was used or is older than three seconds. */
    TRIGGER,
    /** The {@code response_url} was used up or is older than 30 minutes. */
    SPENT,
    /** Anything else. */
    OTHER;

    static Kind of(String code) {
      return switch (code) {
        case "ratelimited", "rate_limited", "message_limit_exceeded" -> LIMITED;
        case "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org",
            "org_login_required" ->
            DOWN;
        case "token_revoked",
            "invalid_auth",
            "account_inactive",
            "not_authed",
            "token_expired",
            "invalid_token" ->
            TOKEN;
        case "missing_scope",
            "no_permission",
            "not_allowed_token_type",
            "team_access_not_granted" ->
            SCOPE;
        case "channel_not_found",
            "not_in_channel",
            "is_archived",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "restricted_action_non_threadable_channel",
            "method_not_supported_for_channel_type",
            "cannot_reply_to_message",
            "thread_not_found",
            "message_not_found",
            "cant_update_message",
            "edit_window_closed" ->
            CHANNEL;
        case "user_not_found",
            "users_not_found",
            "user_not_in_channel",
            "user_not_visible",
            "user_disabled",
            "cannot_dm_bot",
            "messages_tab_disabled",
            "not_enabled" ->
            USER;
        case "invalid_blocks",
            "invalid_blocks_format",
            "invalid_attachments",
            "msg_too_long",
            "msg_blocks_too_long",
            "too_many_attachments",
            "no_text",
            "view_too_large" ->
            CONTENT;
        case "expired_trigger_id",
            "trigger_expired",
            "exchanged_trigger_id",
            "trigger_exchanged",
            "invalid_trigger_id",
            "invalid_trigger" ->
            TRIGGER;
        case "used_url", "expired_url", "invalid_url" -> SPENT;
        default -> OTHER;
      };
    }
  }

  /**
   * A failure.
   *
   * @param code Slack's own word for it
   * @param retryAfter how long Slack wants us to wait, or null where it did not say
   */
  public SlackFailure(
      Kind kind, String code, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(cause);
    this.kind = kind;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public static SlackFailure of(String code) {
    return new SlackFailure(Kind.of(code), code, null, null);
  }

  @Override
  public String getMessage() {
    return getCause() instanceof IOException unreachable
        ? "Slack did not answer: " + unreachable
        : "Slack answered " + code;
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  /** How long Slack wants us to wait, or null where it did not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
