package dev.cairn.catalog.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks the form of every file against its JSON Schema, the same that completes it in an editor.
 */
final class SchemaCheck {
  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]{0,15})(\\.[0-9]{1,15})?(e-?[0-9]{1,2})?");

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new HashMap<>();
  private final List<ContentProblem> problems = new ArrayList<>();

  List<ContentProblem> check(SeedTree tree) {
    tree.files()
        .forEach((file, root) -> {
          Schema schema = schemas.computeIfAbsent(schemaOf(file), this::load);
          schema.validate(json(root)).forEach(error -> problems.add(problem(root, error)));
        });
    return problems;
  }

  static String schemaOf(String file) {
    if (file.startsWith("tracks/")) {
      return "track";
    }
    if (file.startsWith("journey/")) {
      return "journey";
    }
    if (file.startsWith("terms/")) {
      return "terms";
    }
    return file.substring(0, file.lastIndexOf('.'));
  }

  private Schema load(String name) {
    return registry.getSchema(SchemaLocation.of("classpath:seeds/schema/" + name + ".schema.json"));
  }

  private JsonNode json(SeedNode node) {
    return switch (node) {
      case SeedNode.Scalar scalar -> scalar(scalar);
      case SeedNode.Sequence sequence -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        sequence.values().forEach(value -> array.add(json(value)));
        yield array;
      }
      case SeedNode.Mapping mapping -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Set<String> keys = new HashSet<>();
        for (SeedNode.Field field : mapping.fields()) {
          if (!keys.add(field.key())) {
            problems.add(
                new ContentProblem(
                    node.file(),
                    field.line(),
                    "\"" + field.key() + "\" is here a second time",
                    "keep one of them"));
          }
          object.set(field.key(), json(field.value()));
        }
        yield object;
      }
    };
  }

  /** The value of a scalar by the rules of YAML 1.2, as far as the content uses them. */
  private static JsonNode scalar(SeedNode.Scalar scalar) {
    String value = scalar.value();
    if (!scalar.plain()) {
      return TextNode.valueOf(value);
    }
    if (value.matches("-?(0|[1-9][0-9]{0,8})")) {
      return IntNode.valueOf(Integer.parseInt(value));
    }
    if (DECIMAL.matcher(value).matches()) {
      return DecimalNode.valueOf(new BigDecimal(value));
    }
    return switch (value) {
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      case "", "~", "null" -> NullNode.getInstance();
      default -> TextNode.valueOf(value);
    };
  }

  private ContentProblem problem(SeedNode root, Error error) {
    SeedNode node = root;
    String name = root.file();
    NodePath path = error.getInstanceLocation();
    for (int i = 0; i < path.getNameCount(); i++) {
      if (node instanceof SeedNode.Sequence list && path.getElement(i) instanceof Integer index) {
        node = list.values().get(index);
      } else {
        name = path.getName(i);
        node = node.find(name).orElseThrow();
      }
    }
    SchemaLocation keyword = error.getSchemaLocation();
    SchemaLocation around =
        new SchemaLocation(keyword.getAbsoluteIri(), keyword.getFragment().getParent());
    return new SchemaWording(node, name, error, registry.getSchema(around).getSchemaNode())
        .problem();
  }
}
