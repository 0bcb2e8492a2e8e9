package dev.cairn.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The file of an H2 database, looked at before it is opened. H2 itself opens a file whose end is
 * missing as of the newest version that it still finds in it, which may be an empty one.
 */
final class H2File {
  /** A file in the URL of a database; in memory, over the network or inside a jar there is none. */
  private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:)?(?![\\w-]{2,}:)([^;]+).*");

  private static final Pattern VERSION = Pattern.compile("^H:2,.*version:([0-9a-f]{1,15})[,\\n]");

  /** What the header says of a file that was closed in order. */
  private static final Pattern CLOSED = Pattern.compile("^H:2,.*clean:1[,\\n]");

  private static final int HEADER = 4096;
  private static final int BLOCK = 4096;
  private static final int HEX = 16;

  /**
   * How many versions may be missing where the file was not closed in order: what was not synced
   * yet when the power went, and so was acknowledged to nobody.
   */
  private static final long UNSYNCED = 32;

  private final Path path;

  private H2File(Path path) {
    this.path = path;
  }

  /** The file that a URL names, if there is one. */
  static Optional<Path> of(String url) {
    Matcher matcher = FILE.matcher(url);
    return matcher.matches()
        ? Optional.of(
            Path.of(
                matcher.group(1).replaceFirst("^~", System.getProperty("user.home")) + ".mv.db"))
        : Optional.empty();
  }

  /**
   * Passes a file that is whole, that is not there yet, or that a process has open.
   *
   * @throws DatabaseException when a part of it is missing
   */
  static void requireWhole(String url) throws IOException {
    Optional<Path> path = of(url);
    if (path.isPresent() && Files.isRegularFile(path.get())) {
      new H2File(path.get()).requireWhole();
    }
  }

  private void requireWhole() throws IOException {
    if (Files.size(path) == 0) {
      throw refused("is empty");
    }
    String header = header();
    Matcher matcher = VERSION.matcher(header);
    // -1 where the header promises nothing.
    long version = matcher.find() ? Long.parseLong(matcher.group(1), HEX) : -1;
    boolean closed = CLOSED.matcher(header).find();
    try (MVStore store = new MVStore.Builder().fileName(path.toString()).readOnly().open()) {
      requireWhole(store);
    } catch (MVStoreException e) {
      // One that is only just made has a header and nothing else.
      if (e.getErrorCode() != DataUtils.ERROR_FILE_LOCKED
          && (version < 0 || closed || version > UNSYNCED)) {
        throw refused("is damaged or was cut off");
      }
    }
  }

  private String header() throws IOException {
    byte[] header = new byte[HEADER];
    try (var in = Files.newInputStream(path)) {
      in.readNBytes(header, 0, HEADER);
    }
    return new String(header, StandardCharsets.ISO_8859_1);
  }

  private void requireWhole(MVStore store) throws IOException {
    Map<String, Object> header = store.getStoreHeader();
    long promised = Long.parseLong(String.valueOf(header.getOrDefault("version", "0")), HEX);
    long missing = promised - store.getCurrentVersion();
    if (missing > (header.containsKey("clean") ? 0 : UNSYNCED)) {
      throw refused("was cut off: its newest %d versions are missing".formatted(missing));
    }
    if (end(store) > Files.size(path)) {
      throw refused("was cut off: it ends before what it holds does");
    }
  }

  /** Where the last of what is still needed ends. */
  private static long end(MVStore store) {
    long end = 0;
    for (Map.Entry<String, String> entry : store.getLayoutMap().entrySet()) {
      if (entry.getKey().startsWith("chunk.")) {
        Map<String, String> chunk = DataUtils.parseMap(entry.getValue());
        end = Math.max(end, (number(chunk, "block") + number(chunk, "len")) * BLOCK);
      }
    }
    return end;
  }

  private static long number(Map<String, String> chunk, String name) {
    return Long.parseLong(chunk.getOrDefault(name, "0"), HEX);
  }

  private DatabaseException refused(String why) {
    return new DatabaseException(
        "the file of the database %s %s; restore a backup into a new one (cairn database restore), or, if it never held anything, delete it"
            .formatted(path, why),
        null);
  }
}
