package dev.cairn.catalog.seeds;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Certification;
import dev.cairn.catalog.Definition;
import dev.cairn.catalog.Document;
import dev.cairn.catalog.Entries;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Makes a catalogue of the content's files. */
public final class CatalogLoader {
  private final Seeds seeds;

  private CatalogLoader(Seeds seeds) {
    this.seeds = seeds;
  }

  /** The content that is part of the program. A test checks it, so that no start has to. */
  public static Catalog builtIn() {
    return new CatalogLoader(new Seeds.BuiltIn()).load();
  }

  private Catalog load() {
    SeedNode index = SeedReader.read(seeds, "index.yaml");
    List<SeedNode> trackFiles = files("tracks", index);
    List<SeedNode> journeyFiles = files("journey", index);
    Entries<Topic> topics =
        Entries.of(trackFiles.stream().flatMap(track -> topics(track).stream()).toList());
    List<Track> tracks = trackFiles.stream().map(CatalogLoader::track).toList();
    return new Catalog(
        Entries.of(tracks),
        Entries.of(tracks.stream().flatMap(track -> track.units().stream()).toList()),
        topics,
        Entries.of(list("roles", CatalogLoader::role)),
        Entries.of(list("teams", CatalogLoader::team)),
        Entries.of(list("tools", CatalogLoader::tool)),
        Entries.of(list("certifications", CatalogLoader::certification)),
        Entries.of(list("resources", CatalogLoader::resource)),
        Entries.of(list("roadmaps", CatalogLoader::roadmap)),
        Entries.of(list("definitions", CatalogLoader::definition)),
        Entries.of(list("documents", CatalogLoader::document)),
        journeyFiles.stream().map(CatalogLoader::stage).toList(),
        Entries.of(journeyFiles.stream().flatMap(stage -> days(stage, topics).stream()).toList()));
  }

  private List<SeedNode> files(String folder, SeedNode index) {
    return index.texts(folder).parallelStream()
        .map(name -> SeedReader.read(seeds, folder + "/" + name + ".yaml"))
        .toList();
  }

  private <T> List<T> list(String kind, Function<SeedNode, T> entry) {
    return SeedReader.read(seeds, kind + ".yaml").items(kind).stream().map(entry).toList();
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
        tool.required("id"), tool.required("name"), tool.required("summary"), sources(tool));
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
