package dev.cairn.platform.slack.standin;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** Holds blocks against Slack's types, where those are present. */
  public static void assertBlocks(JsonArray blocks) {
    assertThat(ofBlocks(blocks)).as("%s", blocks).isEmpty();
  }

  /** Holds a modal against Slack's types, where those are present. */
  public static void assertModal(JsonObject view) {
    assertThat(ofModal(view)).as("%s", view).isEmpty();
  }

  /** Holds App Home against Slack's types, where those are present. */
  public static void assertHome(JsonObject view) {
    assertThat(ofHome(view)).as("%s", view).isEmpty();
  }

  /** What is wrong with blocks; nothing, where Slack's types are not present. */
  static List<String> ofBlocks(JsonArray blocks) {
    List<String> wrong = new ArrayList<>();
    for (JsonElement block : blocks) {
      String type = block.getAsJsonObject().get("type").getAsString();
      String definition = DEFINITIONS.get(type);
      wrong.addAll(
          definition == null
              ? List.of("a block of type " + type)
              : wrong("slack-KnownBlock.schema.json", definition, block));
    }
    return wrong;
  }

  /** What is wrong with a modal; nothing, where Slack's types are not present. */
  static List<String> ofModal(JsonObject view) {
    List<String> wrong = new ArrayList<>(wrong("slack-ModalView.schema.json", "ModalView", view));
    wrong.addAll(ofBlocks(view.getAsJsonArray("blocks")));
    return wrong;
  }

  /** What is wrong with App Home; nothing, where Slack's types are not present. */
  static List<String> ofHome(JsonObject view) {
    List<String> wrong = new ArrayList<>(wrong("slack-HomeView.schema.json", "HomeView", view));
    wrong.addAll(ofBlocks(view.getAsJsonArray("blocks")));
    return wrong;
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

  private static List<String> wrong(String file, String definition, JsonElement value) {
    if (!present()) {
      return List.of();
    }
    Schema schema =
        SCHEMAS.computeIfAbsent(
            file + "#" + definition,
            key -> {
              JsonObject json = read(file);
              json.addProperty("$ref", "#/definitions/" + definition);
              return schema(json);
            });
    return schema.validate(value.toString(), InputFormat.JSON).stream()
        .map(error -> definition + ": " + error.getInstanceLocation() + " " + error)
        .toList();
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
