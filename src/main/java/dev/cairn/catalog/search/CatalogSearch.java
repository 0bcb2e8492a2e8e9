package dev.cairn.catalog.search;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Entry;
import dev.cairn.catalog.JourneyDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * A full-text index of all that can be looked up: topics, days and what they ask, terms, roles,
 * certifications, resources, tools and definitions. It forgives beginnings of words and misspelt
 * ones. It is built in memory when it is first searched, so that a start does not pay for it. Safe
 * for use by several threads.
 */
public final class CatalogSearch {
  private static final String KIND = "kind";
  private static final String ID = "id";
  private static final String TITLE = "title";

  /** The names of an entry, and what is said of it, both by their stems. */
  private static final String NAMES = "names";

  private static final String TEXT = "text";

  /** Both again, by the words as they stand: a beginning of a word need not begin its stem. */
  private static final String WORDS_OF_NAMES = "words-of-names";

  private static final String WORDS_OF_TEXT = "words-of-text";

  private static final int SHORTEST_BEGINNING = 3;
  private static final int SHORTEST_FOR_ONE_MISTAKE = 4;
  private static final int SHORTEST_FOR_TWO_MISTAKES = 8;

  /** What takes texts apart. On its own, so that nobody waits for it before there is a search. */
  private static final class Analyzers {
    static final Analyzer WORDS = new StandardAnalyzer(EnglishAnalyzer.getDefaultStopSet());
    static final Analyzer ALL =
        new PerFieldAnalyzerWrapper(
            new EnglishAnalyzer(), Map.of(WORDS_OF_NAMES, WORDS, WORDS_OF_TEXT, WORDS));

