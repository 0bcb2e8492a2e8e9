package dev.cairn.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slack's own types as JSON Schema. They are not ours to ship, so they are read from {@code
 * shared/specs} beside the project or beside one of the folders above it, where that is present;
 * elsewhere nothing is held against them.
 */
public final class SlackSchemas {
  private static final Optional<Path> FOLDER = folder();
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  /** The definitions of the blocks that we send, by type. */
  private static final Map<String, String> DEFINITIONS =
      Map.of(
          "header", "HeaderBlock",
          "section", "SectionBlock",
          "context", "ContextBlock",
          "divider", "DividerBlock",
          "image", "ImageBlock",
          "actions", "ActionsBlock",
          "rich_text", "RichTextBlock",
          "table", "TableBlock",
          "input", "InputBlock");

  private SlackSchemas() {}

  static boolean present() {
    return FOLDER.isPresent();
  }

  public static void assertBlocks(JsonArray blocks) {
    for (JsonElement block : blocks) {
      String type = block.getAsJsonObject().get("type").getAsString();
      assertThat(DEFINITIONS).as("the blocks that we send").containsKey(type);
      assertValid(
          "slack-KnownBlock.schema.json", Objects.requireNonNull(DEFINITIONS.get(type)), block);
    }
  }

  public static void assertModal(JsonObject view) {
    assertValid("slack-ModalView.schema.json", "ModalView", view);
    assertBlocks(view.getAsJsonArray("blocks"));
  }

  public static void assertHome(JsonObject view) {
    assertValid("slack-HomeView.schema.json", "HomeView", view);
    assertBlocks(view.getAsJsonArray("blocks"));
  }

  /** Holds a manifest against Slack's schema, where that is present. */
  public static void assertManifest(JsonObject manifest) {
    if (present()) {
      Schema schema =
          SCHEMAS.computeIfAbsent(
              "manifest", key -> schema(read("slack-manifest.schema.2.0.0.json")));
      assertThat(schema.validate(manifest.toString(), InputFormat.JSON)).isEmpty();
    }
  }

  private static void assertValid(String file, String definition, JsonElement value) {
    if (present()) {
      Schema schema =
          SCHEMAS.computeIfAbsent(
              file + "#" + definition,
              key -> {
                JsonObject json = read(file);
                json.addProperty("$ref", "#/definitions/" + definition);
                return schema(json);
              });
      assertThat(schema.validate(value.toString(), InputFormat.JSON))
          .as("%s as %s", value, definition)
          .isEmpty();
    }
  }

  private static Schema schema(JsonObject json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(json.toString(), InputFormat.JSON);
  }

  private static JsonObject read(String file) {
    try {
      return JsonParser.parseString(Files.readString(FOLDER.orElseThrow().resolve(file)))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path specs = at.resolve("shared/specs");
      if (Files.isDirectory(specs)) {
        return Optional.of(specs);
      }
    }
    return Optional.empty();
  }
}
