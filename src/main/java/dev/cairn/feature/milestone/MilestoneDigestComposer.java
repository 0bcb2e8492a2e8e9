package dev.cairn.feature.milestone;

import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.feature.Wording;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.OutboxMessage;
import java.util.List;
import java.util.Optional;

/** Celebrates many milestones before the whole community, in one post that mentions nobody. */
public final class MilestoneDigestComposer implements MessageComposer {
  static final String KIND = "milestones";

  /** What has room in a message of every platform; the others are counted. */
  private static final int MOST_LISTED = 30;

  private final Milestones milestones;
  private final Communities communities;

  public MilestoneDigestComposer(Milestones milestones, Communities communities) {
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
        .map(community -> milestones.together(community, Long.parseLong(announcement.key())))
        .filter(all -> !all.isEmpty())
        .map(all ->
            new OutgoingMessage(
                announcement.address(), announcement.nonce(), card(all), null, null, false, true));
  }

  private static Reply.Card card(List<Milestone> all) {
    CardBuilder card =
        Reply.Card.titled(Wording.count(all.size(), "milestone") + " reached")
            .tone(Reply.Tone.CELEBRATION)
            .items(all.stream().limit(MOST_LISTED).map(MilestoneDigestComposer::line).toList());
    int more = all.size() - MOST_LISTED;
    if (more > 0) {
      card.text("And " + more + " more. Congratulations to everybody!");
    } else {
      card.text("Congratulations!");
    }
    return card.fact("milestones", MilestoneCards.facts(all)).build();
  }

  private static RichText line(Milestone milestone) {
    String ownWords = milestone.ownWords();
    RichText whose = RichText.EMPTY.bold(milestone.whose());
    return ownWords == null ? whose.plain(milestone.deed()) : whose.plain(": " + ownWords);
  }
}
