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
import java.util.Comparator;
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
   * @param path of the request, without the API's base
   */
  public List<String> violations(String method, String path, JsonNode body) {
    Optional<String> template = template(method, path);
    if (template.isEmpty()) {
      return List.of("no body is described for " + method + " " + path);
    }
    return schemas
        .computeIfAbsent(method + ' ' + template.get(), key -> schema(method, template.get()))
        .validate(described(body))
        .stream()
        .map(error -> method + " " + path + ": " + error.getInstanceLocation() + " " + error)
        .toList();
  }

  /** The path as the description writes it; of several, the one with the fewest variables. */
  private Optional<String> template(String method, String path) {
    return document
        .path("paths")
        .propertyStream()
        .filter(entry -> !body(method, entry.getKey()).isMissingNode())
        .map(Map.Entry::getKey)
        .filter(template -> path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
        .min(Comparator.comparingLong(template -> template.chars().filter(c -> c == '{').count()));
  }

  private JsonNode body(String method, String template) {
    return document
        .path("paths")
        .path(template)
        .path(method)
        .path("requestBody")
        .path("content")
        .path("application/json")
        .path("schema");
  }

  /**
   * The body as the description wants it. It calls the id of an attachment a snowflake where the
   * documentation shows the number of the file, and permissions a number where the documentation
   * shows text.
   */
  private static JsonNode described(JsonNode body) {
    JsonNode copy = body.deepCopy();
    for (JsonNode message : List.of(copy, copy.path("data"))) {
      for (JsonNode attachment : message.path("attachments")) {
        ((ObjectNode) attachment).put("id", attachment.path("id").asText());
      }
    }
    if (copy.isArray()) {
      for (JsonNode command : copy) {
        JsonNode permissions = command.path("default_member_permissions");
        if (permissions.isTextual()) {
          ((ObjectNode) command).put("default_member_permissions", permissions.asLong());
        }
      }
    }
    return copy;
  }

  private Schema schema(String method, String template) {
    ObjectNode schema = JSON.createObjectNode();
    schema.putArray("allOf").add(body(method, template));
    // References in it are written as from the root of the description.
    schema.set("components", document.path("components"));
    return registry.getSchema(schema);
  }
}
