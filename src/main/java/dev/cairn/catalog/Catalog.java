package dev.cairn.catalog;

import java.util.List;
import java.util.Optional;

/**
 * All that is studied. Entries refer to each other by id; in a catalogue whose content passed its
 * check every such reference leads somewhere.
 *
 * @param units the units of all tracks
 * @param topics the topics of all units
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
    Entries<Definition> definitions,
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
  public List<JourneyDay> daysOn(Topic topic) {
    return journey.stream().filter(day -> day.topics().contains(topic.id())).toList();
  }

  /** The days that belong to a track, in order. */
  public List<JourneyDay> daysOf(Track track) {
    return journey.stream().filter(day -> day.track().equals(track.id())).toList();
  }

  /** The days that rest on this one, in order. */
  public List<JourneyDay> daysAfter(JourneyDay day) {
    return journey.stream().filter(later -> later.requires().contains(day.id())).toList();
  }

  /** The resources that help with a topic. */
  public List<Resource> resourcesOn(Topic topic) {
    return resources.stream().filter(resource -> resource.topics().contains(topic.id())).toList();
  }
}
