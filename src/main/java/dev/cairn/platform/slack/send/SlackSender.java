package dev.cairn.platform.slack.send;

import com.google.gson.JsonObject;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import dev.cairn.chat.Platform;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.MessageSender.Delivery.Sent;
import dev.cairn.platform.slack.render.BlockKit;
import dev.cairn.platform.slack.render.Mrkdwn;
import dev.cairn.platform.slack.render.Rendition;
import dev.cairn.platform.slack.render.SlackMessage;
import dev.cairn.platform.slack.render.SlackRenderer;
import dev.cairn.platform.slack.send.SlackFailure.Kind;
import dev.cairn.platform.slack.workspace.SlackInstallation;
import dev.cairn.platform.slack.workspace.Workspaces;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what nobody asked for. Slack cannot tell a message sent twice by a nonce, so each bears its
 * nonce as metadata, by which it is found again.
 */
public final class SlackSender implements MessageSender {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSender.class);
  private static final String EVENT_TYPE = "cairn_post";
  private static final int PAGES = 5;
  private static final int PAGE = 100;

  private final SlackWeb web;
  private final Workspaces workspaces;
  private final PictureUploads pictures;
  private final String command;
  private final RecentPosts recent = new RecentPosts();

  public SlackSender(SlackWeb web, Workspaces workspaces, PictureUploads pictures, String command) {
    this.web = web;
    this.workspaces = workspaces;
    this.pictures = pictures;
    this.command = command;
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public Delivery send(OutgoingMessage outgoing) {
    Optional<SlackInstallation> installation = workspaces.of(outgoing.address().community());
    if (installation.isEmpty()) {
      return new Delivery.Undeliverable(
          "Cairn is not installed in this Slack workspace. Install it again.", false);
    }
    try {
      String channel = channel(installation.get(), outgoing.address());
      Optional<Sent> before = recent.find(channel, outgoing.nonce());
      return before.isPresent() ? before.get() : post(installation.get(), channel, outgoing);
    } catch (SlackFailure failure) {
      if (failure.kind() == Kind.TOKEN) {
        workspaces.shutOut(installation.get(), failure.code());
      }
      return undelivered(failure);
    }
  }

  @Override
  public Optional<Sent> find(Address address, String nonce) {
    Optional<SlackInstallation> installation = workspaces.of(address.community());
    if (installation.isEmpty()) {
      return Optional.empty();
    }
    String channel;
    try {
      channel = channel(installation.get(), address);
    } catch (SlackFailure failure) {
      if (failure.kind() == Kind.USER) {
        // Whoever cannot be written to has been sent nothing; sending again will say so.
        return Optional.empty();
      }
      throw failure;
    }
    return recent.find(channel, nonce).or(() -> inHistory(installation.get(), channel, nonce));
  }

  private Optional<Sent> inHistory(SlackInstallation installation, String channel, String nonce) {
    String cursor = null;
    for (int page = 0; page < PAGES; page++) {
      ConversationsHistoryResponse history = history(installation, channel, cursor);
      for (Message message : history.getMessages()) {
        if (nonce.equals(nonceOf(message))) {
          return Optional.of(sent(channel, message.getTs()));
        }
      }
      cursor =
          history.getResponseMetadata() == null
              ? null
              : history.getResponseMetadata().getNextCursor();
      if (cursor == null || cursor.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * A page of what was said in a channel. We may write in a public channel that we are not in, and
   * have to join it to read.
   */
  private ConversationsHistoryResponse history(
      SlackInstallation installation, String channel, @Nullable String cursor) {
    SlackWeb.Call<ConversationsHistoryResponse> call =
        client ->
            client.conversationsHistory(
                r -> r.channel(channel).limit(PAGE).cursor(cursor).includeAllMetadata(true));
    try {
      return web.patiently(installation.botToken(), call);
    } catch (SlackFailure failure) {
      if (!failure.code().equals("not_in_channel")) {
        throw failure;
      }
      web.patiently(
          installation.botToken(), client -> client.conversationsJoin(r -> r.channel(channel)));
      return web.patiently(installation.botToken(), call);
    }
  }

  private static @Nullable String nonceOf(Message message) {
    Message.Metadata metadata = message.getMetadata();
    if (metadata == null
        || !EVENT_TYPE.equals(metadata.getEventType())
        || metadata.getEventPayload() == null) {
      return null;
    }
    Object nonce = metadata.getEventPayload().get("nonce");
    return nonce == null ? null : nonce.toString();
  }

  private String channel(SlackInstallation installation, Address address) {
    return switch (address) {
      case Address.Channel(String community, String channel) -> channel;
      case Address.Direct(var account) ->
          web.once(
                  installation.botToken(),
                  client -> client.conversationsOpen(r -> r.users(List.of(account.user()))))
              .getChannel()
              .getId();
    };
  }

  private Sent post(SlackInstallation installation, String channel, OutgoingMessage outgoing) {
    Rendition rendition =
        new Rendition(
            "", outgoing.pings(), true, image -> pictures.forPost(installation, image), command);
    Sent sent;
    try {
      sent = post(installation, channel, outgoing, rendition);
    } catch (SlackFailure failure) {
      if (failure.kind() != Kind.CONTENT) {
        throw failure;
      }
      LOG.info("a post is shown more plainly: {}", failure.getMessage());
      sent = post(installation, channel, outgoing, rendition.plainer());
    }
    recent.remember(channel, outgoing.nonce(), sent);
    furnish(installation, channel, outgoing, sent);
    return sent;
  }

  /** Posts the card; what does not fit the first message follows in its thread. */
  private Sent post(
      SlackInstallation installation,
      String channel,
      OutgoingMessage outgoing,
      Rendition rendition) {
    List<SlackMessage> messages = SlackRenderer.messages(outgoing.card(), rendition);
    ChatPostMessageResponse first =
        post(installation, channel, messages.getFirst(), null, metadata(outgoing.nonce()));
    for (SlackMessage more : messages.subList(1, messages.size())) {
      post(installation, channel, more, first.getTs(), null);
    }
    return sent(channel, first.getTs());
  }

  private ChatPostMessageResponse post(
      SlackInstallation installation,
      String channel,
      SlackMessage message,
      @Nullable String thread,
      @Nullable String metadata) {
    return web.once(
        installation.botToken(),
        client ->
            client.chatPostMessage(
                r ->
                    r.channel(channel)
                        .threadTs(thread)
                        .text(message.text())
                        .blocksAsString(message.blocksAsString())
                        .metadataAsString(metadata)));
  }

  /** A thread and a pin are welcome, but a post without them is a post all the same. */
  private void furnish(
      SlackInstallation installation, String channel, OutgoingMessage outgoing, Sent sent) {
    String ts = timestamp(sent);
    String thread = outgoing.thread();
    if (thread != null) {
      trying(
          "a thread",
          () ->
              post(
                  installation,
                  channel,
                  new SlackMessage(Mrkdwn.escaped(thread), BlockKit.array(List.of())),
                  ts,
                  null));
    }
    if (outgoing.pin()) {
      trying(
          "a pin",
          () ->
              web.once(
                  installation.botToken(),
                  client -> client.pinsAdd(r -> r.channel(channel).timestamp(ts))));
    }
  }

  private static void trying(String what, Runnable attempt) {
    try {
      attempt.run();
    } catch (SlackFailure failure) {
      LOG.warn("{} could not be added to a post: {}", what, failure.getMessage());
    }
  }

  private static String metadata(String nonce) {
    JsonObject payload = new JsonObject();
    payload.addProperty("nonce", nonce);
    JsonObject metadata = new JsonObject();
    metadata.addProperty("event_type", EVENT_TYPE);
    metadata.add("event_payload", payload);
    return metadata.toString();
  }

  /** Slack knows a message by its channel and its timestamp. */
  private static Sent sent(String channel, String timestamp) {
    return new Sent(channel + ":" + timestamp);
  }

  private static String timestamp(Sent sent) {
    return sent.messageId().substring(sent.messageId().indexOf(':') + 1);
  }

  private static Delivery undelivered(SlackFailure failure) {
    return switch (failure.kind()) {
      case LIMITED, DOWN -> new Delivery.Later(failure.getMessage(), failure.retryAfter());
      case USER ->
          new Delivery.Undeliverable("This member takes no direct messages from Cairn.", true);
      case TOKEN ->
          new Delivery.Undeliverable(
              "Slack no longer lets Cairn in (%s). Install it again.".formatted(failure.code()),
              false);
      case SCOPE ->
          new Delivery.Undeliverable(
              "Cairn lacks a permission in Slack (%s). Install it again.".formatted(failure.code()),
              false);
      case CHANNEL -> new Delivery.Undeliverable(ofChannel(failure.code()), false);
      case CONTENT, TRIGGER, SPENT, OTHER ->
          new Delivery.Undeliverable(
              "Slack did not take the message (%s).".formatted(failure.code()), false);
    };
  }

  private static String ofChannel(String code) {
    return switch (code) {
      case "is_archived" -> "The channel is archived. Choose another one.";
      case "not_in_channel", "channel_not_found" ->
          "Cairn is not in the channel. Invite it there with /invite, or choose another channel.";
      default -> "Cairn may not post in the channel (%s).".formatted(code);
    };
  }
}
