package dev.cairn.feature.milestone;

import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.OutboxMessage;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** Lays a milestone before the moderators, to announce, to edit or to dismiss. */
public final class DecisionComposer implements MessageComposer {
  static final String KIND = "decision";

  private final Milestones milestones;
  private final Communities communities;
  private final InstantSource clock;

  public DecisionComposer(Milestones milestones, Communities communities, InstantSource clock) {
    this.milestones = milestones;
    this.communities = communities;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMessage> compose(OutboxMessage announcement) {
    return communities
        .find(announcement.id().community())
        .flatMap(community ->
            milestones
                .find(community, Long.parseLong(announcement.key()))
                // What is there already loses its buttons once all is decided.
                .filter(milestone ->
                    milestone.state() == Milestone.State.WAITING
                        || announcement.messageId() != null)
                .map(milestone ->
                    OutgoingMessage.of(
                        announcement.address(),
                        announcement.nonce(),
                        card(milestone, community.zones().at(clock.instant())))));
  }

  private static Reply.Card card(Milestone milestone, ZoneId zone) {
    return milestone.state() == Milestone.State.WAITING
        ? MilestoneCards.decision("A milestone is reached", milestone, zone)
        : MilestoneCards.closed(milestone).build();
  }
}
