package dev.cairn.catalog.search;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Entry;
import dev.cairn.catalog.JourneyDay;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * A full-text index of all that can be looked up: topics, days and what they ask, terms, roles,
 * certifications, resources, tools and definitions. It forgives beginnings of words and misspelt
 * ones. It is read or built when it is first searched, so that a start does not pay for it. Safe
 * for use by several threads.
 */
public final class CatalogSearch {
  /** Of entries that have one name, those of the earlier kind are wanted first. */
  private static final List<Hit.Kind> BY_NAME =
      List.of(
          Hit.Kind.ROLE,
          Hit.Kind.CERTIFICATION,
          Hit.Kind.TERM,
          Hit.Kind.TOOL,
          Hit.Kind.TOPIC,
          Hit.Kind.DEFINITION,
          Hit.Kind.RESOURCE,
          Hit.Kind.DAY,
          Hit.Kind.CARD,
          Hit.Kind.CHECK);

  /** Text that is quoted: where its words stand is known without reading it again. */
  private static final FieldType QUOTED = quoted();

  private static FieldType quoted() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  /** The names of an entry, and what is said of it, both by their stems. */
  private static final String NAMES = "names";

  private static final String TEXT = "text";

  /** Both again, by the words as they stand: a beginning of a word need not begin its stem. */
  private static final String WORDS_OF_NAMES = "words-of-names";

  private static final String WORDS_OF_TEXT = "words-of-text";

  private static final Pattern BRACKETED = Pattern.compile("(.+) \\(([\\p{Lu}\\d/.-]{2,})\\)");

  private static final int SHORTEST_BEGINNING = 3;

  /** What has all the words is before what has one of them in its name. */
  private static final float BOOST_OF_ALL_WORDS = 12;

  /** What takes texts apart. On its own, so that nobody waits for it before there is a search. */
  private static final class Analyzers {
    static final Analyzer WORDS = new StandardAnalyzer(EnglishAnalyzer.getDefaultStopSet());

    /** A name is told from another by its small words too. */
    static final Analyzer OF_NAMES = new EnglishAnalyzer(CharArraySet.EMPTY_SET);

    static final Analyzer ALL =
        new PerFieldAnalyzerWrapper(
            new EnglishAnalyzer(), Map.of(WORDS_OF_NAMES, WORDS, WORDS_OF_TEXT, WORDS));

    /**
     * Held on to, because the logging of the JDK forgets the level of a logger that nobody holds.
     */
    private static final Logger VECTORS =
        Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    /**
     * Before Lucene is used: it recommends a flag of the JVM that speeds up vectors. There are none
     * here.
     */
    static void quieten() {
      VECTORS.setLevel(Level.SEVERE);
    }
  }

  /** What people type for the words that names are written with. */
  private static final class Shorthand {
    static final Map<String, String> WORDS = read();

    private static Map<String, String> read() {
      Properties words = new Properties();
      try (Reader text =
          new InputStreamReader(
              Objects.requireNonNull(
                  CatalogSearch.class.getResourceAsStream("shorthand.properties")),
              StandardCharsets.UTF_8)) {
        words.load(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return words.stringPropertyNames().stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), words::getProperty));
    }

