package dev.cairn.catalog;

import java.util.List;

/**
 * A job in the field.
 *
 * @param does what people in it do
 * @param strengths what they are good at
 * @param worksWith their neighbours, and what passes between them
 * @param topics ids of the topics that lead there, the first steps first
 * @param tools ids of the tools they use
 * @param differs roles it is easily taken for, and the difference
 * @param sources every section that speaks of it
 */
public record Role(
    String id,
    String name,
    List<String> aliases,
    String summary,
    List<String> does,
    List<String> strengths,
    List<Relation> worksWith,
    List<String> topics,
    List<String> tools,
    List<Relation> differs,
    List<Source> sources)
    implements Entry {

  /**
   * How a role stands to another.
   *
   * @param role the id of the other
   * @param how in a sentence or two
   */
  public record Relation(String role, String how) {}
}
