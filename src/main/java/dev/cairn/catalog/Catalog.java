package dev.cairn.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is studied. Entries refer to each other by id; in a catalogue whose content passed its
 * check every such reference leads somewhere.
 *
 * @param units the units of all tracks
 * @param topics the topics of all units
 * @param terms the glossary
 * @param stages the journey's stretches, in order
 * @param journey its days, in order, numbered from 1 without gaps
 */
public record Catalog(
    Entries<Track> tracks,
    Entries<Unit> units,
    Entries<Topic> topics,
    Entries<Role> roles,
    Entries<Team> teams,
    Entries<Tool> tools,
    Entries<Certification> certifications,
    Entries<Resource> resources,
    Entries<Roadmap> roadmaps,
    Entries<StudyPath> paths,
    Entries<Definition> definitions,
    Entries<Term> terms,
    Entries<Document> documents,
    List<Stage> stages,
    Entries<JourneyDay> journey) {

  /** The day with this number, if the journey has it. */
  public Optional<JourneyDay> day(int number) {
    return number >= 1 && number <= journey.size()
        ? Optional.of(journey.get(number - 1))
        : Optional.empty();
  }

  /** The days that cover a topic, in order. */
  public Stream<JourneyDay> daysOn(Topic topic) {
    return journey.stream().filter(day -> day.topics().contains(topic.id()));
  }

  /** The days that belong to a track, in order. */
  public List<JourneyDay> daysOf(Track track) {
    return journey.stream().filter(day -> track.id().equals(day.track())).toList();
  }

  /** The days that use a tool, in order. */
  public List<JourneyDay> daysWith(Tool tool) {
    return journey.stream().filter(day -> day.tools().contains(tool.id())).toList();
  }

  /** The track a day belongs to, if it has a topic. */
  public Optional<Track> trackOf(JourneyDay day) {
    return Optional.ofNullable(day.track()).map(tracks::referredTo);
  }

  /** The days that teach or use a term, in order. */
  public List<JourneyDay> daysOf(Term term) {
    return term.days().stream().flatMap(number -> day(number).stream()).toList();
  }

  /** The check with this public id. */
  public Optional<Check> check(String publicId) {
    return dayOf(publicId).stream()
        .flatMap(day -> day.checks().stream())
        .filter(check -> check.publicId().equals(publicId))
        .findFirst();
  }

  /** The flashcard with this public id. */
  public Optional<Flashcard> flashcard(String publicId) {
    return dayOf(publicId).stream()
        .flatMap(day -> day.cards().stream())
        .filter(card -> card.publicId().equals(publicId))
        .findFirst();
  }

  private Optional<JourneyDay> dayOf(String publicId) {
    int dot = publicId.indexOf('.');
    return dot < 0 ? Optional.empty() : journey.find(publicId.substring(0, dot));
  }

  /** The days that rest on this one, in order. */
  public List<JourneyDay> daysAfter(JourneyDay day) {
    return journey.stream().filter(later -> later.requires().contains(day.id())).toList();
  }

  /** What members read of where something comes from: {@code MLOps curriculum, unit 1}. */
  public String label(Source source) {
    return documents.referredTo(source.document()).sections().stream()
        .filter(section -> section.name().equals(source.section()))
        .map(Document.Section::label)
        .findFirst()
        .orElse(source.section());
  }

  /** The resources that help with a topic. */
  public List<Resource> resourcesOn(Topic topic) {
    return resources.stream().filter(resource -> resource.topics().contains(topic.id())).toList();
  }
}
