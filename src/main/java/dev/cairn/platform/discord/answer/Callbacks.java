package dev.cairn.platform.discord.answer;

import dev.cairn.platform.discord.render.DiscordMessage;
import dev.cairn.platform.discord.render.WrittenReplies;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.Request;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.restaction.interactions.InteractionCallbackAction.ResponseType;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.internal.interactions.InteractionImpl;
import net.dv8tion.jda.internal.requests.Requester;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Sends first answers to interactions, each from the thread that has it, and asks Discord to leave
 * out the message that we have just told it. Only while Discord limits us do they go by JDA's
 * queue, which waits as long as it has to; there each takes two more threads.
 */
public final class Callbacks {
  private static final int EPHEMERAL = 1 << 6;

  private final Semaphore connections;

  /** Until when Discord has limited us, by {@link System#nanoTime()}. */
  private volatile long limitedUntil = System.nanoTime();

  /**
   * @param atOnce how many are sent at once
   */
  public Callbacks(int atOnce) {
    connections = new Semaphore(atOnce, true);
  }

  /** A message of its own. */
  void reply(IReplyCallback event, DrawnAnswer answer, WrittenReplies replies) {
    byte[] written = answer.written();
    send(
        event,
        () ->
            written == null
                ? reply(answer.message(), answer.isPrivate(), json -> answer.noteIn(replies, json))
                : body(written));
  }

  /** The message in the place of the one whose control was used. */
  void update(IReplyCallback event, DiscordMessage message) {
    send(
        event,
        () -> {
          try (MessageEditData data = message.edit()) {
            return body(
                typed(ResponseType.MESSAGE_UPDATE).put("data", data.toData()),
                data.getAllDistinctFiles());
          }
        });
  }

  /** That a message will come. */
  void defer(IReplyCallback event, boolean ephemeral) {
    DataObject deferred = typed(ResponseType.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE);
    if (ephemeral) {
      deferred.put("data", DataObject.empty().put("flags", EPHEMERAL));
    }
    send(event, () -> body(deferred));
  }

  /** That the message whose control was used will be replaced. */
  void deferUpdate(IReplyCallback event) {
    send(event, () -> body(typed(ResponseType.DEFERRED_MESSAGE_UPDATE)));
  }

  /** A form. */
  void open(IReplyCallback event, Modal form) {
    send(event, () -> body(typed(ResponseType.MODAL).put("data", form.toData())));
  }

  /** What an option may be completed to. */
  public void suggest(CommandAutoCompleteInteractionEvent event, List<Choice> choices) {
    DataArray all = DataArray.empty();
    choices.forEach(choice -> all.add(choice.toData(event.getFocusedOption().getType())));
    DataObject suggested =
        typed(ResponseType.COMMAND_AUTOCOMPLETE_CHOICES)
            .put("data", DataObject.empty().put("choices", all));
    send(event, () -> body(suggested));
  }

  /** A reply once more, after Discord has refused one; JDA's own events let nobody answer twice. */
  static void replyAgain(Interaction event, DiscordMessage message, boolean ephemeral) {
    queue(event, reply(message, ephemeral, json -> {}));
  }

  private void send(Interaction event, Supplier<RequestBody> body) {
    InteractionImpl interaction = interaction(event);
    if (interaction.ack()) {
      throw new IllegalStateException("interaction " + event.getId() + " is answered twice");
    }
    boolean taken = false;
    try {
      if (limitedUntil - System.nanoTime() > 0) {
        queue(event, body.get());
      } else {
        connections.acquireUninterruptibly();
        try {
          new Callback(event, body.get()).send();
        } finally {
          connections.release();
        }
      }
      taken = true;
    } catch (RateLimitedException limited) {
      await(Duration.ofMillis(limited.getRetryAfter()));
      // An upload can be read only once.
      queue(event, body.get());
      taken = true;
    } finally {
      interaction.releaseHook(taken);
    }
  }

  private void await(Duration limit) {
    limitedUntil = System.nanoTime() + limit.toNanos();
    try {
      Thread.sleep(limit);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void queue(Interaction event, RequestBody body) {
    new RestActionImpl<@Nullable Void>(event.getJDA(), route(event), body).complete();
  }

  private static Route.CompiledRoute route(Interaction event) {
    return Route.Interactions.CALLBACK.compile(event.getId(), event.getToken());
  }

  private static InteractionImpl interaction(Interaction event) {
    return (InteractionImpl)
        (event instanceof GenericInteractionCreateEvent heard ? heard.getInteraction() : event);
  }

  /**
   * A reply as it is sent.
   *
   * @param withoutFiles is told the JSON where there is nothing else to send
   */
  static RequestBody reply(
      DiscordMessage message, boolean ephemeral, Consumer<byte[]> withoutFiles) {
    try (MessageCreateData data = message.create()) {
      DataObject json = data.toData();
      if (ephemeral) {
        json.put("flags", json.getInt("flags", 0) | EPHEMERAL);
      }
      DataObject reply = typed(ResponseType.CHANNEL_MESSAGE_WITH_SOURCE).put("data", json);
      if (!data.getAllDistinctFiles().isEmpty()) {
        return body(reply, data.getAllDistinctFiles());
      }
      byte[] written = reply.toJson();
      withoutFiles.accept(written);
      return body(written);
    }
  }

  private static DataObject typed(ResponseType type) {
    return DataObject.empty().put("type", type.getRaw());
  }

  private static RequestBody body(DataObject json) {
    return body(json.toJson());
  }

  private static RequestBody body(byte[] json) {
    return RequestBody.create(json, Requester.MEDIA_TYPE_JSON);
  }

  private static RequestBody body(DataObject json, Collection<? extends AttachedFile> files) {
    return files.isEmpty()
        ? body(json)
        : AttachedFile.createMultipartBody(files, body(json)).build();
  }

  /**
   * One of them, sent and heard of on one thread. JDA's own asks for the message that was told and
   * reads it, and has two more threads to say that it has been sent.
   */
  private static final class Callback extends Request<@Nullable Void> {
    private @Nullable Exception refused;

    Callback(Interaction event, RequestBody body) {
      super(
          new RestActionImpl<>(event.getJDA(), route(event)),
          nothing -> {},
          failure -> {},
          null,
          false,
          body,
          null,
          0,
          false,
          route(event),
          null);
    }

    void send() throws RateLimitedException {
      getJDA().getRequester().request(this);
      switch (refused) {
        case null -> {}
        case RateLimitedException limited -> throw limited;
        case RuntimeException other -> throw other;
        default -> throw new IllegalStateException(refused);
      }
    }

    @Override
    public void handleResponse(Response response) {
      if (response.isRateLimit()) {
        refused = new RateLimitedException(getRoute(), response.retryAfter);
      } else if (!response.isOk()) {
        refused = createErrorResponseException(response);
      }
    }
  }
}
