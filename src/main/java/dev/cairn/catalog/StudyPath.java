package dev.cairn.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A way through the journey for people of a background: some days may be skimmed or skipped, all
 * others are to be done.
 *
 * @param background what somebody brings who takes it
 * @param parts the days that are not to be done in full
 */
public record StudyPath(
    String id,
    String name,
    String background,
    String summary,
    List<Part> parts,
    List<Source> sources)
    implements Entry {

  /** What to do with a day. */
  public enum How {
    /** In full. */
    DO,
    /** Read it, and do it only where something in it is new. */
    SKIM,
    /** Leave it out. */
    SKIP
  }

  /**
   * Days that are not to be done in full.
   *
   * @param days their ids
   * @param reason why, in a sentence
   */
  public record Part(How how, List<String> days, String reason, Source source) {}

  /** The part that a day is in, if it is in one. */
  public Optional<Part> part(JourneyDay day) {
    return parts.stream().filter(part -> part.days().contains(day.id())).findFirst();
  }

  /** What to do with a day. */
  public How how(JourneyDay day) {
    return part(day).map(Part::how).orElse(How.DO);
  }
}
