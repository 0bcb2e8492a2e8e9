package dev.cairn.catalog.seeds;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Certification;
import dev.cairn.catalog.Check;
import dev.cairn.catalog.Definition;
import dev.cairn.catalog.Document;
import dev.cairn.catalog.Entries;
import dev.cairn.catalog.Entry;
import dev.cairn.catalog.Flashcard;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.OfferStatus;
import dev.cairn.catalog.Resource;
import dev.cairn.catalog.Roadmap;
import dev.cairn.catalog.Role;
import dev.cairn.catalog.Source;
import dev.cairn.catalog.Stage;
import dev.cairn.catalog.StudyPath;
import dev.cairn.catalog.Team;
import dev.cairn.catalog.Term;
import dev.cairn.catalog.Tool;
import dev.cairn.catalog.Topic;
import dev.cairn.catalog.Track;
import dev.cairn.catalog.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a catalogue of the content's files. */
public final class CatalogLoader {
  /** {@code journey/01-orientation.yaml}, of which {@code orientation} is the id. */
  private static final Pattern STAGE_FILE = Pattern.compile("^.*/(?:\\d+-)?([^/]+)\\.yaml$");

  private CatalogLoader() {}

  /** The content that is part of the program. A test checks it, so that no start has to. */
  public static Catalog builtIn() {
    return catalog(PreparedSeeds.builtIn().orElseGet(() -> SeedTree.read(new Seeds.BuiltIn())));
  }

  /** Writes the content that is part of the program so that a start has it sooner. */
  public static void prepare(OutputStream to) throws IOException {
    PreparedSeeds.write(SeedTree.read(new Seeds.BuiltIn()), to);
  }

  /**
   * The content of a folder, which is checked first.
   *
   * @throws BrokenContentException if the check finds anything that keeps it from being used
   */
  public static Catalog load(Path folder) {
    // What only makes content poor keeps nobody from studying, and no date matters to the rest.
    List<ContentProblem> faults = CatalogCheck.check(folder, LocalDate.EPOCH).faults();
    if (!faults.isEmpty()) {
      throw new BrokenContentException(faults);
    }
    return catalog(SeedTree.read(new Seeds.Folder(folder)));
  }

  private static Catalog catalog(SeedTree tree) {
    if (!tree.problems().isEmpty()) {
      throw new BrokenContentException(tree.problems());
    }
    Entries<Topic> topics =
        Entries.of(
            tree.entries(Kind.TRACK).stream().flatMap(track -> topics(track).stream()).toList());
    Map<String, List<Integer>> daysByTerm = new HashMap<>();
    for (SeedNode day : tree.entries(Kind.DAY)) {
      for (String term : day.texts("terms")) {
        daysByTerm.computeIfAbsent(term, id -> new ArrayList<>()).add(number(day, "day"));
      }
    }
    return new Catalog(
        entries(tree, Kind.TRACK, CatalogLoader::track),
        entries(tree, Kind.UNIT, CatalogLoader::unit),
        topics,
        entries(tree, Kind.ROLE, CatalogLoader::role),
        entries(tree, Kind.TEAM, CatalogLoader::team),
        entries(tree, Kind.TOOL, CatalogLoader::tool),
        entries(tree, Kind.CERTIFICATION, CatalogLoader::certification),
        entries(tree, Kind.RESOURCE, CatalogLoader::resource),
        entries(tree, Kind.ROADMAP, CatalogLoader::roadmap),
        entries(tree, Kind.PATH, CatalogLoader::path),
        entries(tree, Kind.DEFINITION, CatalogLoader::definition),
        entries(tree, Kind.TERM, term -> term(term, daysByTerm)),
        entries(tree, Kind.DOCUMENT, CatalogLoader::document),
        tree.stages().stream().map(CatalogLoader::stage).toList(),
        Entries.of(tree.stages().stream().flatMap(stage -> days(stage, topics).stream()).toList()));
  }

  private static <T extends Entry> Entries<T> entries(
      SeedTree tree, Kind kind, Function<SeedNode, T> entry) {
    return Entries.of(tree.entries(kind).stream().map(entry).toList());
  }

  private static Track track(SeedNode track) {
    return new Track(
        track.required("id"),
        track.required("name"),
        track.required("summary"),
        source(track),
        track.texts("outcomes"),
        track.items("units").stream().map(CatalogLoader::unit).toList());
  }

