package dev.cairn.catalog;

import java.util.List;

/**
 * One day of the journey.
 *
 * @param day its number, from 1
 * @param title unique in the journey, at most 70 characters
 * @param stage the name of the stage it belongs to
 * @param track the id of the track of its first topic
 * @param topics ids of the topics it covers, first the one it belongs to
 * @param requires ids of the earlier days it rests on
 * @param why why it matters
 * @param outcome what one can do afterwards; begins with a verb
 * @param task one thing to do
 * @param minutes how long the task takes, 30 to 60
 * @param discuss a question for the group
 * @param blog an idea to write about
 * @param tools ids of the tools in use
 * @param roles ids of the roles that do this for a living
 */
public record JourneyDay(
    int day,
    String id,
    String title,
    String stage,
    String track,
    List<String> topics,
    List<String> requires,
    String why,
    String outcome,
    String task,
    int minutes,
    String discuss,
    String blog,
    List<String> tools,
    List<String> roles,
    Source source)
    implements Entry {

  @Override
  public String name() {
    return title;
  }
}
