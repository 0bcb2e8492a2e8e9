package dev.cairn.feature.path;

/**
 * How a member follows the journey.
 *
 * @param kind {@link #COMMUNITY}, {@link #OWN}, or the id of a path of the catalogue
 * @param startDay the number of the day that they begin with, where they do not walk with the
 *     community
 */
record Choice(String kind, int startDay) {
  static final String COMMUNITY = "community";
  static final String OWN = "own";

  /** With the community: the default. */
  static final Choice DEFAULT = new Choice(COMMUNITY, 1);

  boolean withCommunity() {
    return kind.equals(COMMUNITY);
  }
}