  private static Unit unit(SeedNode unit) {
    return new Unit(
        unit.required("id"),
        unit.required("name"),
        unit.required("summary"),
        source(unit),
        unit.items("topics").stream().map(topic -> topic.required("id")).toList());
  }

  private static List<Topic> topics(SeedNode track) {
    List<Topic> topics = new ArrayList<>();
    for (SeedNode unit : track.items("units")) {
      for (SeedNode topic : unit.items("topics")) {
        topics.add(
            new Topic(
                topic.required("id"),
                topic.required("name"),
                track.required("id"),
                unit.required("id"),
                topic.required("summary"),
                topic.texts("parts"),
                topic.texts("tools"),
                topic.text("goal").orElse(null),
                topic.text("activity").orElse(null),
                source(topic)));
      }
    }
    return topics;
  }

  private static Stage stage(SeedNode stage) {
    List<SeedNode> days = stage.items("days");
    return new Stage(
        STAGE_FILE.matcher(stage.file()).replaceFirst("$1"),
        stage.required("stage"),
        stage.required("summary"),
        number(days.getFirst(), "day"),
        number(days.getLast(), "day"));
  }

  private static List<JourneyDay> days(SeedNode stage, Entries<Topic> topics) {
    return stage.items("days").stream()
        .map(day ->
            new JourneyDay(
                number(day, "day"),
                day.required("id"),
                day.required("title"),
                day.text("kind")
                    .map(kind -> constant(JourneyDay.Kind.class, kind))
                    .orElse(JourneyDay.Kind.LESSON),
                stage.required("stage"),
                day.texts("topics").stream()
                    .findFirst()
                    .map(topic -> topics.referredTo(topic).track())
                    .orElse(null),
                day.texts("topics"),
                day.texts("requires"),
                day.required("why"),
                day.required("outcome"),
                explanation(day),
                day.texts("terms"),
                day.required("task"),
                day.texts("steps"),
                day.texts("hints"),
                day.text("done_when").orElse(null),
                day.items("checks").stream().map(check -> check(day, check)).toList(),
                day.items("cards").stream().map(card -> flashcard(day, card)).toList(),
                day.text("pitfall").orElse(null),
                minutes(day),
                day.text("stretch").orElse(null),
                day.texts("needs").stream()
                    .map(need -> constant(JourneyDay.Need.class, need))
                    .toList(),
                day.text("alternative").orElse(null),
                day.required("discuss"),
                day.required("blog"),
                day.texts("tools"),
                day.texts("roles"),
                day.texts("resources"),
                source(day)))
        .toList();
  }

  private static @Nullable String explanation(SeedNode day) {
    List<String> paragraphs = day.paragraphs("explain");
    return paragraphs.isEmpty() ? null : String.join("\n\n", paragraphs);
  }

  /** A day may say how long its task takes and leave it at that. */
  private static JourneyDay.Minutes minutes(SeedNode day) {
    return day.text("minutes")
        .map(core -> new JourneyDay.Minutes(Integer.parseInt(core), 0))
        .orElseGet(() -> {
          SeedNode minutes = day.find("minutes").orElseThrow();
          return new JourneyDay.Minutes(
              number(minutes, "core"), minutes.text("stretch").map(Integer::parseInt).orElse(0));
        });
  }

  private static Check check(SeedNode day, SeedNode check) {
    String dayId = day.required("id");
    String id = check.required("id");
    String ask = check.required("ask");
    String answer = check.required("answer");
    String why = check.required("why");
    if (check.find("options").isPresent()) {
      return new Check.Choice(dayId, id, ask, check.texts("options"), answer, why);
    }
    if (check.find("accept").isPresent()) {
      return new Check.ShortAnswer(dayId, id, ask, check.texts("accept"), answer, why);
    }
    return new Check.Numeric(
        dayId,
        id,
        ask,
        new BigDecimal(answer),
        check.text("tolerance").map(BigDecimal::new).orElse(BigDecimal.ZERO),
        check.text("unit").orElse(null),
        why);
  }

  private static Flashcard flashcard(SeedNode day, SeedNode card) {
    return new Flashcard(
        day.required("id"),
        card.required("id"),
        card.required("question"),
        card.required("answer"));
  }

  private static Term term(SeedNode term, Map<String, List<Integer>> daysByTerm) {
    String id = term.required("id");
    return new Term(
        id,
        term.required("name"),
        term.required("definition"),
        term.texts("synonyms"),
        term.texts("abbreviations"),
        term.texts("spellings"),
        term.texts("confused_with"),
        List.copyOf(daysByTerm.getOrDefault(id, List.of())),
        source(term));
  }

