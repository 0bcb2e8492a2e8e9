package dev.cairn.platform.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Discord's own description of its API, where a copy of it lies beside the repository ({@code
 * ../shared/specs/discord-openapi.json}, or wherever {@code -Dcairn.discord.openapi=FILE} says).
 */
public final class OpenApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  /** The description, if it is there. */
  public static Optional<OpenApi> find() {
    String named = System.getProperty("cairn.discord.openapi");
    if (named != null) {
      return Optional.of(read(Path.of(named)));
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("shared/specs/discord-openapi.json");
      if (Files.isRegularFile(file)) {
        return Optional.of(read(file));
      }
    }
    return Optional.empty();
  }

  private static OpenApi read(Path file) {
    try {
      return new OpenApi(JSON.readTree(file.toFile()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * What is wrong with a request's body.
   *
   * @param method in lower case
   * @param path as the description writes it: {@code /channels/{channel_id}/messages}
   */
  public List<String> violations(String method, String path, JsonNode body) {
    return schemas
        .computeIfAbsent(method + ' ' + path, key -> schema(method, path))
        .validate(described(body))
        .stream()
        .map(error -> method + " " + path + ": " + error.getInstanceLocation() + " " + error)
        .toList();
  }

  /**
   * The body as the description wants it: it calls the id of an attachment a snowflake where the
   * documentation shows the number of the file.
   */
  private static JsonNode described(JsonNode body) {
    JsonNode copy = body.deepCopy();
    for (JsonNode message : List.of(copy, copy.path("data"))) {
      for (JsonNode attachment : message.path("attachments")) {
        ((ObjectNode) attachment).put("id", attachment.path("id").asText());
      }
    }
    return copy;
  }

  private Schema schema(String method, String path) {
    JsonNode request =
        document
            .path("paths")
            .path(path)
            .path(method)
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema");
    if (request.isMissingNode()) {
      throw new IllegalArgumentException("no body is described for " + method + " " + path);
    }
    ObjectNode schema = JSON.createObjectNode();
    schema.putArray("allOf").add(request);
    // References in it are written as from the root of the description.
    schema.set("components", document.path("components"));
    return registry.getSchema(schema);
  }
}
