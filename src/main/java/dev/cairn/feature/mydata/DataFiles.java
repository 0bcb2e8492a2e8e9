package dev.cairn.feature.mydata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chat.reply.Block;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is kept about a member, as files: one for programs and one for a spreadsheet. */
final class DataFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter WRITER = JSON.writerWithDefaultPrettyPrinter();

  /** A text that a spreadsheet would reckon with; what it would take for spaces goes before. */
  private static final Pattern FORMULA = Pattern.compile("(?s)[\\p{Z}\\p{C}]*[=+\\-@|%＝＋－＠].*");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");

  private DataFiles() {}

  /** The files. */
  static List<Block.File> of(Map<String, List<ObjectNode>> records, Instant at) {
    return List.of(
        new Block.File("cairn-my-data.json", "application/json; charset=utf-8", json(records, at)),
        new Block.File("cairn-my-data.csv", "text/csv; charset=utf-8", csv(records)));
  }

  private static String json(Map<String, List<ObjectNode>> records, Instant at) {
    ObjectNode all = JSON.createObjectNode().put("exportedAt", at.toString());
    ObjectNode tables = all.putObject("records");
    records.forEach((table, rows) -> tables.putArray(table).addAll(rows));
    try {
      return WRITER.writeValueAsString(all);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A line for every value: the tables have different columns. */
  private static String csv(Map<String, List<ObjectNode>> records) {
    StringBuilder csv = new StringBuilder("record,number,field,value\r\n");
    records.forEach((table, rows) -> {
      for (int i = 0; i < rows.size(); i++) {
        for (Map.Entry<String, JsonNode> value : rows.get(i).properties()) {
          if (!value.getValue().isNull()) {
            csv.append(table).append(',').append(i + 1).append(',').append(value.getKey());
            csv.append(',').append(cell(value.getValue().asText())).append("\r\n");
          }
        }
      }
    });
    return csv.toString();
  }

  /** A value as a spreadsheet shows it, and never reckons with it. */
  static String cell(String value) {
    String harmless =
        FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches() ? "'" + value : value;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
