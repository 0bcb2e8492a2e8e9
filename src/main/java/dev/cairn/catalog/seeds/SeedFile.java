package dev.cairn.catalog.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a file of the content as YAML. */
final class SeedFile {
  private SeedFile() {}

  /**
   * The value that a file holds.
   *
   * @throws BrokenContentException if there is no such file, or it is not YAML
   */
  static SeedNode read(Seeds seeds, String file) {
    if (!seeds.has(file)) {
      throw new BrokenContentException(
          List.of(new ContentProblem(file, 1, "there is no such file", "add it")));
    }
    // Lists and mappings that stand for others would let a short file grow without bounds.
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(0).build();
    try (InputStream stream = seeds.open(file)) {
      Optional<Node> root = new Compose(settings).composeInputStream(stream);
      return root.map(node -> new SeedNode(file, node))
          .orElseThrow(
              () ->
                  new BrokenContentException(
                      List.of(new ContentProblem(file, 1, "the file is empty", "fill it"))));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw new BrokenContentException(
          List.of(
              new ContentProblem(
                  file,
                  line,
                  "not YAML: " + e.getProblem(),
                  "look at this line and the one above for a wrong indent, an open quote, or a"
                      + " text with \": \" in it that needs quotes")));
    } catch (YamlEngineException e) {
      throw new BrokenContentException(
          List.of(
              new ContentProblem(
                  file,
                  1,
                  "not YAML that can be read: " + e.getMessage(),
                  "use plain YAML in UTF-8, without anchors for lists and mappings")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
