package dev.cairn.platform.slack.answer;

import com.google.gson.JsonObject;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import dev.cairn.chat.Audience;
import dev.cairn.platform.slack.api.Interaction;
import dev.cairn.platform.slack.api.ResponseUrl;
import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.api.SlackWeb;
import dev.cairn.platform.slack.render.SlackMessage;
import dev.cairn.platform.slack.workspace.SlackInstallation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ways to whoever addressed us, best first. The {@code response_url} works everywhere, needs no
 * membership and no token; then the channel itself; then a direct message, which is private and
 * always there.
 */
final class AnswerRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerRoutes.class);

  private final SlackWeb web;
  private final SlackInstallation installation;
  private final Interaction interaction;
  private final Interaction.Place place;

  AnswerRoutes(SlackWeb web, SlackInstallation installation, Interaction interaction) {
    this.web = web;
    this.installation = installation;
    this.interaction = interaction;
    this.place = interaction.place();
  }

  /**
   * The ways for an answer of its own.
   *
   * @param uploads whether it shows uploaded pictures, which a {@code response_url} does not take
   *     and therefore comes later
   */
  List<AnswerRoute> to(Audience audience, boolean uploads) {
    Stream<AnswerRoute> responseUrl = responseUrl(audience, false);
    Stream<AnswerRoute> channel = channel(audience);
    return Stream.of(
            uploads ? channel : responseUrl, uploads ? responseUrl : channel, Stream.of(direct()))
        .flatMap(ways -> ways)
        .toList();
  }

  /**
   * The ways to take the place of the message whose control was used.
   *
   * @param uploads whether it shows uploaded pictures
   */
  List<AnswerRoute> inPlace(boolean uploads) {
    Stream<AnswerRoute> responseUrl = responseUrl(Audience.CALLER, true);
    Stream<AnswerRoute> edit = place.ephemeral() ? Stream.empty() : edit();
    if (!uploads) {
      return Stream.concat(responseUrl, edit).toList();
    }
    return Stream.of(edit, place.ephemeral() ? anew() : Stream.<AnswerRoute>empty(), responseUrl)
        .flatMap(ways -> ways)
        .toList();
  }

  /** What only its reader sees cannot be changed but by a {@code response_url}: shown anew. */
  private Stream<AnswerRoute> anew() {
    String channel = place.channel();
    ResponseUrl url = place.responseUrl();
    if (channel == null || url == null) {
      return Stream.empty();
    }
    AnswerRoute again = ephemeral(channel);
    return Stream.of(
        route(
            again.name() + " and delete_original",
            true,
            message -> {
              again.send(message);
              JsonObject body = new JsonObject();
              body.addProperty("delete_original", true);
              try {
                web.respond(url, body);
              } catch (SlackFailure failure) {
                LOG.info("the message before is still there: {}", failure.getMessage());
              }
            }));
  }

  private Stream<AnswerRoute> responseUrl(Audience audience, boolean replace) {
    ResponseUrl url = place.responseUrl();
    if (url == null) {
      return Stream.empty();
    }
    return Stream.of(
        route(
            "response_url",
            false,
            message -> {
              JsonObject body = new JsonObject();
              body.addProperty("response_type", responseType(audience));
              if (place.message() != null || replace) {
                body.addProperty("replace_original", replace);
              }
              if (place.thread() != null && !replace) {
                body.addProperty("thread_ts", place.thread());
              }
              body.addProperty("text", message.text());
              if (!message.blocks().isEmpty()) {
                body.add("blocks", message.blocks());
              }
              web.respond(url, body);
            }));
  }

  private static String responseType(Audience audience) {
    return switch (audience) {
      case EVERYONE -> "in_channel";
      case CALLER -> "ephemeral";
    };
  }

  private Stream<AnswerRoute> edit() {
    String channel = place.channel();
    String original = place.message();
    if (channel == null || original == null) {
      return Stream.empty();
    }
    return Stream.of(
        route(
            "chat.update",
            true,
            message ->
                web.patiently(
                    installation.botToken(),
                    client ->
                        client.chatUpdate(r ->
                            r.channel(channel)
                                .ts(original)
                                .text(message.text())
                                .blocksAsString(message.blocksAsString())))));
  }

  private Stream<AnswerRoute> channel(Audience audience) {
    String channel = place.channel();
    if (channel == null) {
      return Stream.empty();
    }
    return Stream.of(
        audience == Audience.EVERYONE || place.direct() ? post(channel) : ephemeral(channel));
  }

  private AnswerRoute post(String channel) {
    return route("chat.postMessage", true, message -> post(channel, message));
  }

  private void post(String channel, SlackMessage message) {
    web.patiently(
        installation.botToken(),
        client ->
            client.chatPostMessage(r ->
                r.channel(channel)
                    .threadTs(channel.equals(place.channel()) ? place.thread() : null)
                    .text(message.text())
                    .blocksAsString(message.blocksAsString())));
  }

  private AnswerRoute ephemeral(String channel) {
    return route(
        "chat.postEphemeral",
        true,
        message ->
            web.patiently(
                installation.botToken(),
                client ->
                    client.chatPostEphemeral(r ->
                        r.channel(channel)
                            .user(interaction.user())
                            .threadTs(place.thread())
                            .text(message.text())
                            .blocksAsString(message.blocksAsString()))));
  }

  private AnswerRoute direct() {
    return route(
        "a direct message",
        true,
        message -> {
          ConversationsOpenResponse opened =
              web.patiently(
                  installation.botToken(),
                  client -> client.conversationsOpen(r -> r.users(List.of(interaction.user()))));
          post(opened.getChannel().getId(), message);
        });
  }

  @Override
  public String toString() {
    return interaction.id();
  }

  private static AnswerRoute route(
      String name, boolean takesUploads, Consumer<SlackMessage> sending) {
    return new AnswerRoute() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public boolean takesUploads() {
        return takesUploads;
      }

      @Override
      public void send(SlackMessage message) {
        sending.accept(message);
      }
    };
  }
}
