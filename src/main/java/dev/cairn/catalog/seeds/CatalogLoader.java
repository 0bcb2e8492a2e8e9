package dev.cairn.catalog.seeds;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Certification;
import dev.cairn.catalog.Definition;
import dev.cairn.catalog.Document;
import dev.cairn.catalog.Entries;
import dev.cairn.catalog.Entry;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Resource;
import dev.cairn.catalog.Roadmap;
import dev.cairn.catalog.Role;
import dev.cairn.catalog.Source;
import dev.cairn.catalog.Stage;
import dev.cairn.catalog.Team;
import dev.cairn.catalog.Tool;
import dev.cairn.catalog.Topic;
import dev.cairn.catalog.Track;
import dev.cairn.catalog.Unit;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Makes a catalogue of the content's files. */
public final class CatalogLoader {
  private CatalogLoader() {}

  /** The content that is part of the program. A test checks it, so that no start has to. */
  public static Catalog builtIn() {
    return catalog(SeedTree.read(new Seeds.BuiltIn()));
  }

  /**
   * The content of a folder, which is checked first.
   *
   * @throws BrokenContentException if the check finds anything
   */
  public static Catalog load(Path folder) {
    List<ContentProblem> problems = CatalogCheck.check(folder);
    if (!problems.isEmpty()) {
      throw new BrokenContentException(problems);
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
        entries(tree, Kind.DEFINITION, CatalogLoader::definition),
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
        stage.required("stage"),
        stage.required("summary"),
        number(days.getFirst(), "day"),
        number(days.getLast(), "day"));
  }

  private static List<JourneyDay> days(SeedNode stage, Entries<Topic> topics) {
    return stage.items("days").stream()
        .map(
            day ->
                new JourneyDay(
                    number(day, "day"),
                    day.required("id"),
                    day.required("title"),
                    stage.required("stage"),
                    topics.referredTo(day.texts("topics").getFirst()).track(),
                    day.texts("topics"),
                    day.texts("requires"),
                    day.required("why"),
                    day.required("outcome"),
                    day.required("task"),
                    number(day, "minutes"),
                    day.required("discuss"),
                    day.required("blog"),
                    day.texts("tools"),
                    day.texts("roles"),
                    source(day)))
        .toList();
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
        sources(tool));
  }

  private static Certification certification(SeedNode certification) {
    return new Certification(
        certification.required("id"),
        certification.required("name"),
        certification.texts("aliases"),
        certification.required("provider"),
        constant(Certification.Level.class, certification.required("level")),
        constant(Certification.Kind.class, certification.required("kind")),
        certification.required("focus"),
        certification.required("advice"),
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

  private static Roadmap.Step step(SeedNode step) {
    return new Roadmap.Step(
        step.required("name"),
        step.text("duration").orElse(null),
        step.required("summary"),
        step.texts("topics"),
        step.texts("certifications"),
        step.texts("resources"),
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
            .map(
                section ->
                    new Document.Section(
                        section.required("name"),
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
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }
}
