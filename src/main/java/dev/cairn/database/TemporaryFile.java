package dev.cairn.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.FileUtils;

/**
 * The file of an H2 database that nobody else opens and that nothing is left of: it is deleted with
 * its last use, also where the process is killed.
 */
public final class TemporaryFile extends FilePathWrapper {
  private static final String SCHEME = "cairn-temporary";
  private static final String ENDING = ".mv.db";

  /** What files begin with that are yet to be made, by their names. */
  private static final Map<String, byte[]> BEGINNINGS = new ConcurrentHashMap<>();

  /** For H2, which makes one for each file. */
  public TemporaryFile() {}

  /** What the URL of such a database begins with. */
  static String url() {
    return "jdbc:h2:" + SCHEME + ":";
  }

  /** Has the database of a URL begin as a copy, when it is opened. */
  static void begin(String url, byte[] copied) {
    BEGINNINGS.put(url.substring(url().length()) + ENDING, copied);
  }

  /** Has H2 know of such files. */
  static void register() {
    FilePath.register(new TemporaryFile());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  protected FilePath unwrap(String path) {
    return FilePath.get(
        Path.of(System.getProperty("java.io.tmpdir"), path.substring(getPrefix().length()))
            .toString());
  }

  @Override
  public FilePath getParent() {
    return getBase().getParent();
  }

  @Override
  public FilePath toRealPath() {
    return this;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    Set<OpenOption> options = new HashSet<>(FileUtils.modeToOptions(mode));
    options.add(StandardOpenOption.DELETE_ON_CLOSE);
    Path path = Path.of(getBase().toString());
    FileChannel file = FileChannel.open(path, options);
    byte[] beginning = BEGINNINGS.remove(path.getFileName().toString());
    if (beginning != null) {
      ByteBuffer copied = ByteBuffer.wrap(beginning);
      while (copied.hasRemaining()) {
        file.write(copied, copied.position());
      }
    }
    return file;
  }
}
