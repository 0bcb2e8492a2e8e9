package dev.cairn.platform.slack.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.cairn.platform.slack.api.SlackFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Calls Slack, and turns every way in which that can fail into a {@link SlackFailure}. */
public final class SlackWeb {
  private static final int ATTEMPTS = 4;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  private final Slack slack;
  private final Sleeper pause;
  private final InstantSource clock;
  private final Map<String, String> refused = new ConcurrentHashMap<>();

  public SlackWeb(Slack slack, Sleeper pause, InstantSource clock) {
    this.slack = slack;
    this.pause = pause;
    this.clock = clock;
  }

  /** A method of the Web API. */
  @FunctionalInterface
  public interface Call<T extends SlackApiTextResponse> {
    /** Calls it. */
    T on(MethodsClient client) throws IOException, SlackApiException;
  }

  /**
   * Calls a method once.
   *
   * @throws SlackFailure when Slack did not do it
   */
  public <T extends SlackApiTextResponse> T once(String token, Call<T> call) {
    try {
      T response = asked(token, call);
      refused.remove(token);
      return response;
    } catch (SlackFailure failure) {
      if (failure.kind() == Kind.TOKEN) {
        refused.put(token, failure.code());
      }
      throw failure;
    }
  }

  /** Slack's word for why it does not let a token in any more; empty while it does. */
  public Optional<String> refusal(String token) {
    return Optional.ofNullable(refused.get(token));
  }

  private <T extends SlackApiTextResponse> T asked(String token, Call<T> call) {
    try {
      T response = call.on(slack.methods(token));
      if (!response.isOk()) {
        throw SlackFailure.of(codeOf(response.getError()));
      }
      return response;
    } catch (SlackApiException refused) {
      throw failure(refused);
    } catch (IOException | JsonParseException unreachable) {
      throw down(unreachable);
    }
  }

  /**
   * Calls a method, waiting as long as Slack asks and trying again where it is down.
   *
   * @throws SlackFailure when Slack did not do it after all
   */
  public <T extends SlackApiTextResponse> T patiently(String token, Call<T> call) {
    return patiently(() -> once(token, call));
  }

  /**
   * Answers at a {@code response_url}.
   *
   * @throws SlackFailure when Slack did not take it
   */
  public void respond(ResponseUrl to, JsonObject body) {
    patiently(() -> {
      to.use(clock.instant());
      return respondOnce(to.url(), body);
    });
  }

  /** The client, for what is no method of the Web API. */
  public Slack slack() {
    return slack;
  }

  private <T> T patiently(Supplier<T> call) {
    Duration wait = FIRST_WAIT;
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (SlackFailure failure) {
        if (attempt == ATTEMPTS || !isPassing(failure)) {
          throw failure;
        }
        Duration asked = failure.retryAfter();
        if (asked != null && asked.compareTo(LONGEST_WAIT) > 0) {
          throw failure;
        }
        pause.of(asked == null ? wait : asked);
        wait = wait.multipliedBy(2);
      }
    }
  }

  private static boolean isPassing(SlackFailure failure) {
    return failure.kind() == Kind.LIMITED || failure.kind() == Kind.DOWN;
  }

  private boolean respondOnce(String url, JsonObject body) {
    try (Response response = slack.getHttpClient().postJsonBody(url, body)) {
      String said = response.body().string();
      String code = errorIn(said);
      if (response.code() == 429) {
        throw new SlackFailure(Kind.LIMITED, "ratelimited", retryAfter(response), null);
      }
      if (response.code() >= 500) {
        throw new SlackFailure(Kind.DOWN, "HTTP " + response.code(), null, null);
      }
      if (code != null) {
        throw SlackFailure.of(code);
      }
      if (!response.isSuccessful()) {
        throw new SlackFailure(Kind.SPENT, "HTTP " + response.code(), null, null);
      }
      return true;
    } catch (IOException | IllegalArgumentException unreachable) {
      throw down(unreachable);
    }
  }

  /** The error in an answer, which is {@code ok}, a bare word, or JSON. */
  private static @Nullable String errorIn(String body) {
    String said = body.strip();
    if (said.startsWith("{")) {
      try {
        JsonObject json = JsonParser.parseString(said).getAsJsonObject();
        boolean refused = json.has("ok") && !json.get("ok").getAsBoolean();
        return refused ? codeOf(json.has("error") ? json.get("error").getAsString() : null) : null;
      } catch (JsonParseException | IllegalStateException | UnsupportedOperationException odd) {
        return null;
      }
    }
    return Kind.of(said) == Kind.OTHER ? null : said;
  }

  private static SlackFailure failure(SlackApiException refused) {
    Response response = refused.getResponse();
    if (response.code() == 429) {
      return new SlackFailure(Kind.LIMITED, "ratelimited", retryAfter(response), refused);
    }
    if (response.code() >= 500) {
      return new SlackFailure(Kind.DOWN, "HTTP " + response.code(), null, refused);
    }
    String code = refused.getError() == null ? null : refused.getError().getError();
    return new SlackFailure(
        code == null ? Kind.OTHER : Kind.of(code),
        code == null ? "HTTP " + response.code() : code,
        null,
        refused);
  }

  private static SlackFailure down(Exception unreachable) {
    return new SlackFailure(Kind.DOWN, unreachable.getClass().getSimpleName(), null, unreachable);
  }

  private static @Nullable Duration retryAfter(Response response) {
    String seconds = response.header("Retry-After");
    try {
      return seconds == null ? null : Duration.ofSeconds(Math.max(1, Long.parseLong(seconds)));
    } catch (NumberFormatException odd) {
      return null;
    }
  }

  private static String codeOf(@Nullable String error) {
    return error == null ? "unknown_error" : error;
  }
}
