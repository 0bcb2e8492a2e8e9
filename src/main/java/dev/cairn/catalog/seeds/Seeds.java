package dev.cairn.catalog.seeds;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the files of the content are. */
sealed interface Seeds {

  /**
   * The text of a file.
   *
   * @param file relative to the folder, with slashes
   */
  InputStream open(String file) throws IOException;

  /** Whether there is a file of this name. */
  boolean has(String file);

  /** The content that is part of the program. */
  record BuiltIn() implements Seeds {

    @Override
    public InputStream open(String file) throws IOException {
      InputStream stream = BuiltIn.class.getResourceAsStream("/seeds/" + file);
      if (stream == null) {
        throw new FileNotFoundException(file);
      }
      return stream;
    }

    @Override
    public boolean has(String file) {
      return BuiltIn.class.getResource("/seeds/" + file) != null;
    }
  }

  /** A folder of content. */
  record Folder(Path path) implements Seeds {

    @Override
    public InputStream open(String file) throws IOException {
      return Files.newInputStream(path.resolve(file));
    }

    @Override
    public boolean has(String file) {
      return Files.exists(path.resolve(file));
    }

    /** The YAML files in it, relative to it, with slashes. */
    List<String> files() throws IOException {
      try (Stream<Path> files = Files.find(path, 2, (file, is) -> is.isRegularFile())) {
        return files
            .map(file -> path.relativize(file).toString().replace('\\', '/'))
            .filter(file -> file.endsWith(".yaml") || file.endsWith(".yml"))
            .sorted()
            .toList();
      }
    }
  }
}
