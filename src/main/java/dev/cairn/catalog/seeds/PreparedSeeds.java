package dev.cairn.catalog.seeds;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of the content as they were read, written so that no YAML has to be parsed to have them
 * again: that is most of what a start without it does.
 *
 * <p>Numbers take seven bits a byte, the lowest first, with the eighth where more follow. Texts are
 * UTF-8 after their length. First come the keys of all mappings, then each file's name and value; a
 * value is its kind, its line and what it holds.
 */
final class PreparedSeeds {
  /** Where it is in the packaged program. */
  private static final String RESOURCE = "/prepared/seeds";

  private static final List<SeedNode.Style> STYLES = List.of(SeedNode.Style.values());

  /** After the styles of single values. */
  private static final int SEQUENCE = STYLES.size();

  private static final int MAPPING = SEQUENCE + 1;

  private static final int LOW_BITS = 0x7f;
  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private final byte[] bytes;
  private final List<String> keys;
  private int next;
  private String file = "";

  private PreparedSeeds(byte[] bytes) {
    this.bytes = bytes;
    this.keys = new ArrayList<>();
    for (int left = number(); left > 0; left--) {
      keys.add(text());
    }
  }

  /** The content that is part of the program, where it was prepared when that was packaged. */
  static Optional<SeedTree> builtIn() {
    try (InputStream prepared = PreparedSeeds.class.getResourceAsStream(RESOURCE)) {
      return prepared == null ? Optional.empty() : Optional.of(read(prepared));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was written. */
  static SeedTree read(InputStream written) throws IOException {
    return new PreparedSeeds(written.readAllBytes()).tree();
  }

  /** Writes files that were read without a problem. */
  static void write(SeedTree tree, OutputStream to) throws IOException {
    Set<String> keys = new TreeSet<>();
    tree.files().values().forEach(file -> collectKeys(file, keys));
    List<String> table = List.copyOf(keys);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(all);
    write(table.size(), out);
    for (String key : table) {
      write(key, out);
    }
    write(tree.files().size(), out);
    for (Map.Entry<String, SeedNode> file : tree.files().entrySet()) {
      write(file.getKey(), out);
      write(file.getValue(), table, out);
    }
    all.writeTo(to);
  }

  private static void collectKeys(SeedNode node, Set<String> keys) {
    if (node instanceof SeedNode.Mapping mapping) {
      mapping.fields().forEach(field -> keys.add(field.key()));
    }
    node.children().forEach(child -> collectKeys(child, keys));
  }

  private static void write(SeedNode node, List<String> keys, DataOutputStream out)
      throws IOException {
    switch (node) {
      case SeedNode.Scalar scalar -> {
        out.writeByte(STYLES.indexOf(scalar.style()));
        write(scalar.line(), out);
        write(scalar.value(), out);
      }
      case SeedNode.Sequence sequence -> {
        out.writeByte(SEQUENCE);
        write(sequence.line(), out);
        write(sequence.values().size(), out);
        for (SeedNode value : sequence.values()) {
          write(value, keys, out);
        }
      }
      case SeedNode.Mapping mapping -> {
        out.writeByte(MAPPING);
        write(mapping.line(), out);
        write(mapping.fields().size(), out);
        for (SeedNode.Field field : mapping.fields()) {
          write(keys.indexOf(field.key()), out);
          write(field.line(), out);
          write(field.value(), keys, out);
        }
      }
    }
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    write(utf8.length, out);
    out.write(utf8);
  }

  private static void write(int number, DataOutputStream out) throws IOException {
    int rest = number;
    while (rest > LOW_BITS) {
      out.writeByte((rest & LOW_BITS) | MORE);
      rest >>>= BITS;
    }
    out.writeByte(rest);
  }

  private SeedTree tree() {
    Map<String, SeedNode> files = new LinkedHashMap<>();
    for (int left = number(); left > 0; left--) {
      file = text();
      files.put(file, node());
    }
    return new SeedTree(files, List.of());
  }

  private SeedNode node() {
    int kind = bytes[next];
    next++;
    int line = number();
    if (kind == MAPPING) {
      SeedNode.Field[] fields = new SeedNode.Field[number()];
      for (int i = 0; i < fields.length; i++) {
        fields[i] = new SeedNode.Field(keys.get(number()), number(), node());
      }
      return new SeedNode.Mapping(file, line, Arrays.asList(fields));
    }
    if (kind == SEQUENCE) {
      SeedNode[] values = new SeedNode[number()];
      for (int i = 0; i < values.length; i++) {
        values[i] = node();
      }
      return new SeedNode.Sequence(file, line, Arrays.asList(values));
    }
    return new SeedNode.Scalar(file, line, text(), STYLES.get(kind));
  }

  private String text() {
    int length = number();
    String text = new String(bytes, next, length, StandardCharsets.UTF_8);
    next += length;
    return text;
  }

  private int number() {
    int number = 0;
    int shift = 0;
    int part;
    do {
      part = bytes[next];
      next++;
      number |= (part & LOW_BITS) << shift;
      shift += BITS;
    } while ((part & MORE) != 0);
    return number;
  }
}
