package dev.cairn.feature.review;

import dev.cairn.chat.Place;
import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
   * @see #write(CommunityId, Appendable)
   */
  public Written write(Place place, Appendable out) throws IOException {
    Optional<CommunityId> community = database.reading(() -> new ReviewStore(database).at(place));
    return community.isPresent() ? write(community.get(), out) : new Written(0, 0);
  }

  /**
   * Writes the log as CSV: a line an answer, those of a learner together, card by card. {@code
   * seconds} is empty for the first answer to a card, {@code rating} is 1 for again to 4 for easy,
   * {@code due} whether the card was due. One learner after the other is read and written.
   *
   * @return how much was written; no learner, and nothing written, where there are fewer than
   *     {@link #LEAST_LEARNERS}
   * @throws IOException when it cannot be written there
   */
  Written write(CommunityId community, Appendable out) throws IOException {
    ReviewStore store = new ReviewStore(database);
    List<MemberId> learners = database.reading(() -> distinct(store, community));
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
    int written = 0;
    int answers = 0;
    for (MemberId learner : learners) {
      List<Recall> recalls = database.reading(() -> store.shared(community, learner));
      Recall previous = null;
      for (Recall recall : recalls) {
        append(out, number, previous, recall);
        previous = recall;
        answers++;
      }
      written += recalls.isEmpty() ? 0 : 1;
      number++;
    }
    return new Written(written, answers);
  }

  private static void append(Appendable out, int learner, @Nullable Recall previous, Recall recall)
      throws IOException {
    out.append(String.valueOf(learner)).append(',').append(recall.card()).append(',');
    if (previous != null && previous.card().equals(recall.card())) {
      out.append(String.valueOf(Duration.between(previous.at(), recall.at()).toSeconds()));
    }
    out.append(',').append(String.valueOf(recall.rating().grade()));
    out.append(',').append(String.valueOf(recall.wasDue())).append('\n');
  }

  /**
   * Whoever has two accounts that are, or were, linked has the same answers in both; the one with
   * more of them is taken, and neither if one keeps them out. Of an interaction a number is kept
   * that hardly any other has: there may be very many.
   */
  private static List<MemberId> distinct(ReviewStore store, CommunityId community) {
    List<ReviewStore.Reviewer> most = new ArrayList<>(store.reviewers(community));
    most.sort(
        Comparator.comparing(ReviewStore.Reviewer::shared)
            .thenComparing(ReviewStore.Reviewer::answers, Comparator.reverseOrder()));
    Set<Long> seen = new HashSet<>();
    List<MemberId> distinct = new ArrayList<>();
    for (ReviewStore.Reviewer reviewer : most) {
      List<Long> interactions =
          store.interactions(community, reviewer.member()).stream()
              .map(ReviewLogExport::number)
              .toList();
      if (reviewer.shared() && interactions.stream().noneMatch(seen::contains)) {
        distinct.add(reviewer.member());
      }
      seen.addAll(interactions);
    }
    return distinct;
  }

  private static long number(String interaction) {
    UUID digest = UUID.nameUUIDFromBytes(interaction.getBytes(StandardCharsets.UTF_8));
    return digest.getLeastSignificantBits() ^ digest.getMostSignificantBits();
  }
}
