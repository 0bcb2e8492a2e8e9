package dev.cairn.platform.slack.receive;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.event.Event;
import dev.cairn.platform.slack.api.Interaction;
import dev.cairn.platform.slack.api.ResponseUrl;
import dev.cairn.platform.slack.render.FormOrigin;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads Slack's payloads as interactions.
 *
 * <p>An interaction's id is Slack's trigger or event id with a digest of what was sent: a repeated
 * delivery repeats both.
 */
public final class Interactions {
  /** Beyond this the time that Slack gives is not the time at which it happened. */
  private static final Duration BELIEVABLE = Duration.ofHours(3);

  private static final int DIGEST_BYTES = 6;

  private final InstantSource clock;

  public Interactions(InstantSource clock) {
    this.clock = clock;
  }

  Interaction of(SlashCommandPayload payload, String body) {
    Instant now = clock.instant();
    String channel = payload.getChannelId();
    return new Interaction(
        id(payload.getTriggerId(), body),
        blankAsNull(payload.getEnterpriseId()),
        Objects.requireNonNullElse(payload.getTeamId(), ""),
        payload.getUserId(),
        name(payload.getUserName(), payload.getUserId()),
        payload.getTeamDomain(),
        now,
        new Interaction.Place(
            channel,
            "directmessage".equals(payload.getChannelName()),
            null,
            null,
            false,
            responseUrl(payload.getResponseUrl(), now),
            payload.getTriggerId(),
            null));
  }

  Interaction of(BlockActionPayload payload, String body) {
    Instant now = clock.instant();
    BlockActionPayload.Container container = payload.getContainer();
    BlockActionPayload.User user = payload.getUser();
    String message =
        payload.getMessage() != null
            ? payload.getMessage().getTs()
            : container == null ? null : container.getMessageTs();
    String channel =
        payload.getChannel() != null
            ? payload.getChannel().getId()
            : container == null ? null : container.getChannelId();
    String thread = payload.getMessage() == null ? null : payload.getMessage().getThreadTs();
    boolean ephemeral = container != null && container.isEphemeral();
    return new Interaction(
        id(payload.getTriggerId(), body),
        enterprise(payload),
        team(payload),
        user.getId(),
        name(name(user.getName(), user.getUsername()), user.getId()),
        payload.getTeam() == null ? null : payload.getTeam().getDomain(),
        at(payload.getActions().getFirst().getActionTs(), now),
        new Interaction.Place(
            channel,
            channel != null && channel.startsWith("D"),
            thread,
            ephemeral && payload.getResponseUrl() == null ? null : message,
            ephemeral,
            responseUrl(payload.getResponseUrl(), now),
            payload.getTriggerId(),
            view(payload)));
  }

  Interaction of(ViewSubmissionPayload payload, FormOrigin form, String body) {
    Instant now = clock.instant();
    ViewSubmissionPayload.User user = payload.getUser();
    ViewSubmissionPayload.Team team = payload.getTeam();
    String theirs = team == null ? Objects.requireNonNullElse(user.getTeamId(), "") : team.getId();
    String ours = Objects.requireNonNullElse(payload.getView().getAppInstalledTeamId(), theirs);
    String enterprise =
        payload.getEnterprise() != null
            ? payload.getEnterprise().getId()
            : team == null ? null : team.getEnterpriseId();
    return new Interaction(
        id(payload.getTriggerId(), body),
        // Of a form in a shared channel it is the enterprise of whoever filled it in.
        ours.equals(theirs) ? enterprise : null,
        ours,
        user.getId(),
        name(name(user.getName(), user.getUsername()), user.getId()),
        team == null ? null : team.getDomain(),
        now,
        form.place(null, now));
  }

  Interaction of(BlockSuggestionPayload payload) {
    BlockSuggestionPayload.User user = payload.getUser();
    BlockSuggestionPayload.Team team = payload.getTeam();
    return new Interaction(
        "slack:suggestion",
        payload.getEnterprise() != null
            ? payload.getEnterprise().getId()
            : team == null ? null : team.getEnterpriseId(),
        team == null ? Objects.requireNonNullElse(user.getTeamId(), "") : team.getId(),
        user.getId(),
        name(name(user.getName(), user.getUsername()), user.getId()),
        team == null ? null : team.getDomain(),
        clock.instant(),
        Interaction.Place.NOWHERE);
  }

  Interaction of(
      EventsApiPayload<? extends Event> payload,
      String user,
      @Nullable String timestamp,
      Interaction.Place place) {
    List<Authorization> authorizations = payload.getAuthorizations();
    Authorization first =
        authorizations == null || authorizations.isEmpty() ? null : authorizations.getFirst();
    boolean elsewhere = first != null && isFromElsewhere(payload, first);
    String enterprise =
        payload.getEnterpriseId() != null && !elsewhere
            ? payload.getEnterpriseId()
            : first == null ? null : first.getEnterpriseId();
    String team =
        payload.getTeamId() != null && !elsewhere
            ? payload.getTeamId()
            : first == null ? "" : Objects.requireNonNullElse(first.getTeamId(), "");
    String id =
        payload.getEventId() == null
            ? "slack:" + team + ":" + place.channel() + ":" + timestamp
            : "slack:" + payload.getEventId();
    return new Interaction(
        id, blankAsNull(enterprise), team, user, user, null, at(timestamp, clock.instant()), place);
  }

  /**
   * Whether the event happened in a channel that another workspace shares with ours: then the
   * payload names theirs, and only the authorization ours. A whole organisation's authorization
   * names no workspace to go by.
   */
  private static boolean isFromElsewhere(EventsApiPayload<?> payload, Authorization ours) {
    return ours.getTeamId() != null
        && !ours.getTeamId().equals(payload.getTeamId())
        && !Boolean.TRUE.equals(ours.getIsEnterpriseInstall());
  }

  private static @Nullable String enterprise(BlockActionPayload payload) {
    if (payload.getEnterprise() != null) {
      return payload.getEnterprise().getId();
    }
    return payload.getTeam() == null ? null : payload.getTeam().getEnterpriseId();
  }

  private static String team(BlockActionPayload payload) {
    return payload.getTeam() == null
        ? Objects.requireNonNullElse(payload.getUser().getTeamId(), "")
        : payload.getTeam().getId();
  }

  private static @Nullable String view(BlockActionPayload payload) {
    if (payload.getView() == null) {
      return null;
    }
    return "home".equals(payload.getView().getType())
        ? Interaction.Place.HOME
        : payload.getView().getId();
  }

  /** The instant in a Slack timestamp, where it can be believed. */
  private static Instant at(@Nullable String timestamp, Instant now) {
    try {
      if (timestamp == null) {
        return now;
      }
      BigDecimal seconds = new BigDecimal(timestamp);
      Instant at =
          Instant.ofEpochSecond(
              seconds.longValue(), seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
      return Duration.between(at, now).abs().compareTo(BELIEVABLE) <= 0 ? at : now;
    } catch (NumberFormatException odd) {
      return now;
    }
  }

  private static @Nullable ResponseUrl responseUrl(@Nullable String url, Instant now) {
    return url == null || url.isBlank() ? null : new ResponseUrl(url, now);
  }

  private static String id(@Nullable String given, String body) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      String of = HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
      return "slack:" + (given == null ? "" : given + ":") + of;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String name(@Nullable String name, @Nullable String otherwise) {
    return name != null && !name.isBlank() ? name : Objects.requireNonNullElse(otherwise, "");
  }

  private static @Nullable String blankAsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
