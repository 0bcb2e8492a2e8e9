package dev.cairn.catalog.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeedFilesTest {
  private static final Path SEEDS = Path.of("seeds");

  static Iterable<String> files() throws IOException {
    return new Seeds.Folder(SEEDS).files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void nameTheSchemaThatCompletesThemInAnEditor(String file) throws IOException {
    String header = Files.readString(SEEDS.resolve(file)).lines().findFirst().orElse("");
    String prefix = "# yaml-language-server: $schema=";

    assertThat(header).startsWith(prefix);
    assertThat(SEEDS.resolve(file).resolveSibling(header.substring(prefix.length())).normalize())
        .isEqualTo(SEEDS.resolve("schema/" + SchemaCheck.schemaOf(file) + ".schema.json"))
        .isRegularFile();
  }
}
