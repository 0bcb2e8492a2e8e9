package dev.cairn.platform.discord.gateway;

import dev.cairn.config.DiscordSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * How Discord wants to be connected to.
 *
 * @param shards over how many connections
 * @param atOnce how many of them may be begun within five seconds
 */
public record GatewayAdvice(int shards, int atOnce) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int REFUSED = 401;
  private static final int FINE = 200;

  /**
   * Asks Discord; a number of shards in the settings holds over what it says.
   *
   * @throws InvalidTokenException when the token is not one
   * @throws RuntimeException when Discord does not answer
   */
  public static GatewayAdvice ask(DiscordSettings settings) throws InterruptedException {
    URI api =
        settings.apiUrl() == null ? URI.create(RestConfig.DEFAULT_BASE_URL) : settings.apiUrl();
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve("gateway/bot"))
            .timeout(PATIENCE)
            .header("Authorization", "Bot " + settings.token())
            .header("User-Agent", RestConfig.USER_AGENT)
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == REFUSED) {
        throw new InvalidTokenException();
      }
      if (answer.statusCode() != FINE) {
        throw new IllegalStateException("Discord answered " + answer.statusCode());
      }
      DataObject told = DataObject.fromJson(answer.body());
      int atOnce =
          told.optObject("session_start_limit")
              .map(limit -> limit.getInt("max_concurrency", 1))
              .orElse(1);
      return new GatewayAdvice(
          settings.shards() > 0 ? settings.shards() : told.getInt("shards", 1),
          Math.max(1, atOnce));
    } catch (IOException unanswered) {
      throw new UncheckedIOException("Discord does not answer", unanswered);
    }
  }
}
