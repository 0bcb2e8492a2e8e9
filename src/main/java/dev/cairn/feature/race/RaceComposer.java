package dev.cairn.feature.race;

import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.domain.group.RaceDates;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.OutboxMessage;
import java.time.InstantSource;
import java.util.Optional;

/** Finds the words for the result of a race, and for a change of the lead. */
public final class RaceComposer implements MessageComposer {
  private final Races races;
  private final Communities communities;
  private final RaceCards cards;
  private final InstantSource clock;

  public RaceComposer(
      Races races, Communities communities, Pictures pictures, InstantSource clock) {
    this.races = races;
    this.communities = communities;
    this.cards = new RaceCards(pictures);
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Races.KIND;
  }

  @Override
  public Optional<OutgoingMessage> compose(OutboxMessage announcement) {
    Races.Word word = Races.Word.of(announcement.key());
    return communities
        .find(announcement.id().community())
        .flatMap(community -> races.find(community, word.race(), clock.instant()))
        .filter(standing ->
            standing.state() == (word.result() ? RaceDates.State.OVER : RaceDates.State.RUNNING))
        .map(standing ->
            OutgoingMessage.of(
                announcement.address(),
                announcement.nonce(),
                word.result()
                    ? cards.result(standing)
                    : cards.of(standing, standing.race().name() + ": " + lead(standing))));
  }

  private static String lead(Races.Standing standing) {
    return standing.rows().stream()
        .filter(Race.Row::isFirst)
        .findFirst()
        .map(row -> row.name() + " takes the lead")
        .orElse("the standing");
  }
}
