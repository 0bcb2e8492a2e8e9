package dev.cairn.platform.slack.send;

import com.google.gson.JsonObject;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Platform;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.MessageSender.Delivery.Sent;
import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.api.SlackFailure.Kind;
import dev.cairn.platform.slack.api.SlackWeb;
import dev.cairn.platform.slack.render.BlockKit;
import dev.cairn.platform.slack.render.Mrkdwn;
import dev.cairn.platform.slack.render.Rendition;
import dev.cairn.platform.slack.render.SlackMessage;
import dev.cairn.platform.slack.render.SlackRenderer;
import dev.cairn.platform.slack.workspace.SlackInstallation;
import dev.cairn.platform.slack.workspace.Workspaces;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  /** How many messages we ask for at once; apps that Slack limits get 15. */
  private static final int PAGE = 200;

  /** How many times that is looked through before others have their turn. */
  private static final int PAGES = 20;

  private static final int DIGITS_OF_A_SECOND = 6;

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
    Optional<SlackInstallation> installation = workspaces.of(outgoing.address().place().id());
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

  /** Changes the first message of a post; what followed it in its thread stays. */
  @Override
  public Delivery edit(OutgoingMessage outgoing, String messageId) {
    Optional<SlackInstallation> installation = workspaces.of(outgoing.address().place().id());
    if (installation.isEmpty()) {
      return new Delivery.Undeliverable("Cairn is no longer installed here.", false);
    }
    Rendition rendition =
        new Rendition(
            "",
            outgoing.pings(),
            true,
            true,
            image -> pictures.forPost(installation.get(), image),
            command);
    try {
      return plainlyIfNeeded(
          rendition, shown -> edit(installation.get(), outgoing, messageId, shown));
    } catch (SlackFailure failure) {
      return undelivered(failure);
    }
  }

  private Sent edit(
      SlackInstallation installation,
      OutgoingMessage outgoing,
      String messageId,
      Rendition rendition) {
    Sent sent = new Sent(messageId);
    SlackMessage message = SlackRenderer.messages(outgoing.card(), rendition).getFirst();
    web.once(
        installation.botToken(),
        client ->
            client.chatUpdate(r ->
                r.channel(channel(sent))
                    .ts(timestamp(sent))
                    .text(message.text())
                    .blocksAsString(message.blocksAsString())
                    .metadataAsString(metadata(outgoing.nonce()))));
    return sent;
  }

  @Override
  public Search find(Address address, String nonce, Window tried) {
    Optional<SlackInstallation> installation = workspaces.of(address.place().id());
    if (installation.isEmpty()) {
      return new Search.Absent();
    }
    String channel;
    try {
      channel = channel(installation.get(), address);
    } catch (SlackFailure failure) {
      if (failure.kind() == Kind.USER) {
        // Whoever cannot be written to has been sent nothing; sending again will say so.
        return new Search.Absent();
      }
      throw failure;
    }
    return recent
        .find(channel, nonce)
        .<Search>map(Search.Found::new)
        .orElseGet(() -> inHistory(installation.get(), channel, nonce, tried));
  }

  /** Looks through all that was said in that time, the newest first, as far as Slack lets us. */
  private Search inHistory(
      SlackInstallation installation, String channel, String nonce, Window tried) {
    String latest = timestamp(tried.until());
    for (int page = 0; page < PAGES; page++) {
      ConversationsHistoryResponse history;
      try {
        history = history(installation, channel, timestamp(tried.from()), latest);
      } catch (SlackFailure failure) {
        if (failure.kind() != Kind.LIMITED) {
          throw failure;
        }
        return unfinished(tried, latest, failure.retryAfter());
      }
      for (Message message : history.getMessages()) {
        if (nonce.equals(nonceOf(message))) {
          return new Search.Found(sent(channel, message.getTs()));
        }
      }
      if (!history.isHasMore() || history.getMessages().isEmpty()) {
        return new Search.Absent();
      }
      latest = history.getMessages().getLast().getTs();
    }
    return unfinished(tried, latest, null);
  }

  private static Search unfinished(Window tried, String latest, @Nullable Duration after) {
    BigDecimal seconds = new BigDecimal(latest);
    Instant until =
        Instant.ofEpochSecond(
            seconds.longValue(), seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    return new Search.Unfinished(new Window(tried.from(), until), after);
  }

  /** As Slack writes an instant. */
  private static String timestamp(Instant at) {
    return BigDecimal.valueOf(at.getEpochSecond())
        .add(BigDecimal.valueOf(at.getNano(), 9))
        .setScale(DIGITS_OF_A_SECOND, RoundingMode.DOWN)
        .toPlainString();
  }

  private ConversationsHistoryResponse history(
      SlackInstallation installation, String channel, String oldest, String latest) {
    return reading(
        installation,
        channel,
        client ->
            client.conversationsHistory(r ->
                r.channel(channel)
                    .oldest(oldest)
                    .latest(latest)
                    .limit(PAGE)
                    .includeAllMetadata(true)));
  }

  /**
   * Reads what was said in a channel. We may write in a public channel that we are not in, and have
   * to join it to read.
   */
  private <T extends SlackApiTextResponse> T reading(
      SlackInstallation installation, String channel, SlackWeb.Call<T> call) {
    try {
      return web.once(installation.botToken(), call);
    } catch (SlackFailure failure) {
      if (!failure.code().equals("not_in_channel")) {
        throw failure;
      }
      web.once(
          installation.botToken(), client -> client.conversationsJoin(r -> r.channel(channel)));
      return web.once(installation.botToken(), call);
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
      case Address.Channel(ChannelRef to) -> to.channel();
      case Address.Direct(var account) ->
          web.once(
                  installation.botToken(),
                  client -> client.conversationsOpen(r -> r.users(List.of(account.user()))))
              .getChannel()
              .getId();
    };
  }

  private Sent post(SlackInstallation installation, String channel, OutgoingMessage outgoing) {
    return plainlyIfNeeded(
        rendition(installation, outgoing), shown -> post(installation, channel, outgoing, shown));
  }

  /** Shows something as it is meant to be, or more plainly where Slack does not like that. */
  private static Sent plainlyIfNeeded(Rendition rendition, Function<Rendition, Sent> showing) {
    try {
      return showing.apply(rendition);
    } catch (SlackFailure failure) {
      if (failure.kind() != Kind.CONTENT) {
        throw failure;
      }
      LOG.info("a post is shown more plainly: {}", failure.getMessage());
      return showing.apply(rendition.plainer());
    }
  }

  private Rendition rendition(SlackInstallation installation, OutgoingMessage outgoing) {
    return new Rendition(
        "", outgoing.pings(), false, true, image -> pictures.forPost(installation, image), command);
  }

  /** Posts the card; what does not fit the first message follows in its thread. */
  private Sent post(
      SlackInstallation installation,
      String channel,
      OutgoingMessage outgoing,
      Rendition rendition) {
    List<SlackMessage> messages = SlackRenderer.messages(outgoing.card(), rendition);
    ChatPostMessageResponse first =
        post(installation, channel, messages.getFirst(), null, outgoing.nonce());
    Sent sent = sent(channel, first.getTs());
    recent.remember(channel, outgoing.nonce(), sent);
    follow(installation, sent, outgoing, messages, Set.of());
    return sent;
  }

  /** Posts into the thread what is not there yet. */
  private void follow(
      SlackInstallation installation,
      Sent sent,
      OutgoingMessage outgoing,
      List<SlackMessage> messages,
      Set<String> there) {
    for (int part = 1; part < messages.size(); part++) {
      String nonce = outgoing.nonce() + "/" + part;
      if (!there.contains(nonce)) {
        follow(installation, sent, messages.get(part), nonce);
      }
    }
  }

  private void follow(
      SlackInstallation installation, Sent sent, SlackMessage message, String nonce) {
    try {
      post(installation, channel(sent), message, timestamp(sent), nonce);
    } catch (SlackFailure failure) {
      if (failure.kind() != Kind.CONTENT) {
        throw failure;
      }
      LOG.info("a part of a post is told in words: {}", failure.getMessage());
      SlackMessage words = new SlackMessage(message.text(), BlockKit.array(List.of()));
      post(installation, channel(sent), words, timestamp(sent), nonce);
    }
  }

  @Override
  public Optional<Delivery.Later> furnish(
      OutgoingMessage outgoing, Delivery.Sent message, boolean again) {
    Optional<SlackInstallation> installation = workspaces.of(outgoing.address().place().id());
    if (installation.isEmpty()) {
      return Optional.empty();
    }
    Set<String> there;
    try {
      there = again ? following(installation.get(), message) : Set.of();
      if (again) {
        List<SlackMessage> messages =
            SlackRenderer.messages(outgoing.card(), rendition(installation.get(), outgoing));
        follow(installation.get(), message, outgoing, messages, there);
      }
    } catch (SlackFailure failure) {
      return notYet("what follows", failure);
    }
    return furnish(installation.get(), outgoing, message, there);
  }

  /** The nonces of what we said in the thread of a message. */
  private Set<String> following(SlackInstallation installation, Sent message) {
    Set<String> nonces = new HashSet<>();
    String cursor = "";
    while (true) {
      String from = cursor;
      ConversationsRepliesResponse replies;
      try {
        replies =
            reading(
                installation,
                channel(message),
                client ->
                    client.conversationsReplies(r ->
                        r.channel(channel(message))
                            .ts(timestamp(message))
                            .cursor(from)
                            .limit(PAGE)
                            .includeAllMetadata(true)));
      } catch (SlackFailure failure) {
        // The oldest come first, and what is ours was said at once: it is on the first page.
        if (failure.kind() == Kind.LIMITED && !from.isEmpty()) {
          return nonces;
        }
        throw failure;
      }
      for (Message reply : replies.getMessages()) {
        String nonce = nonceOf(reply);
        if (nonce != null) {
          nonces.add(nonce);
        }
      }
      cursor =
          replies.getResponseMetadata() == null
              ? ""
              : Objects.requireNonNullElse(replies.getResponseMetadata().getNextCursor(), "");
      if (cursor.isEmpty()) {
        return nonces;
      }
    }
  }

  private ChatPostMessageResponse post(
      SlackInstallation installation,
      String channel,
      SlackMessage message,
      @Nullable String thread,
      String nonce) {
    return web.once(
        installation.botToken(),
        client ->
            client.chatPostMessage(r ->
                r.channel(channel)
                    .threadTs(thread)
                    .text(message.text())
                    .blocksAsString(message.blocksAsString())
                    .metadataAsString(metadata(nonce))));
  }

  /** A thread and a pin are welcome, but a post without them is a post all the same. */
  private Optional<Delivery.Later> furnish(
      SlackInstallation installation, OutgoingMessage outgoing, Sent sent, Set<String> there) {
    String thread = outgoing.thread();
    String nonce = outgoing.nonce() + "/thread";
    Optional<Delivery.Later> later = Optional.empty();
    if (thread != null && !there.contains(nonce)) {
      later =
          trying(
              "a thread",
              () ->
                  post(
                      installation,
                      channel(sent),
                      new SlackMessage(Mrkdwn.escaped(thread), BlockKit.array(List.of())),
                      timestamp(sent),
                      nonce));
    }
    return outgoing.pin() && later.isEmpty()
        ? trying(
            "a pin",
            () ->
                web.once(
                    installation.botToken(),
                    client ->
                        client.pinsAdd(r -> r.channel(channel(sent)).timestamp(timestamp(sent)))))
        : later;
  }

  private static Optional<Delivery.Later> trying(String what, Runnable attempt) {
    try {
      attempt.run();
      return Optional.empty();
    } catch (SlackFailure failure) {
      return notYet(what, failure);
    }
  }

  private static Optional<Delivery.Later> notYet(String what, SlackFailure failure) {
    return switch (failure.kind()) {
      case LIMITED, DOWN ->
          Optional.of(new Delivery.Later(failure.getMessage(), failure.retryAfter()));
      case TOKEN, SCOPE, CHANNEL, USER, CONTENT, TRIGGER, SPENT, OTHER -> {
        if (!failure.code().equals("already_pinned")) {
          LOG.warn("{} could not be added to a post: {}", what, failure.getMessage());
        }
        yield Optional.empty();
      }
    };
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

  private static String channel(Sent sent) {
    return sent.messageId().substring(0, sent.messageId().indexOf(':'));
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