    /**
     * Held on to, because the logging of the JDK forgets the level of a logger that nobody holds.
     */
    private static final Logger VECTORS =
        Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
      // Lucene recommends a flag of the JVM that speeds up vectors. There are none here.
      VECTORS.setLevel(Level.SEVERE);
    }
  }

  private final Catalog catalog;
  private @Nullable IndexSearcher searcher;

  /** Searches this catalogue. */
  public CatalogSearch(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What fits the words best, the best first.
   *
   * @param query words, in any order; not a query language
   * @param limit how many hits at most, 1 or more
   */
  public List<Hit> search(String query, int limit) {
    try {
      IndexSearcher index = searcher();
      Query parsed = parsed(query, index.getIndexReader());
      TopDocs found = index.search(parsed, limit);
      if (found.scoreDocs.length == 0) {
        return List.of();
      }
      String[] snippets = highlighter(index).highlight(TEXT, parsed, found);
      StoredFields stored = index.storedFields();
      List<Hit> hits = new ArrayList<>();
      for (int i = 0; i < found.scoreDocs.length; i++) {
        ScoreDoc hit = found.scoreDocs[i];
        Document document = stored.document(hit.doc);
        hits.add(
            new Hit(
                Hit.Kind.valueOf(document.get(KIND)),
                document.get(ID),
                document.get(TITLE),
                snippets[i].strip()));
      }
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnifiedHighlighter highlighter(IndexSearcher index) {
    return UnifiedHighlighter.builder(index, Analyzers.ALL)
        .withFormatter(new DefaultPassageFormatter("", "", " … ", false))
        .withMaxNoHighlightPassages(1)
        .withWeightMatches(false)
        .withFieldMatcher(field -> true)
        .build();
  }

  private static Query parsed(String query, IndexReader content) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String stem : terms(TEXT, query)) {
      all.add(
          best(new TermQuery(new Term(NAMES, stem)), 3, new TermQuery(new Term(TEXT, stem)), 1),
          Occur.SHOULD);
    }
    for (String word : terms(WORDS_OF_TEXT, query)) {
      Term inNames = new Term(WORDS_OF_NAMES, word);
      Term inText = new Term(WORDS_OF_TEXT, word);
      if (word.length() >= SHORTEST_BEGINNING) {
        all.add(best(new PrefixQuery(inNames), 1.5f, new PrefixQuery(inText), 0.5f), Occur.SHOULD);
      }
      boolean known = content.docFreq(inNames) + content.docFreq(inText) > 0;
      if (!known && word.length() >= SHORTEST_FOR_ONE_MISTAKE) {
        int mistakes = word.length() >= SHORTEST_FOR_TWO_MISTAKES ? 2 : 1;
        all.add(
            best(
                new FuzzyQuery(inNames, mistakes, 1),
                1.5f,
                new FuzzyQuery(inText, mistakes, 1),
                0.5f),
            Occur.SHOULD);
      }
    }
    return all.build();
  }

  /** Counts the better of the two, and a little of the other. */
  private static Query best(Query inNames, float boostOfNames, Query inText, float boostOfText) {
    return new DisjunctionMaxQuery(
        List.of(new BoostQuery(inNames, boostOfNames), new BoostQuery(inText, boostOfText)), 0.2f);
  }

  private static Set<String> terms(String field, String text) {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream stream = Analyzers.ALL.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  private synchronized IndexSearcher searcher() throws IOException {
    if (searcher == null) {
      searcher = new IndexSearcher(DirectoryReader.open(index()));
    }
    return searcher;
  }

  private ByteBuffersDirectory index() throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Analyzers.ALL))) {
      for (Document document : documents()) {
        writer.addDocument(document);
      }
    }
    return directory;
  }

  private List<Document> documents() {
    return Stream.of(
            documents(
                Hit.Kind.TOPIC,
                catalog.topics(),
                topic ->
                    Stream.concat(
                        Stream.of(topic.summary()),
                        topic.parts().isEmpty()
                            ? Stream.empty()
                            : Stream.of("Includes " + String.join(", ", topic.parts()) + "."))),
            documents(
                Hit.Kind.DAY,
                catalog.journey(),
                day ->
                    Stream.of(
                            Stream.of(day.why(), day.outcome(), day.task()),
                            Stream.ofNullable(day.explain()),
                            day.steps().stream(),
                            Stream.ofNullable(day.pitfall()))
                        .flatMap(texts -> texts)),
            documents(
                Hit.Kind.ROLE,
                catalog.roles(),
                role ->
                    Stream.of(
                            Stream.of(role.summary()),
                            role.does().stream(),
                            role.strengths().stream())
                        .flatMap(texts -> texts)),
            documents(
                Hit.Kind.CERTIFICATION,
                catalog.certifications(),
                certification ->
                    Stream.of(
                        certification.focus(),
                        certification.advice(),
                        certification.provider() + ".")),
            documents(
                Hit.Kind.RESOURCE, catalog.resources(), resource -> Stream.of(resource.summary())),
            documents(Hit.Kind.TOOL, catalog.tools(), tool -> Stream.of(tool.summary())),
            documents(
                Hit.Kind.DEFINITION,
                catalog.definitions(),
                definition -> Stream.of(definition.text())),
            documents(Hit.Kind.TERM, catalog.terms(), term -> Stream.of(term.definition())),
            catalog.journey().stream().flatMap(CatalogSearch::questions))
        .flatMap(documents -> documents)
        .toList();
  }

  /** What a day asks has no name of its own; an answer to be found out is not told. */
  private static Stream<Document> questions(JourneyDay day) {
    String where = " On day " + day.day() + ", " + day.title() + ".";
    return Stream.concat(
        day.cards().stream()
            .map(
                card ->
                    document(
                        Hit.Kind.CARD,
                        card.publicId(),
                        card.question(),
                        "",
                        card.question() + " " + card.answer() + where)),
        day.checks().stream()
            .map(
                check ->
                    document(
                        Hit.Kind.CHECK, check.publicId(), check.ask(), "", check.ask() + where)));
  }

  private static <T extends Entry> Stream<Document> documents(
      Hit.Kind kind, List<T> entries, Function<T, Stream<String>> texts) {
    return entries.stream()
        .map(
            entry ->
                document(
                    kind,
                    entry.id(),
                    entry.name(),
                    entry.names().collect(Collectors.joining("\n")),
                    texts.apply(entry).collect(Collectors.joining(" "))));
  }

  private static Document document(
      Hit.Kind kind, String id, String title, String names, String text) {
    Document document = new Document();
    document.add(new StoredField(KIND, kind.name()));
    document.add(new StoredField(ID, id));
    document.add(new StoredField(TITLE, title));
    document.add(new TextField(NAMES, names, Field.Store.NO));
    document.add(new TextField(TEXT, text, Field.Store.YES));
    document.add(new TextField(WORDS_OF_NAMES, names, Field.Store.NO));
    document.add(new TextField(WORDS_OF_TEXT, text, Field.Store.NO));
    return document;
  }
}
