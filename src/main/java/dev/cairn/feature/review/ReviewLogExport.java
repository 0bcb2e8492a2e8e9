package dev.cairn.feature.review;

import dev.cairn.chat.Place;
import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the members of a community answered to their cards, without who they are: a number in
 * place of the member, seconds since their previous answer to the card in place of the time, and
 * nothing of the community. Whoever keeps their answers out is not in it.
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

  /** How many answers there are in a community, of whomever. */
  long answers(CommunityId community) {
    return database.reading(() -> new ReviewStore(database).answers(community));
  }

  /**
   * Writes the log of the community at a place.
   *
   * @see #write(CommunityId, StringBuilder)
   */
  public Written write(Place place, StringBuilder out) {
    return database
        .reading(() -> new ReviewStore(database).at(place))
        .map(community -> write(community, out))
        .orElseGet(() -> new Written(0, 0));
  }

  /**
   * Writes the log as CSV: a line an answer, those of a learner together, card by card. {@code
   * seconds} is empty for the first answer to a card, {@code rating} is 1 for again to 4 for easy,
   * {@code due} whether the card was due.
   *
   * @return how much was written; no learner, and nothing written, where there are fewer than
   *     {@link #LEAST_LEARNERS}
   */
  Written write(CommunityId community, StringBuilder out) {
    List<List<Recall>> learners =
        distinct(database.reading(() -> new ReviewStore(database).logs(community)));
    if (learners.size() < LEAST_LEARNERS) {
      return new Written(0, 0);
    }
    Collections.shuffle(learners, random);
    out.append(HEADER);
    // All numbers are of one length: a file is as long whoever has which.
    int number = 1;
    while (number < learners.size()) {
      number *= 10;
    }
    int answers = 0;
    for (List<Recall> recalls : learners) {
      Recall previous = null;
      for (Recall recall : recalls) {
        append(out, number, previous, recall);
        previous = recall;
        answers++;
      }
      number++;
    }
    return new Written(learners.size(), answers);
  }

  private static void append(
      StringBuilder out, int learner, @Nullable Recall previous, Recall recall) {
    out.append(learner).append(',').append(recall.card()).append(',');
    if (previous != null && previous.card().equals(recall.card())) {
      out.append(Duration.between(previous.at(), recall.at()).toSeconds());
    }
    out.append(',').append(recall.rating().grade());
    out.append(',').append(recall.wasDue()).append('\n');
  }

  /**
   * Whoever has two accounts that are, or were, linked has the same answers in both; the one with
   * more of them is taken, and neither if one keeps them out.
   */
  private static List<List<Recall>> distinct(Collection<ReviewStore.Log> members) {
    List<ReviewStore.Log> most = new ArrayList<>(members);
    most.sort(
        Comparator.comparing(ReviewStore.Log::shared)
            .thenComparing(log -> log.recalls().size(), Comparator.reverseOrder()));
    Set<String> seen = new HashSet<>();
    List<List<Recall>> distinct = new ArrayList<>();
    for (ReviewStore.Log log : most) {
      if (log.shared()
          && log.recalls().stream().map(Recall::interaction).noneMatch(seen::contains)) {
        distinct.add(log.recalls());
      }
      log.recalls().forEach(recall -> seen.add(recall.interaction()));
    }
    return distinct;
  }
}
