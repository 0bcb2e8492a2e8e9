package dev.cairn.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Entries;
import dev.cairn.catalog.Entry;
import dev.cairn.catalog.seeds.CatalogLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class PreparedIndexTest {
  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private static byte[] prepared() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    CatalogSearch.prepare(CATALOG, written);
    return written.toByteArray();
  }

  private static long fingerprint(byte[] prepared) throws IOException {
    return new DataInputStream(new ByteArrayInputStream(prepared)).readLong();
  }

  @Test
  void findsAndQuotesWhatABuiltOneDoes() throws IOException {
    byte[] prepared = prepared();
    Directory index =
        PreparedIndex.read(new ByteArrayInputStream(prepared), fingerprint(prepared)).orElseThrow();
    CatalogSearch built = new CatalogSearch(CATALOG);
    CatalogSearch read = CatalogSearch.over(CATALOG, index);

    List<String> queries =
        Stream.of(CATALOG.terms(), CATALOG.tools(), CATALOG.roles(), CATALOG.journey())
            .flatMap(List::stream)
            .map(Entry::name)
            .toList();
    assertThat(queries).hasSizeGreaterThan(300);
    for (String query : queries) {
      assertThat(read.search(query, 10)).as(query).isEqualTo(built.search(query, 10));
      String beginning = query.substring(0, Math.min(4, query.length()));
      assertThat(read.complete(beginning, 25))
          .as(beginning)
          .isEqualTo(built.complete(beginning, 25));
    }
  }

  @Test
  void isNotTakenForTheIndexOfOtherTexts() throws IOException {
    byte[] prepared = prepared();

    assertThat(PreparedIndex.read(new ByteArrayInputStream(prepared), fingerprint(prepared) ^ 1))
        .isEmpty();
  }

  @Test
  void isOfThisContentAlone() throws IOException {
    Catalog other =
        new Catalog(
            CATALOG.tracks(),
            CATALOG.units(),
            CATALOG.topics(),
            CATALOG.roles(),
            CATALOG.teams(),
            CATALOG.tools(),
            CATALOG.certifications(),
            CATALOG.resources(),
            CATALOG.roadmaps(),
            CATALOG.paths(),
            CATALOG.definitions(),
            Entries.of(CATALOG.terms().subList(1, CATALOG.terms().size())),
            CATALOG.documents(),
            CATALOG.stages(),
            CATALOG.journey());
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    CatalogSearch.prepare(other, written);

    assertThat(fingerprint(written.toByteArray())).isNotEqualTo(fingerprint(prepared()));
  }
}
