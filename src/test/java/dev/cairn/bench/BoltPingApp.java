package dev.cairn.bench;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.socket_mode.SocketModeClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * The least that an app on Bolt can be: {@code BoltPingApp API_URL BOT_TOKEN socket APP_TOKEN}, or
 * {@code http SIGNING_SECRET PORT} in place of the last two.
 */
public final class BoltPingApp {
  private BoltPingApp() {}

  public static void main(String[] arguments) throws Exception {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(arguments[0]);
    boolean http = arguments[2].equals("http");
    AppConfig settings =
        AppConfig.builder()
            .slack(Slack.getInstance(config))
            .singleTeamBotToken(arguments[1])
            .signingSecret(http ? arguments[3] : null)
            .build();
    App app = new App(settings).command("/study", (request, context) -> context.ack("pong"));
    if (http) {
      serve(app, Integer.parseInt(arguments[4]));
    } else {
      new SocketModeApp(arguments[3], SocketModeClient.Backend.JavaWebSocket, app).start();
    }
  }

  private static void serve(App app, int port) throws IOException {
    SlackRequestParser parser = new SlackRequestParser(app.config());
    app.start();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> answer(app, parser, exchange));
    server.start();
  }

  private static void answer(App app, SlackRequestParser parser, HttpExchange exchange) {
    try (exchange) {
      Response response =
          app.run(
              parser.parse(
                  SlackRequestParser.HttpRequest.builder()
                      .requestUri(exchange.getRequestURI().getPath())
                      .requestBody(
                          new String(
                              exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                      .headers(new RequestHeaders(exchange.getRequestHeaders()))
                      .build()));
      byte[] body =
          response.getBody() == null
              ? new byte[0]
              : response.getBody().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", response.getContentType());
      exchange.sendResponseHeaders(response.getStatusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
