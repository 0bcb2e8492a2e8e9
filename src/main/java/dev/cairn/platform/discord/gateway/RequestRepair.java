package dev.cairn.platform.discord.gateway;

import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;

/**
 * Writes as Discord documents it what JDA writes otherwise: the id of whoever a direct message is
 * for as text, so that no reader rounds it, and the contexts of commands as numbers.
 */
final class RequestRepair implements Interceptor {
  private static final Pattern RECIPIENT = Pattern.compile("\"recipient_id\":([0-9]+)");
  private static final Pattern QUOTED_NUMBERS =
      Pattern.compile("\"(?:contexts|integration_types)\":\\[[0-9\",]*]");
  private static final Pattern QUOTED_NUMBER = Pattern.compile("\"([0-9]+)\"");

  @Override
  public okhttp3.Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    String path = request.url().encodedPath();
    if (body == null || !(path.endsWith("/users/@me/channels") || path.endsWith("/commands"))) {
      return chain.proceed(request);
    }
    Buffer written = new Buffer();
    body.writeTo(written);
    String documented = RECIPIENT.matcher(written.readUtf8()).replaceAll("\"recipient_id\":\"$1\"");
    documented =
        QUOTED_NUMBERS
            .matcher(documented)
            .replaceAll(numbers -> QUOTED_NUMBER.matcher(numbers.group()).replaceAll("$1"));
    return chain.proceed(
        request
            .newBuilder()
            .method(request.method(), RequestBody.create(documented, body.contentType()))
            .build());
  }
}