  private static @Nullable OfferStatus status(SeedNode entry) {
    return entry
        .find("status")
        .map(status ->
            new OfferStatus(
                status
                    .text("state")
                    .map(state -> constant(OfferStatus.State.class, state))
                    .orElse(null),
                status.text("since").orElse(null),
                status.text("successor").orElse(null),
                status.text("note").orElse(null),
                LocalDate.parse(status.required("checked"))))
        .orElse(null);
  }

  private static Role role(SeedNode role) {
    return new Role(
        role.required("id"),
        role.required("name"),
        role.texts("aliases"),
        role.required("summary"),
        role.texts("does"),
        role.texts("strengths"),
        relations(role, "works_with"),
        role.texts("topics"),
        role.texts("tools"),
        relations(role, "differs"),
        sources(role));
  }

  private static List<Role.Relation> relations(SeedNode role, String key) {
    return role.items(key).stream()
        .map(other -> new Role.Relation(other.required("role"), other.required("how")))
        .toList();
  }

  private static Team team(SeedNode team) {
    return new Team(
        team.required("id"),
        team.required("name"),
        team.required("summary"),
        team.texts("roles"),
        sources(team));
  }

  private static Tool tool(SeedNode tool) {
    return new Tool(
        tool.required("id"),
        tool.required("name"),
        tool.texts("aliases"),
        tool.required("summary"),
        status(tool),
        sources(tool));
  }

  private static Certification certification(SeedNode certification) {
    return new Certification(
        certification.required("id"),
        certification.required("name"),
        certification.texts("aliases"),
        certification.text("provider").orElse(null),
        constant(Certification.Level.class, certification.required("level")),
        constant(Certification.Kind.class, certification.required("kind")),
        certification.required("focus"),
        certification.required("advice"),
        status(certification),
        sources(certification));
  }

  private static Resource resource(SeedNode resource) {
    return new Resource(
        resource.required("id"),
        resource.required("name"),
        constant(Resource.Kind.class, resource.required("kind")),
        resource.text("url").map(URI::create).orElse(null),
        resource.text("cited_as").map(URI::create).orElse(null),
        resource.required("summary"),
        resource.texts("topics"),
        status(resource),
        sources(resource));
  }

  private static Roadmap roadmap(SeedNode roadmap) {
    return new Roadmap(
        roadmap.required("id"),
        roadmap.required("name"),
        roadmap.required("background"),
        roadmap.texts("aliases"),
        roadmap.required("summary"),
        roadmap.items("steps").stream().map(CatalogLoader::step).toList(),
        roadmap.texts("advice"),
        sources(roadmap));
  }

  private static StudyPath path(SeedNode path) {
    return new StudyPath(
        path.required("id"),
        path.required("name"),
        path.required("background"),
        path.required("summary"),
        path.items("parts").stream().map(CatalogLoader::part).toList(),
        sources(path));
  }

  private static StudyPath.Part part(SeedNode part) {
    return new StudyPath.Part(
        constant(StudyPath.How.class, part.required("how")),
        part.texts("days"),
        part.required("reason"),
        source(part));
  }

  private static Roadmap.Step step(SeedNode step) {
    return new Roadmap.Step(
        step.required("name"),
        step.text("duration").orElse(null),
        step.required("summary"),
        step.texts("topics"),
        step.texts("certifications"),
        step.texts("resources"),
        status(step),
        source(step));
  }

  private static Definition definition(SeedNode definition) {
    return new Definition(
        definition.required("id"),
        definition.required("name"),
        definition.required("text"),
        sources(definition));
  }

  private static Document document(SeedNode document) {
    return new Document(
        document.required("id"),
        document.required("title"),
        document.required("summary"),
        document.items("sections").stream()
            .map(section ->
                new Document.Section(
                    section.required("name"),
                    section
                        .text("label")
                        .orElseGet(
                            () -> document.required("title") + ", " + section.required("name")),
                    section.text("empty").map(Boolean::parseBoolean).orElse(false)))
            .toList());
  }

  private static Source source(SeedNode entry) {
    return sourceAt(entry.find("source").orElse(entry));
  }

  private static List<Source> sources(SeedNode entry) {
    return entry.items("sources").stream().map(CatalogLoader::sourceAt).toList();
  }

  private static Source sourceAt(SeedNode source) {
    return new Source(source.required("document"), source.required("section"));
  }

  private static int number(SeedNode entry, String key) {
    return Integer.parseInt(entry.required(key));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
