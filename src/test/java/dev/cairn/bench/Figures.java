package dev.cairn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured: by scenario and step, each figure as the median of the rounds.
 *
 * <p>Figures by the wall clock are compared as ratios to the ping bot that took turns with us; what
 * we take of the processors and of memory, and what we ask of the platform, as they are.
 */
final class Figures {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** How much worse than the recorded baseline a figure may be, by the end of its name. */
  private static final Map<String, Double> TOLERANCE =
      Map.of(
          "p50 of ping", 0.25,
          "p99 of ping", 0.60,
          "rate of ping", 0.25,
          "processor of ping", 0.35,
          "allocated KB", 0.10,
          "calls", 0.05,
          "statements", 0.0,
          "start of ping", 0.25,
          "idle MB", 0.10,
          "loaded MB", 0.20);

  private final Map<String, Map<String, List<Double>>> samples = new LinkedHashMap<>();

  /** Notes one round's figure. */
  void add(String subject, String figure, double value) {
    samples
        .computeIfAbsent(subject, key -> new LinkedHashMap<>())
        .computeIfAbsent(figure, key -> new ArrayList<>())
        .add(value);
  }

  /** The value that this share of them does not exceed; there is at least one. */
  static double quantile(Collection<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** All figures, rounded to what they are worth. */
  ObjectNode json() {
    ObjectNode all = JSON.createObjectNode();
    samples.forEach((subject, figures) -> {
      ObjectNode node = all.putObject(subject);
      figures.forEach((name, values) -> node.put(name, Math.round(median(values) * 1000) / 1000.0));
    });
    return all;
  }

  void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(json()) + "\n");
  }

  /** A table of all figures, in Markdown. */
  String table() {
    StringBuilder table = new StringBuilder();
    json()
        .properties()
        .forEach(subject -> {
          table.append("| ").append(subject.getKey()).append(" | ");
          subject
              .getValue()
              .properties()
              .forEach(figure ->
                  table
                      .append(figure.getKey())
                      .append(' ')
                      .append(figure.getValue().asText())
                      .append(" · "));
          table.setLength(table.length() - 3);
          table.append(" |\n");
        });
    return table.toString();
  }

  /** What got worse than it was when the baseline was recorded, a line each. */
  List<String> worseThan(Path baseline) throws IOException {
    JsonNode before = JSON.readTree(Files.readString(baseline));
    List<String> worse = new ArrayList<>();
    json()
        .properties()
        .forEach(subject ->
            subject
                .getValue()
                .properties()
                .forEach(figure -> {
                  Double tolerance =
                      TOLERANCE.get(
                          subject.getKey().startsWith("statements")
                              ? "statements"
                              : figure.getKey());
                  JsonNode was = before.path(subject.getKey()).path(figure.getKey());
                  if (tolerance != null && was.isNumber()) {
                    double now = figure.getValue().asDouble();
                    boolean more = figure.getKey().startsWith("rate");
                    double limit = was.asDouble() * (more ? 1 - tolerance : 1 + tolerance);
                    if (more ? now < limit : now > limit + 0.01) {
                      worse.add(
                          "%s: %s is %s, was %s"
                              .formatted(subject.getKey(), figure.getKey(), now, was));
                    }
                  }
                }));
    return worse;
  }
}
