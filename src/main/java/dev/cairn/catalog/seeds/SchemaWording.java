package dev.cairn.catalog.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Says in an author's words what a JSON Schema found.
 *
 * @param node what is wrong
 * @param name the key it stands under
 * @param error what the schema found
 * @param schema the part of the schema that the value does not fit
 */
record SchemaWording(SeedNode node, String name, Error error, JsonNode schema) {
  private static final int LONGEST_QUOTE = 50;

  ContentProblem problem() {
    return switch (error.getKeyword()) {
      case "required" -> {
        String key = error.getProperty();
        yield node.problem(
            quoted(key) + " is missing",
            "add it: " + description(schema.path("properties").path(key)));
      }
      case "additionalProperties" -> {
        String key = error.getProperty();
        List<String> known = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        yield new ContentProblem(
            node.file(),
            keyLine(key),
            "there is no key " + quoted(key) + " here",
            Remedy.of(key, known, "use one of " + String.join(", ", known)));
      }
      case "type" ->
          node.problem(
              quoted(name) + " is " + type(found()) + ", not " + wanted(),
              wanted().equals("a text") && Set.of("integer", "number", "boolean").contains(found())
                  ? "put it in quotes"
                  : "write " + wanted());
      case "enum" -> {
        List<String> known = new ArrayList<>();
        schema.path("enum").forEach(value -> known.add(value.asText()));
        yield node.problem(
            quoted(name) + " is " + quoted(value()),
            Remedy.of(value(), known, "write one of " + String.join(", ", known)));
      }
      case "minimum" ->
          node.problem(
              quoted(name) + " is " + value(), "write at least " + schema.path("minimum").asText());
      case "maximum" ->
          node.problem(
              quoted(name) + " is " + value(), "write at most " + schema.path("maximum").asText());
      case "maxLength" ->
          node.problem(
              quoted(name) + " has " + value().codePointCount(0, value().length()) + " characters",
              "shorten it to at most " + schema.path("maxLength").asText());
      case "minLength" -> node.problem(quoted(name) + " is empty", "write it");
      case "minItems" -> {
        int least = schema.path("minItems").asInt();
        yield node.problem(
            quoted(name) + " is " + list(),
            least == 1 ? "name at least one" : "name at least " + least);
      }
      case "maxItems" ->
          node.problem(
              quoted(name) + " is " + list(), "name at most " + schema.path("maxItems").asText());
      case "uniqueItems" -> node.problem(quoted(name) + " names something twice", "name it once");
      case "pattern" ->
          node.problem(
              quoted(name) + " is " + quoted(value()), "it should be: " + description(schema));
      default ->
          node.problem(
              quoted(name) + " " + error.getMessage(), "it should be: " + description(schema));
    };
  }

  private int keyLine(String key) {
    return node instanceof SeedNode.Mapping mapping
        ? mapping.fields().stream()
            .filter(field -> field.key().equals(key))
            .findFirst()
            .orElseThrow()
            .line()
        : node.line();
  }

  private String value() {
    return node.text().orElse("");
  }

  private String found() {
    return error.getArguments()[0].toString();
  }

  private static String quoted(String text) {
    String line = text.replace('\n', ' ');
    return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
        ? "\"" + line + "\""
        : "\"" + line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…\"";
  }

  private static String description(JsonNode schema) {
    return schema.path("description").asText("see the schema");
  }

  /** The type, or the types, that it may have. */
  private String wanted() {
    JsonNode type = schema.path("type");
    return type.isArray()
        ? StreamSupport.stream(type.spliterator(), false)
            .map(one -> type(one.asText()))
            .collect(Collectors.joining(" or "))
        : type(type.asText());
  }

  private String list() {
    int size = node instanceof SeedNode.Sequence list ? list.values().size() : 0;
    return size == 0 ? "an empty list" : "a list of " + size;
  }

  private static String type(String type) {
    return switch (type) {
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "keys with values";
      case "null" -> "nothing";
      default -> type;
    };
  }
}
