package dev.cairn.catalog.seeds;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the content are. */
sealed interface Seeds {

  /** Whether there is a file of this name. */
  boolean has(String file);

  /**
   * The text of a file.
   *
   * @param file relative to the folder, with slashes
   */
  InputStream open(String file) throws IOException;

  /** The content that is part of the program. */
  record BuiltIn() implements Seeds {
    private static final String FOLDER = "/seeds/";

    @Override
    public boolean has(String file) {
      return BuiltIn.class.getResource(FOLDER + file) != null;
    }

    @Override
    public InputStream open(String file) throws IOException {
      InputStream stream = BuiltIn.class.getResourceAsStream(FOLDER + file);
      if (stream == null) {
        throw new FileNotFoundException(FOLDER + file);
      }
      return stream;
    }
  }

  /** A folder of content. */
  record Folder(Path path) implements Seeds {

    @Override
    public boolean has(String file) {
      return Files.isRegularFile(path.resolve(file));
    }

    @Override
    public InputStream open(String file) throws IOException {
      return Files.newInputStream(path.resolve(file));
    }
  }
}