    static String writtenOut(String text) {
      return Names.apart(text).stream()
          .map(word -> WORDS.getOrDefault(word, word))
          .collect(Collectors.joining(" "));
    }
  }

  private final Catalog catalog;
  private @Nullable Index index;

  /** Searches this catalogue. */
  public CatalogSearch(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Searches this catalogue by an index of it. */
  static CatalogSearch over(Catalog catalog, Directory index) throws IOException {
    CatalogSearch search = new CatalogSearch(catalog);
    search.index = opened(search.documents(), Optional.of(index));
    return search;
  }

  /**
   * An entry, what it is called, and what is said of it.
   *
   * @param told puts it together from the content, which is in memory anyway
   */
  private record Described(
      Hit.Kind kind, String id, String title, List<String> names, Supplier<String> told) {
    String text() {
      return told.get();
    }
  }

  /**
   * All that is searched.
   *
   * @param hits without their snippets, each at the number of its document
   * @param texts what is said of each, at the same number
   */
  private record Index(
      IndexSearcher searcher,
      List<Hit> hits,
      List<Supplier<String>> texts,
      Map<Hit, Integer> numbers,
      Names names) {}

  /**
   * What fits the words best, the best first: what is called so, then what they describe.
   *
   * @param query words, in any order; not a query language
   * @param limit how many hits at most, 1 or more
   * @return hits without snippets, which are dear: {@link #quoted} adds them to those that are
   *     shown
   */
  public List<Hit> find(String query, int limit) {
    Index searched = index();
    String meant = meant(query, searched);
    Set<Integer> found = new LinkedHashSet<>(searched.names().called(query, meant));
    if (found.isEmpty() && Names.apart(query).size() > 1) {
      found.addAll(searched.names().beginning(query, limit));
    }
    try {
      Query parsed = parsed(query, meant);
      for (ScoreDoc hit : searched.searcher().search(parsed, limit).scoreDocs) {
        found.add(hit.doc);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream().limit(limit).map(searched.hits()::get).toList();
  }

  /** The same hits, each with the sentences that fit the query best. */
  public List<Hit> quoted(String query, List<Hit> hits) {
    if (hits.isEmpty()) {
      return hits;
    }
    Index searched = index();
    int[] documents =
        hits.stream().mapToInt(hit -> searched.numbers().getOrDefault(bare(hit), 0)).toArray();
    try {
      String[] snippets =
          new Quoting(searched)
              .highlightFields(
                  new String[] {TEXT},
                  parsed(query, meant(query, searched)),
                  documents,
                  new int[] {1})
              .getOrDefault(TEXT, new String[documents.length]);
      List<Hit> quoted = new ArrayList<>();
      for (int i = 0; i < documents.length; i++) {
        Hit hit = hits.get(i);
        String snippet = snippets[i] == null ? "" : snippets[i].strip();
        quoted.add(new Hit(hit.kind(), hit.id(), hit.title(), snippet));
      }
      return quoted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What fits the words best, with the sentences that fit; see {@link #find}. */
  public List<Hit> search(String query, int limit) {
    return quoted(query, find(query, limit));
  }

  /**
   * Titles that may be meant by what has been typed so far, the likeliest first: those that begin
   * so, then those with a word that does, then whatever would be found.
   */
  public List<String> complete(String typed, int limit) {
    Index searched = index();
    Set<String> titles = new LinkedHashSet<>();
    Stream.concat(
            searched.names().called(typed).stream(),
            searched.names().beginning(typed, limit).stream())
        .map(number -> searched.hits().get(number).title())
        .forEach(titles::add);
    if (titles.size() < limit) {
      find(typed, limit).stream().map(Hit::title).forEach(titles::add);
    }
    return titles.stream().limit(limit).toList();
  }

  private static Hit bare(Hit hit) {
    return new Hit(hit.kind(), hit.id(), hit.title(), "");
  }

  /** The query without shorthand and mistakes. */
  private static String meant(String query, Index searched) {
    return searched
        .names()
        .mended(Shorthand.writtenOut(query), word -> isKnown(word, searched.searcher()));
  }

  private static boolean isKnown(String word, IndexSearcher searcher) {
    IndexReader content = searcher.getIndexReader();
    try {
      if (content.docFreq(new Term(WORDS_OF_NAMES, word)) > 0) {
        return true;
      }
      for (String stem : Names.terms(Analyzers.ALL, TEXT, word)) {
        if (content.docFreq(new Term(NAMES, stem)) + content.docFreq(new Term(TEXT, stem)) > 0) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Quotes texts from memory: in the index they are compressed. */
  private static final class Quoting extends UnifiedHighlighter {
    private final List<Supplier<String>> texts;

    Quoting(Index searched) {
      super(
          UnifiedHighlighter.builder(searched.searcher(), Analyzers.ALL)
              .withFormatter(new DefaultPassageFormatter("", "", " … ", false))
              .withMaxNoHighlightPassages(1)
              .withWeightMatches(false)
              .withFieldMatcher(field -> true));
      this.texts = searched.texts();
    }

    @Override
    protected List<CharSequence[]> loadFieldValues(
        String[] fields, DocIdSetIterator documents, int most) throws IOException {
      List<CharSequence[]> values = new ArrayList<>();
      for (int document = documents.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = documents.nextDoc()) {
        values.add(new CharSequence[] {texts.get(document).get()});
      }
      return values;
    }
  }

  private static Query parsed(String query, String meant) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    BooleanQuery.Builder together = new BooleanQuery.Builder();
    Set<String> stems = Names.terms(Analyzers.ALL, TEXT, meant);
    for (String stem : stems) {
      Query either =
          best(new TermQuery(new Term(NAMES, stem)), 3, new TermQuery(new Term(TEXT, stem)), 1);
      all.add(either, Occur.SHOULD);
      together.add(either, Occur.MUST);
    }
    if (stems.size() > 1) {
      all.add(
          new BoostQuery(new ConstantScoreQuery(together.build()), BOOST_OF_ALL_WORDS),
          Occur.SHOULD);
    }
    for (String word : Names.terms(Analyzers.ALL, WORDS_OF_TEXT, query + " " + meant)) {
      if (word.length() >= SHORTEST_BEGINNING) {
        all.add(
            best(
                new PrefixQuery(new Term(WORDS_OF_NAMES, word)),
                1.5f,
                new PrefixQuery(new Term(WORDS_OF_TEXT, word)),
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

  private synchronized Index index() {
    if (index == null) {
      Analyzers.quieten();
      List<Described> entries = documents();
      try {
        index = opened(entries, PreparedIndex.of(fingerprint(entries)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return index;
  }

  /**
   * Writes the index of a catalogue so that {@link CatalogSearch} need not build it.
   *
   * @param catalog the built-in one
   */
  public static void prepare(Catalog catalog, OutputStream to) throws IOException {
    Analyzers.quieten();
    List<Described> entries = new CatalogSearch(catalog).documents();
    PreparedIndex.write(built(entries), fingerprint(entries), to);
  }

  /** Tells texts from others: two sums, because one of a changed text may be the same. */
  private static long fingerprint(List<Described> entries) {
    CRC32 one = new CRC32();
    CRC32C other = new CRC32C();
    for (Described entry : entries) {
      byte[] all =
          (entry.kind()
                  + "\n"
                  + entry.id()
                  + "\n"
                  + entry.title()
                  + "\n"
                  + entry.names()
                  + "\n"
                  + entry.text())
              .getBytes(StandardCharsets.UTF_8);
      one.update(all);
      other.update(all);
    }
    return one.getValue() << Integer.SIZE | other.getValue();
  }

  private static Directory built(List<Described> entries) throws IOException {
    Directory directory = new ByteBuffersDirectory();
    // One segment, so that documents keep the numbers in which they come.
    IndexWriterConfig config =
        new IndexWriterConfig(Analyzers.ALL).setMergePolicy(new LogDocMergePolicy());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Described entry : entries) {
        writer.addDocument(document(entry));
      }
      writer.forceMerge(1);
    }
    return directory;
  }

  private static Index opened(List<Described> entries, Optional<Directory> prepared)
      throws IOException {
    List<Hit> hits = new ArrayList<>();
    Map<Hit, Integer> numbers = new HashMap<>();
    List<Names.Named> names = new ArrayList<>();
    for (Described entry : entries) {
      Hit hit = new Hit(entry.kind(), entry.id(), entry.title(), "");
      numbers.put(hit, hits.size());
      int number = hits.size();
      entry.names().stream()
          .flatMap(CatalogSearch::forms)
          .forEach(name -> names.add(new Names.Named(number, name)));
      hits.add(hit);
    }
    names.sort(Comparator.comparingInt(named -> BY_NAME.indexOf(hits.get(named.entry()).kind())));
    return new Index(
        new IndexSearcher(
            DirectoryReader.open(prepared.isPresent() ? prepared.get() : built(entries))),
        List.copyOf(hits),
        entries.stream().map(Described::told).toList(),
        Map.copyOf(numbers),
        new Names(names, Analyzers.OF_NAMES));
  }

  /** {@code TensorFlow Extended (TFX)} is called by what stands before and in the brackets too. */
  private static Stream<String> forms(String name) {
    Matcher bracketed = BRACKETED.matcher(name);
    return bracketed.matches()
        ? Stream.of(name, bracketed.group(1), bracketed.group(2))
        : Stream.of(name);
  }

  private List<Described> documents() {
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
                        certification.provider() == null ? "" : certification.provider() + ".")),
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
  private static Stream<Described> questions(JourneyDay day) {
    String where = " On day " + day.day() + ", " + day.title() + ".";
    return Stream.concat(
        day.cards().stream()
            .map(card ->
                new Described(
                    Hit.Kind.CARD,
                    card.publicId(),
                    card.question(),
                    List.of(),
                    () -> card.question() + " " + card.answer() + where)),
        day.checks().stream()
            .map(check ->
                new Described(
                    Hit.Kind.CHECK,
                    check.publicId(),
                    check.ask(),
                    List.of(),
                    () -> check.ask() + where)));
  }

  private static <T extends Entry> Stream<Described> documents(
      Hit.Kind kind, List<T> entries, Function<T, Stream<String>> texts) {
    return entries.stream()
        .map(entry ->
            new Described(
                kind,
                entry.id(),
                entry.name(),
                entry.names().toList(),
                () -> texts.apply(entry).collect(Collectors.joining(" "))));
  }

  private static Document document(Described entry) {
    String names = String.join("\n", entry.names());
    Document document = new Document();
    document.add(new TextField(NAMES, names, Field.Store.NO));
    document.add(new Field(TEXT, entry.text(), QUOTED));
    document.add(new TextField(WORDS_OF_NAMES, names, Field.Store.NO));
    document.add(new TextField(WORDS_OF_TEXT, entry.text(), Field.Store.NO));
    return document;
  }
}
