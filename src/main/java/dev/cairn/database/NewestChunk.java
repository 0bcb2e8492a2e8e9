package dev.cairn.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the newest chunk of H2's file after a crash, and writes into the file's header where it is.
 *
 * <p>H2 writes what is committed as a chunk, into free space or at the end of the file. The header
 * leads to one chunk, that chunk to where the next is likely to come, and so on. When the guess
 * fails, H2 2.5.252 corrects the header a chunk too late: killed before the next correction, it
 * opens its file as of an older commit. See docs/decisions/0002-h2-durability.md.
 */
final class NewestChunk {
  private static final Logger LOG = LoggerFactory.getLogger(NewestChunk.class);

  private static final int BLOCK = 4096;

  /** The header stands in the file twice. */
  private static final int HEADERS = 2;

  private static final int BLOCKS_READ_AT_ONCE = 256;
  private static final int LONGEST_CHUNK_HEADER = 1024;
  private static final int CHUNK_FOOTER = 128;
  private static final byte[] CHUNK = "chunk:".getBytes(StandardCharsets.ISO_8859_1);

  /**
   * A file in the URL of a database; in memory, over the network and inside a jar there is none.
   */
  private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:)?(?!\\w{2,}:)([^;]+).*");

  private final FileChannel file;

  private NewestChunk(FileChannel file) {
    this.file = file;
  }

  /**
   * A chunk in the file.
   *
   * @param block the number of its first block
   * @param id as its header says
   * @param version grows with every chunk
   * @param time when it was written, in milliseconds since the file was made
   */
  private record Chunk(long block, long id, long version, long time) {}

  /**
   * Corrects the header of a database's file, where a crash left it wrong. Leaves alone what was
   * closed in order, is open in a process, or is no file of H2's.
   *
   * @param url of the database
   * @throws IOException when the file cannot be read or written
   */
  static void lead(String url) throws IOException {
    Matcher matcher = FILE.matcher(url);
    if (matcher.matches()) {
      Path path =
          Path.of(matcher.group(1).replaceFirst("^~", System.getProperty("user.home")) + ".mv.db");
      if (Files.isRegularFile(path)) {
        lead(path);
      }
    }
  }

  private static void lead(Path path) throws IOException {
    try (FileChannel file =
            FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      if (lock != null) {
        new NewestChunk(file).lead();
      }
    } catch (OverlappingFileLockException open) {
      // This process has it open itself: nothing crashed.
    }
  }

  private void lead() throws IOException {
    Optional<Map<String, String>> header = header();
    if (header.isEmpty() || header.get().containsKey("clean")) {
      return;
    }
    Map<String, String> fields = header.get();
    Optional<Chunk> led = chunk(number(fields, "block"));
    if (led.isEmpty()) {
      // The file is so new that its header leads nowhere yet, or H2 looks through all of it itself.
      return;
    }
    Chunk newest = newest(led.get());
    if (!newest.equals(led.get())) {
      fields.put("block", Long.toHexString(newest.block));
      fields.put("chunk", Long.toHexString(newest.id));
      fields.put("version", Long.toHexString(newest.version));
      write(fields);
      LOG.info(
          "after a crash, the database goes on from version {} and not {}",
          newest.version,
          led.get().version);
    }
  }

  /** The newer of the headers that are whole. */
  private Optional<Map<String, String>> header() throws IOException {
    return Stream.of(checked(read(0, BLOCK)), checked(read(BLOCK, BLOCK)))
        .flatMap(Optional::stream)
        .max(Comparator.comparingLong(fields -> number(fields, "version")));
  }

  /**
   * The newest chunk from a chunk on. One with a later version that was written earlier is left
   * from before an older crash.
   */
  private Chunk newest(Chunk from) throws IOException {
    Chunk newest = from;
    long blocks = file.size() / BLOCK;
    for (long first = HEADERS; first < blocks; first += BLOCKS_READ_AT_ONCE) {
      byte[] bytes = read(first * BLOCK, BLOCKS_READ_AT_ONCE * BLOCK);
      for (int i = 0; i < bytes.length / BLOCK; i++) {
        if (Arrays.equals(bytes, i * BLOCK, i * BLOCK + CHUNK.length, CHUNK, 0, CHUNK.length)) {
          Optional<Chunk> found = chunk(first + i);
          if (found.isPresent() && isNewer(found.get(), newest)) {
            newest = found.get();
          }
        }
      }
    }
    return newest;
  }

  private static boolean isNewer(Chunk chunk, Chunk than) {
    return (chunk.version > than.version && chunk.time >= than.time)
        || (chunk.version == than.version && chunk.time > than.time);
  }

  /** The chunk that begins at a block, if it is there to its end. */
  private Optional<Chunk> chunk(long block) throws IOException {
    if (block < HEADERS) {
      return Optional.empty();
    }
    String text =
        new String(read(block * BLOCK, LONGEST_CHUNK_HEADER), StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    if (!text.startsWith("chunk:") || end < 0) {
      return Optional.empty();
    }
    Map<String, String> fields = map(text.substring(0, end).strip());
    long length = number(fields, "len");
    if (length < 1) {
      return Optional.empty();
    }
    Chunk chunk =
        new Chunk(
            block, number(fields, "chunk"), number(fields, "version"), number(fields, "time"));
    boolean isWhole =
        checked(read((block + length) * BLOCK - CHUNK_FOOTER, CHUNK_FOOTER))
            .filter(footer -> number(footer, "chunk") == chunk.id)
            .filter(footer -> number(footer, "version") == chunk.version)
            .isPresent();
    return isWhole ? Optional.of(chunk) : Optional.empty();
  }

  private byte[] read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) >= 0) {
      // As much as there is.
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private void write(Map<String, String> fields) throws IOException {
    fields.remove("fletcher");
    byte[] unchecked =
        DataUtils.appendMap(new StringBuilder(), new HashMap<>(fields))
            .toString()
            .getBytes(StandardCharsets.ISO_8859_1);
    int checksum = DataUtils.getFletcher32(unchecked, 0, unchecked.length);
    String header =
        new String(unchecked, StandardCharsets.ISO_8859_1)
            + ",fletcher:"
            + Integer.toHexString(checksum)
            + "\n";
    ByteBuffer blocks = ByteBuffer.allocate(HEADERS * BLOCK);
    blocks.put(header.getBytes(StandardCharsets.ISO_8859_1)).position(BLOCK);
    blocks.put(header.getBytes(StandardCharsets.ISO_8859_1)).position(0);
    while (blocks.hasRemaining()) {
      file.write(blocks, blocks.position());
    }
    file.force(true);
  }

  /** The fields of a text that ends with its checksum, if that is right. */
  private static Optional<Map<String, String>> checked(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    int checksum = text.indexOf(",fletcher:");
    if (checksum < 0 || end < checksum) {
      return Optional.empty();
    }
    Map<String, String> fields = map(text.substring(0, end).strip());
    return (int) number(fields, "fletcher") == DataUtils.getFletcher32(bytes, 0, checksum)
        ? Optional.of(fields)
        : Optional.empty();
  }

  private static Map<String, String> map(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split(",", -1)) {
      String[] parts = field.split(":", 2);
      fields.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return fields;
  }

  /** A number as H2 writes it, to base 16; -1 where there is none. */
  private static long number(Map<String, String> fields, String name) {
    String text = fields.getOrDefault(name, "").toLowerCase(Locale.ROOT);
    return text.matches("[0-9a-f]{1,15}") ? Long.parseLong(text, 16) : -1;
  }
}
