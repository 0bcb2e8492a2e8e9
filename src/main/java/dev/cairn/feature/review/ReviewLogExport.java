package dev.cairn.feature.review;

import dev.cairn.database.Database;
import dev.cairn.feature.community.Place;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Writes what the members of a community answered to their cards, without who they are: a number in
 * place of the member, seconds since their first answer in place of the time, and nothing of the
 * community.
 */
public final class ReviewLogExport {
  /** Among fewer learners somebody who knows them could tell who is who. */
  public static final int LEAST_LEARNERS = 10;

  private static final String HEADER = "learner,card,seconds,rating,due\n";

  private final Database database;
  private final RandomGenerator random;

  /**
   * @param random numbers the learners; not to be foreseen
   */
  public ReviewLogExport(Database database, RandomGenerator random) {
    this.database = database;
    this.random = random;
  }

  /** How much was written. */
  public record Written(int learners, int answers) {}

  /**
   * Writes the log as CSV: a line an answer, those of a learner together and in order. {@code
   * rating} is 1 for again to 4 for easy, {@code due} whether the card was due.
   *
   * @param place where the community lives
   * @return how much was written; no learner, and nothing written, where there are fewer than
   *     {@link #LEAST_LEARNERS}
   */
  public Written write(Place place, Appendable out) throws IOException {
    List<List<Recall>> learners =
        new ArrayList<>(
            distinct(database.reading(() -> new ReviewStore(database).all(place)).values()));
    if (learners.size() < LEAST_LEARNERS) {
      return new Written(0, 0);
    }
    Collections.shuffle(learners, random);
    out.append(HEADER);
    int number = 0;
    int answers = 0;
    for (List<Recall> recalls : learners) {
      number++;
      Instant first = recalls.getFirst().at();
      for (Recall recall : recalls) {
        answers++;
        out.append(
            "%d,%s,%d,%d,%s\n"
                .formatted(
                    number,
                    recall.card(),
                    Duration.between(first, recall.at()).toSeconds(),
                    recall.rating().grade(),
                    recall.wasDue()));
      }
    }
    return new Written(number, answers);
  }

  /**
   * Whoever has two accounts that are, or were, linked has the same answers in both; the one with
   * more of them is taken.
   */
  private static List<List<Recall>> distinct(Iterable<List<Recall>> members) {
    List<List<Recall>> most = new ArrayList<>();
    members.forEach(most::add);
    most.sort(Comparator.comparingInt((List<Recall> recalls) -> recalls.size()).reversed());
    Set<String> seen = new HashSet<>();
    List<List<Recall>> distinct = new ArrayList<>();
    for (List<Recall> recalls : most) {
      if (recalls.stream().map(Recall::interaction).noneMatch(seen::contains)) {
        distinct.add(recalls);
      }
      recalls.forEach(recall -> seen.add(recall.interaction()));
    }
    return distinct;
  }
}
