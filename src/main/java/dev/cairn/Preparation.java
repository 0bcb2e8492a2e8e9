package dev.cairn;

import dev.cairn.catalog.search.CatalogSearch;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.database.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Derives, when the program is packaged, what each of its starts would derive anew, and puts it
 * into the jar: {@code java dev.cairn.Preparation JAR}. Without it every start finds the same, only
 * later.
 */
public final class Preparation {
  private Preparation() {}

  /** Prepares a jar. */
  public static void main(String[] args) throws IOException {
    Path scratch = Files.createTempDirectory("cairn-prepared");
    Path content = scratch.resolve("seeds");
    try (OutputStream to = Files.newOutputStream(content)) {
      CatalogLoader.prepare(to);
    }
    Path index = scratch.resolve("index");
    try (OutputStream to = Files.newOutputStream(index)) {
      CatalogSearch.prepare(CatalogLoader.builtIn(), to);
    }
    Path migrations = scratch.resolve("migrations");
    Path database = scratch.resolve("database");
    Database.prepare(migrations, database);
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(args[0]))) {
      Path prepared = Files.createDirectories(jar.getPath("prepared"));
      for (Path file : List.of(content, index, migrations, database)) {
        Files.move(
            file,
            prepared.resolve(scratch.relativize(file).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.delete(scratch);
  }
}
