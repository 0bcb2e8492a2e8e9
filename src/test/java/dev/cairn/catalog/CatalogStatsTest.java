package dev.cairn.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.catalog.seeds.GeneratedSeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogStatsTest {

  @Test
  void countsWhatIsThereStageByStage(@TempDir Path folder) throws IOException {
    Catalog catalog = CatalogLoader.load(GeneratedSeeds.below(folder, Set.of(1, 2, 180)).folder());

    List<String> lines = CatalogStats.table(catalog).lines().toList();

    assertThat(lines.get(0)).startsWith("stage ").endsWith(" grade");
    assertThat(lines.get(1))
        .matches("First +90 +0 +2 +120/120/120 +2/2/2 +4 +1 +4040 +40 +\\d+\\.\\d +-?\\d+\\.\\d");
    assertThat(lines.get(2))
        .matches("Last +90 +0 +1 +120/120/120 +1/1/1 +2 +0 +4045 +20 +\\d+\\.\\d +-?\\d+\\.\\d");
    assertThat(lines.get(3)).matches("all +180 +0 +3 +120/120/120 +3/3/3 +6 +1 +8085 +60 .*");
    assertThat(lines.getLast()).startsWith("tracks 1 ").endsWith(" terms 1");
  }
}
