package dev.cairn.feature.milestone;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.feature.Wording;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.OutboxMessage;
import java.util.List;
import java.util.Optional;

/** Lays all milestones that wait before the moderators, in one message. */
public final class DecisionDigestComposer implements MessageComposer {
  static final String KIND = "decisions";

  /** What has room in a message of every platform; the others are counted. */
  private static final int MOST_LISTED = 20;

  private final Milestones milestones;
  private final Communities communities;

  public DecisionDigestComposer(Milestones milestones, Communities communities) {
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
        .map(
            community -> milestones.all(community).stream().filter(Milestone::isUndecided).toList())
        // What is there already says so once all is decided.
        .filter(waiting -> !waiting.isEmpty() || announcement.messageId() != null)
        .map(waiting ->
            OutgoingMessage.of(announcement.address(), announcement.nonce(), card(waiting)));
  }

  private static Reply.Card card(List<Milestone> waiting) {
    if (waiting.isEmpty()) {
      return Reply.Card.titled("All milestones are decided")
          .button("All milestones", Action.of("milestone list"))
          .build();
    }
    CardBuilder card =
        Reply.Card.titled(
                waiting.size() == 1
                    ? "A milestone waits"
                    : Wording.count(waiting.size(), "milestone") + " wait")
            .items(waiting.stream().limit(MOST_LISTED).map(MilestoneCards::line).toList());
    if (waiting.size() > MOST_LISTED) {
      card.text("And " + (waiting.size() - MOST_LISTED) + " more.");
    }
    return card.control(MilestoneCards.decideAboutOne(waiting))
        .control(MilestoneCards.announceAll(Effect.REPLY))
        .button("All milestones", Action.of("milestone list"))
        .fact("milestones", MilestoneCards.facts(waiting))
        .build();
  }
}
