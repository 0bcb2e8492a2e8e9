package dev.cairn.platform.discord.gateway;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Corrects responses that JDA would misread, before JDA sees them. Of a 429, JDA takes a missing or
 * fractional {@code Retry-After} for none at all and asks again at once, without end, as it does
 * after a global one that meets an interaction; and it takes any without a {@code Via} for a block
 * of everything. Of the 5xx, it tries again after all but the plain 500.
 */
final class ResponseRepair implements Interceptor {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int INTERNAL_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  /** How long we wait where Discord does not say. */
  private static final double UNTOLD_SECONDS = 2;

  private static final Pattern RETRY_AFTER = Pattern.compile("\"retry_after\"\\s*:\\s*([0-9.]+)");
  private static final Pattern GLOBAL = Pattern.compile("\"global\"\\s*:\\s*true");
  private static final int LONGEST_BODY = 10_000;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return switch (response.code()) {
      case TOO_MANY_REQUESTS -> tooMany(response);
      case INTERNAL_ERROR -> response.newBuilder().code(UNAVAILABLE).build();
      default -> response;
    };
  }

  private static Response tooMany(Response response) throws IOException {
    String body = read(response);
    double seconds = Math.max(number(response.header("retry-after")), inBody(body));
    Response.Builder mended =
        response
            .newBuilder()
            .header(
                "retry-after",
                Long.toString((long) Math.ceil(seconds > 0 ? seconds : UNTOLD_SECONDS)));
    if (isOfAnInteraction(response)) {
      // Global limits do not hold there, so JDA does not wait for them: let it wait for this one.
      mended.removeHeader("x-ratelimit-global");
    } else if (GLOBAL.matcher(body).find()) {
      mended.header("x-ratelimit-global", "true");
    }
    // Whoever stands in front of Discord blocks in other words than JSON.
    boolean fromDiscord = body.isEmpty() || body.startsWith("{");
    if (fromDiscord && response.header("via") == null) {
      mended.header("via", "1.1 discord");
    }
    return mended.build();
  }

  private static boolean isOfAnInteraction(Response response) {
    List<String> path = response.request().url().pathSegments();
    return path.contains("interactions") || path.contains("webhooks");
  }

  private static String read(Response response) throws IOException {
    try (ResponseBody start = response.peekBody(LONGEST_BODY)) {
      return start.string().strip();
    }
  }

  private static double inBody(String body) {
    Matcher matcher = RETRY_AFTER.matcher(body);
    return matcher.find() ? number(matcher.group(1)) : 0;
  }

  private static double number(@Nullable String text) {
    try {
      return text == null ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }
}
