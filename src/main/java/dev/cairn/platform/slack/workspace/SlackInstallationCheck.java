package dev.cairn.platform.slack.workspace;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.model.Usergroup;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.connection.InstallationCheck;
import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.api.SlackWeb;
import dev.cairn.platform.slack.render.Rendition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at what a workspace allows us. */
public final class SlackInstallationCheck implements InstallationCheck {
  /** Slack tells with each answer what its token may do. */
  private static final String GRANTED = "x-oauth-scopes";

  private static final List<String> TO_POST = List.of("chat:write");
  private static final List<String> TO_PIN = List.of("chat:write", "pins:write");
  private static final Finding HIDDEN =
      new Finding(
          Gravity.BROKEN,
          "The channel that I am to post in is gone, or hidden from me.",
          "Invite me there with /invite, or choose another one.");
  private static final Logger LOG = LoggerFactory.getLogger(SlackInstallationCheck.class);

  private final SlackWeb web;
  private final Workspaces workspaces;

  public SlackInstallationCheck(SlackWeb web, Workspaces workspaces) {
    this.web = web;
    this.workspaces = workspaces;
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public List<Finding> examine(String community, @Nullable String channel) {
    Optional<SlackInstallation> installation = workspaces.of(community);
    if (installation.isEmpty()) {
      return List.of(
          new Finding(
              Gravity.BROKEN, "I am not installed in this workspace.", "Install me again."));
    }
    String token = installation.get().botToken();
    try {
      List<Finding> findings = new ArrayList<>(channel == null ? List.of() : in(channel, token));
      findings.addAll(missing(web.once(token, client -> client.authTest(r -> r))));
      return Finding.orAllIsWell(findings);
    } catch (SlackFailure failure) {
      return List.of(
          new Finding(
              failure.kind() == SlackFailure.Kind.TOKEN ? Gravity.BROKEN : Gravity.LIMITED,
              "Slack does not tell me what I may do here: " + failure.code() + ".",
              failure.kind() == SlackFailure.Kind.TOKEN
                  ? "Install me again."
                  : "Try again in a minute."));
    }
  }

  @Override
  public List<Finding> obstacles(String community, Posts posts) {
    Optional<SlackInstallation> installation = workspaces.of(community);
    List<Finding> findings = new ArrayList<>(toPing(posts.ping()));
    if (installation.isEmpty()) {
      return findings;
    }
    String token = installation.get().botToken();
    try {
      findings.addAll(entering(posts.channel(), token));
      findings.addAll(
          missing(
              web.once(token, client -> client.authTest(r -> r)), posts.pin() ? TO_PIN : TO_POST));
      findings.addAll(gone(posts.ping(), token));
    } catch (SlackFailure failure) {
      LOG.info("whether we may post in {} is not known: {}", posts.channel(), failure.getMessage());
    }
    return findings;
  }

  /** A user group has an id where Slack named it, and only a name where it did not. */
  private static List<Finding> toPing(Value.@Nullable Role group) {
    return group == null || Rendition.USER_GROUP.matcher(group.id()).matches()
        ? List.of()
        : List.of(
            new Finding(
                Gravity.LIMITED,
                "Slack knows no user group @%s.".formatted(group.name()),
                "Type @ after ping: and pick the group from Slack's list."));
  }

  /** Slack takes a mention of a user group that is gone, and notifies nobody. */
  private List<Finding> gone(Value.@Nullable Role group, String token) {
    if (group == null || !Rendition.USER_GROUP.matcher(group.id()).matches()) {
      return List.of();
    }
    try {
      List<Usergroup> present =
          web.once(token, client -> client.usergroupsList(r -> r)).getUsergroups();
      return present == null || present.stream().anyMatch(it -> group.id().equals(it.getId()))
          ? List.of()
          : List.of(
              new Finding(
                  Gravity.LIMITED,
                  "The user group @%s is there no longer.".formatted(group.name()),
                  "Pick another for ping in daily set, from Slack's list, or none."));
    } catch (SlackFailure failure) {
      if (failure.kind() == SlackFailure.Kind.SCOPE) {
        return List.of();
      }
      throw failure;
    }
  }

  /**
   * Joins the channel where anybody may: we read it to find what was posted before a crash. A
   * private one that we are in says that it is private; any other hides.
   */
  private List<Finding> entering(String channel, String token) {
    try {
      web.once(token, client -> client.conversationsJoin(r -> r.channel(channel)));
      return List.of();
    } catch (SlackFailure failure) {
      return switch (failure.code()) {
        case "channel_not_found" -> List.of(HIDDEN);
        case "is_archived" ->
            List.of(new Finding(Gravity.BROKEN, "The channel is archived.", "Choose another one."));
        case "method_not_supported_for_channel_type", "missing_scope" -> List.of();
        default -> throw failure;
      };
    }
  }

  private static List<Finding> missing(AuthTestResponse answer) {
    return missing(answer, SlackScopes.BOT);
  }

  private static List<Finding> missing(AuthTestResponse answer, List<String> needed) {
    Map<String, List<String>> headers = answer.getHttpResponseHeaders();
    Set<String> granted =
        headers.entrySet().stream()
            .filter(header -> GRANTED.equalsIgnoreCase(header.getKey()))
            .flatMap(header -> header.getValue().stream())
            .flatMap(scopes -> Arrays.stream(scopes.split(",")))
            .map(String::strip)
            .collect(Collectors.toSet());
    if (granted.isEmpty()) {
      return List.of();
    }
    return SlackScopes.NEEDED.stream()
        .filter(scope -> needed.contains(scope.name()))
        .filter(scope -> !granted.contains(scope.name()))
        .map(scope ->
            new Finding(
                Gravity.LIMITED,
                "I lack the scope %s; I need it to %s.".formatted(scope.name(), scope.purpose()),
                "Put the present manifest into the app's settings, and install it again."))
        .toList();
  }

  /** Whether we see the channel: a private one hides from whoever is not in it. */
  private List<Finding> in(String channel, String token) {
    try {
      web.once(token, client -> client.conversationsHistory(r -> r.channel(channel).limit(1)));
    } catch (SlackFailure failure) {
      if (failure.code().equals("channel_not_found")) {
        return List.of(HIDDEN);
      }
      // In a public channel that we are not in we may write all the same.
      if (failure.kind() != SlackFailure.Kind.CHANNEL
          && failure.kind() != SlackFailure.Kind.SCOPE) {
        throw failure;
      }
    }
    return List.of();
  }
}
