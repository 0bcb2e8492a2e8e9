package dev.cairn.platform.discord;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Mends what JDA cannot read in a 429, before JDA sees it. JDA takes a missing or fractional {@code
 * Retry-After} for none at all and asks again at once, without end; and it takes any 429 without a
 * {@code Via} for a block of everything.
 */
final class RateLimitRepair implements Interceptor {
  private static final int TOO_MANY_REQUESTS = 429;

  /** How long we wait where Discord does not say. */
  private static final double UNTOLD_SECONDS = 2;

  private static final Pattern RETRY_AFTER = Pattern.compile("\"retry_after\"\\s*:\\s*([0-9.]+)");
  private static final Pattern GLOBAL = Pattern.compile("\"global\"\\s*:\\s*true");
  private static final int LONGEST_BODY = 10_000;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() != TOO_MANY_REQUESTS) {
      return response;
    }
    String body = read(response);
    double seconds = Math.max(number(response.header("retry-after")), inBody(body));
    Response.Builder mended =
        response
            .newBuilder()
            .header(
                "retry-after",
                Long.toString((long) Math.ceil(seconds > 0 ? seconds : UNTOLD_SECONDS)));
    if (GLOBAL.matcher(body).find()) {
      mended.header("x-ratelimit-global", "true");
    }
    boolean fromDiscord = body.startsWith("{");
    if (fromDiscord && response.header("via") == null) {
      mended.header("via", "1.1 discord");
    }
    return mended.build();
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
