package dev.cairn.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The file of a backup: gzipped JSON lines. The first names the version of the tables, each that
 * follows is a row, the last counts the rows of each table and bears a checksum of all lines before
 * it, so that a file that was cut off or damaged is not taken for a whole one.
 */
final class BackupFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BackupFile() {}

  /** A row of a table. */
  record Row(String table, JsonNode values) {}

  /** Counts and sums up the lines of a file. */
  private static final class Sum {
    private final Map<String, Long> rows = new TreeMap<>();
    private final MessageDigest digest;

    private Sum() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    private void add(String line) {
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }

    private void count(String table) {
      rows.merge(table, 1L, Long::sum);
    }

    private ObjectNode trailer() {
      ObjectNode trailer = JSON.createObjectNode().put("cairn", "end");
      ObjectNode counts = trailer.putObject("rows");
      rows.forEach(counts::put);
      return trailer.put("sha256", HexFormat.of().formatHex(digest.digest()));
    }

    private long total() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Writes a file. */
  static final class Out implements AutoCloseable {
    private final BufferedWriter writer;
    private final Sum sum = new Sum();

    /**
     * Begins a file.
     *
     * @param file must not exist
     * @param version of the tables
     */
    Out(Path file, String version) throws IOException {
      writer =
          new BufferedWriter(
              new OutputStreamWriter(
                  new GZIPOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)),
                  StandardCharsets.UTF_8));
      line(JSON.createObjectNode().put("cairn", "backup").put("version", version));
    }

    /** Begins a table, which may have no rows. */
    void table(String table) {
      sum.rows.put(table, 0L);
    }

    void row(String table, ObjectNode values) {
      ObjectNode row = JSON.createObjectNode().put("table", table);
      row.set("row", values);
      line(row);
      sum.count(table);
    }

    /** Ends the file; without it, the file is refused. */
    long end() {
      long total = sum.total();
      write(sum.trailer().toString());
      return total;
    }

    private void line(ObjectNode json) {
      String line = json.toString();
      sum.add(line);
      write(line);
    }

    private void write(String line) {
      try {
        writer.write(line);
        writer.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  /** Reads a file. */
  static final class In implements AutoCloseable {
    private final BufferedReader reader;
    private final Sum sum = new Sum();
    private final String version;

    /**
     * Begins to read a file.
     *
     * @throws DatabaseException when it is no backup
     */
    In(Path file) throws IOException {
      try {
        reader =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
      } catch (ZipException | EOFException e) {
        throw new DatabaseException("not a backup: " + file, e);
      }
      JsonNode header = line();
      if (header == null || !header.path("cairn").asText().equals("backup")) {
        throw new DatabaseException("not a backup: its first line does not say so", null);
      }
      version = header.path("version").asText();
    }

    /** The version of the tables. */
    String version() {
      return version;
    }

    /**
     * The next row, null after the last.
     *
     * @throws DatabaseException when the file is damaged or cut off
     */
    @Nullable Row next() {
      JsonNode line = line();
      if (line == null) {
        throw cutOff(null);
      }
      if (line.path("cairn").asText().equals("end")) {
        requireWhole(line);
        return null;
      }
      String table = line.path("table").asText();
      sum.count(table);
      return new Row(table, line.path("row"));
    }

    long rows() {
      return sum.total();
    }

    private void requireWhole(JsonNode trailer) {
      trailer.path("rows").fieldNames().forEachRemaining(table -> sum.rows.putIfAbsent(table, 0L));
      if (!trailer.toString().equals(sum.trailer().toString()) || line() != null) {
        throw new DatabaseException(
            "the backup is damaged: its rows are not those that were written", null);
      }
    }

    private @Nullable JsonNode line() {
      try {
        String line = reader.readLine();
        if (line == null) {
          return null;
        }
        JsonNode json = JSON.readTree(line);
        if (!json.path("cairn").asText().equals("end")) {
          sum.add(line);
        }
        return json;
      } catch (EOFException e) {
        throw cutOff(e);
      } catch (JsonProcessingException e) {
        throw new DatabaseException("the backup is damaged: " + e.getOriginalMessage(), e);
      } catch (ZipException e) {
        throw new DatabaseException("the backup is damaged: " + e.getMessage(), e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static DatabaseException cutOff(@Nullable Throwable cause) {
      return new DatabaseException(
          "the backup was cut off: its end is missing; nothing was restored", cause);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
