package dev.cairn.feature.milestone;

import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.OutboxMessage;
import java.util.Optional;

/** Lays a milestone before the moderators, to announce, to edit or to dismiss. */
public final class DecisionComposer implements MessageComposer {
  static final String KIND = "decision";

  private final Milestones milestones;
  private final Communities communities;

  public DecisionComposer(Milestones milestones, Communities communities) {
    this.milestones = milestones;
    this.communities = communities;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMessage> compose(OutboxMessage announcement) {
    return communities
        .find(announcement.id().community())
        .flatMap(community -> milestones.find(community, Long.parseLong(announcement.key())))
        // What is there already loses its buttons once all is decided.
        .filter(milestone ->
            milestone.state() == Milestone.State.WAITING || announcement.messageId() != null)
        .map(milestone ->
            OutgoingMessage.of(
                announcement.address(),
                announcement.nonce(),
                milestone.state() == Milestone.State.WAITING
                    ? MilestoneCards.decision("A milestone is reached", milestone)
                    : MilestoneCards.closed(milestone).build()));
  }
}
