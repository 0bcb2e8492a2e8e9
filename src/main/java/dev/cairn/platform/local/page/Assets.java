package dev.cairn.platform.local.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The page's style, scripts and drawings, out of the jar. */
final class Assets {
  private static final String OURS = "/playground/";

  private record Asset(String resource, String contentType) {}

  private static final Map<String, Asset> SERVED =
      Map.of(
          "playground.css", new Asset(OURS + "playground.css", "text/css"),
          "playground.js", new Asset(OURS + "playground.js", "text/javascript"),
          "composer.js", new Asset(OURS + "composer.js", "text/javascript"),
          "theme.js", new Asset(OURS + "theme.js", "text/javascript"),
          "logo.svg", new Asset(OURS + "logo.svg", "image/svg+xml"),
          "contours.svg", new Asset(OURS + "contours.svg", "image/svg+xml"),
          "htmx.js", new Asset(htmx(), "text/javascript"));

  private Assets() {}

  /** Serves the one that the path names. */
  static void serve(Context ctx) {
    Asset asset = SERVED.get(ctx.pathParam("name"));
    if (asset == null) {
      throw new NotFoundResponse();
    }
    ctx.contentType(asset.contentType + "; charset=utf-8")
        .header("Cache-Control", "no-cache")
        .result(bytes(asset.resource));
  }

  /** One of ours as text. */
  static String text(String name) {
    return new String(bytes(OURS + name), StandardCharsets.UTF_8);
  }

  private static String htmx() {
    String properties = "/META-INF/maven/org.webjars.npm/htmx.org/pom.properties";
    try (InputStream in = open(properties)) {
      java.util.Properties pom = new java.util.Properties();
      pom.load(in);
      return "/META-INF/resources/webjars/htmx.org/"
          + pom.getProperty("version")
          + "/dist/htmx.min.js";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = Assets.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("not in the jar: " + resource);
    }
    return in;
  }
}
