package dev.cairn.catalog.search;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * The index of the built-in content as it was built when the program was packaged: to read it takes
 * a small part of the time that building it would take.
 *
 * <p>It begins with the fingerprint of the texts that it is of. Then come the index's files, each
 * its name, its length and its bytes.
 */
final class PreparedIndex {
  /** Where it is in the packaged program. */
  private static final String RESOURCE = "/prepared/index";

  private PreparedIndex() {}

  /**
   * The prepared index of these texts, if there is one: not of a community's own, nor where nothing
   * was packaged.
   *
   * @param fingerprint of the texts
   */
  static Optional<Directory> of(long fingerprint) throws IOException {
    try (InputStream prepared = PreparedIndex.class.getResourceAsStream(RESOURCE)) {
      return prepared == null ? Optional.empty() : read(prepared, fingerprint);
    }
  }

  /** The index that was written, if it is of these texts. */
  static Optional<Directory> read(InputStream written, long fingerprint) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(written));
    if (in.readLong() != fingerprint) {
      return Optional.empty();
    }
    Directory index = new ByteBuffersDirectory();
    for (int left = in.readInt(); left > 0; left--) {
      try (IndexOutput file = index.createOutput(in.readUTF(), IOContext.DEFAULT)) {
        byte[] bytes = in.readNBytes(in.readInt());
        file.writeBytes(bytes, bytes.length);
      }
    }
    return Optional.of(index);
  }

  /** Writes the index of texts with this fingerprint. */
  static void write(Directory index, long fingerprint, OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeLong(fingerprint);
    String[] files = index.listAll();
    out.writeInt(files.length);
    for (String file : files) {
      try (IndexInput in = index.openInput(file, IOContext.READONCE)) {
        byte[] bytes = new byte[Math.toIntExact(in.length())];
        in.readBytes(bytes, 0, bytes.length);
        out.writeUTF(file);
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
    out.flush();
  }
}
