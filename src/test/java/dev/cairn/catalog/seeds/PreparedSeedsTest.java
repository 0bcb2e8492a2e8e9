package dev.cairn.catalog.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreparedSeedsTest {

  @Test
  void holdTheBuiltInContentAsItsFilesDo() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    CatalogLoader.prepare(written);

    SeedTree prepared = PreparedSeeds.read(new ByteArrayInputStream(written.toByteArray()));

    SeedTree files = SeedTree.read(new Seeds.BuiltIn());
    assertThat(prepared).isEqualTo(files);
    assertThat(List.copyOf(prepared.files().keySet()))
        .isEqualTo(List.copyOf(files.files().keySet()));
  }

  @Test
  void keepTextsOfEveryLengthAndStyle() throws IOException {
    Map<String, SeedNode> files = new LinkedHashMap<>();
    for (int length : List.of(0, 1, 127, 128, 16_383, 16_384, 70_000)) {
      for (SeedNode.Style style : SeedNode.Style.values()) {
        String name = length + " " + style;
        SeedNode text = new SeedNode.Scalar(name, length + 1, "µ".repeat(length), style);
        files.put(
            name,
            new SeedNode.Mapping(
                name,
                1,
                List.of(
                    new SeedNode.Field("of " + length, 200, text),
                    new SeedNode.Field(
                        "again", 1, new SeedNode.Sequence(name, 3, List.of(text, text))),
                    new SeedNode.Field("none", 1, new SeedNode.Sequence(name, 4, List.of())))));
      }
    }
    SeedTree tree = new SeedTree(files, List.of());
    ByteArrayOutputStream written = new ByteArrayOutputStream();

    PreparedSeeds.write(tree, written);

    assertThat(PreparedSeeds.read(new ByteArrayInputStream(written.toByteArray()))).isEqualTo(tree);
  }
}
