package dev.cairn.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day of the journey. In a folder of a community's own a day may lack what teaches and checks:
 * {@code explain} to {@code pitfall}.
 *
 * @param day its number, from 1
 * @param title unique in the journey, at most 70 characters
 * @param stage the name of the stage it belongs to
 * @param track the id of the track of its first topic; null where it has no topic
 * @param topics ids of the topics it covers, first the one that it leads; may be empty
 * @param requires ids of the earlier days it rests on
 * @param why the idea, and why it matters
 * @param outcome what one can do afterwards; begins with a verb
 * @param explain the idea explained, its paragraphs parted by an empty line
 * @param terms ids of the terms it teaches or uses
 * @param task what to do
 * @param steps the task, step by step; what is below the first line of one is typed as it stands
 * @param hints from a nudge to nearly the answer
 * @param doneWhen evidence that one can see
 * @param checks questions that can be judged
 * @param cards for recall
 * @param pitfall what goes wrong most, and how to notice
 * @param stretch what to do with the minutes beyond the core
 * @param needs what it takes beside a reader
 * @param alternative how to do it without what it needs
 * @param discuss a question for the group
 * @param blog an idea to write about
 * @param tools ids of the tools in use
 * @param roles ids of the roles that do this for a living
 * @param resources ids of resources that fit the day
 */
public record JourneyDay(
    int day,
    String id,
    String title,
    Kind kind,
    String stage,
    @Nullable String track,
    List<String> topics,
    List<String> requires,
    String why,
    String outcome,
    @Nullable String explain,
    List<String> terms,
    String task,
    List<String> steps,
    List<String> hints,
    @Nullable String doneWhen,
    List<Check> checks,
    List<Flashcard> cards,
    @Nullable String pitfall,
    Minutes minutes,
    @Nullable String stretch,
    List<Need> needs,
    @Nullable String alternative,
    String discuss,
    String blog,
    List<String> tools,
    List<String> roles,
    List<String> resources,
    Source source)
    implements Entry {

  /** What a day is for. */
  public enum Kind {
    /** Something new. */
    LESSON,
    /** Recalling, repairing and catching up. */
    REVIEW
  }

  /**
   * How long it takes.
   *
   * @param core the task, 30 to 60
   * @param stretch what may be added, 0 to 60
   */
  public record Minutes(int core, int stretch) {}

  /** What a day may need that not everybody has. */
  public enum Need {
    PYTHON,
    DOCKER,
    KUBERNETES,
    CLOUD_ACCOUNT,
    GPU,
    ANOTHER_PERSON,
    NONE
  }

  @Override
  public String name() {
    return title;
  }
}
