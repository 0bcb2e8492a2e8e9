package dev.cairn.platform.slack.answer;

import com.google.gson.JsonObject;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import dev.cairn.chat.Audience;
import dev.cairn.platform.slack.receive.Interaction;
import dev.cairn.platform.slack.render.SlackMessage;
import dev.cairn.platform.slack.send.SlackWeb;
import dev.cairn.platform.slack.workspace.SlackInstallation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The ways to whoever addressed us, best first. The {@code response_url} works everywhere, needs no
 * membership and no token; then the channel itself; then a direct message, which is private and
 * always there.
 */
final class AnswerRoutes {
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
   */
  List<AnswerRoute> to(Audience audience, boolean uploads) {
    Stream<AnswerRoute> responseUrl = responseUrl(audience, false);
    Stream<AnswerRoute> channel = channel(audience);
    return Stream.of(
            uploads ? channel : responseUrl, uploads ? responseUrl : channel, Stream.of(direct()))
        .flatMap(ways -> ways)
        .toList();
  }

  /** The ways to take the place of the message whose control was used. */
  List<AnswerRoute> inPlace() {
    return Stream.of(
            responseUrl(Audience.CALLER, true), edit(), to(Audience.CALLER, false).stream())
        .flatMap(ways -> ways)
        .toList();
  }

  private Stream<AnswerRoute> responseUrl(Audience audience, boolean replace) {
    ResponseUrl url = place.responseUrl();
    if (url == null) {
      return Stream.empty();
    }
    return Stream.of(
        route(
            "response_url",
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
            message ->
                web.patiently(
                    installation.botToken(),
                    client ->
                        client.chatUpdate(
                            r ->
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
    return route("chat.postMessage", message -> post(channel, message));
  }

  private void post(String channel, SlackMessage message) {
    web.patiently(
        installation.botToken(),
        client ->
            client.chatPostMessage(
                r ->
                    r.channel(channel)
                        .threadTs(channel.equals(place.channel()) ? place.thread() : null)
                        .text(message.text())
                        .blocksAsString(message.blocksAsString())));
  }

  private AnswerRoute ephemeral(String channel) {
    return route(
        "chat.postEphemeral",
        message ->
            web.patiently(
                installation.botToken(),
                client ->
                    client.chatPostEphemeral(
                        r ->
                            r.channel(channel)
                                .user(interaction.user())
                                .threadTs(place.thread())
                                .text(message.text())
                                .blocksAsString(message.blocksAsString()))));
  }

  private AnswerRoute direct() {
    return route(
        "a direct message",
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

  private static AnswerRoute route(String name, Consumer<SlackMessage> sending) {
    return new AnswerRoute() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void send(SlackMessage message) {
        sending.accept(message);
      }
    };
  }
}
