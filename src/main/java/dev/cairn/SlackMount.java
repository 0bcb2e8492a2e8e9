package dev.cairn;

import dev.cairn.platform.local.http.Endpoint;
import dev.cairn.platform.local.http.Routes;
import dev.cairn.platform.slack.SlackHttpEndpoint;
import dev.cairn.platform.slack.SlackHttpRequest;
import dev.cairn.platform.slack.SlackHttpResponse;

/** Puts what Slack calls over HTTP onto our server: events, installations, pictures. */
public final class SlackMount {
  private SlackMount() {}

  /** The part of the server that answers Slack. */
  public static Routes of(SlackHttpEndpoint endpoint) {
    return Endpoint.below("/slack/", request -> answer(endpoint, request));
  }

  private static Endpoint.Answer answer(SlackHttpEndpoint endpoint, Endpoint.Request request) {
    SlackHttpResponse response =
        endpoint.handle(
            new SlackHttpRequest(
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                request.body()));
    return new Endpoint.Answer(
        response.status(), response.contentType(), response.headers(), response.body());
  }
}
