package dev.cairn.feature.milestone;

import dev.cairn.chat.Account;
import dev.cairn.chat.Place;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.connection.Ping;
import dev.cairn.domain.blog.MilestoneRules.Kind;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.picture.MilestoneBanner;
import java.util.Optional;
import java.util.function.Function;

/** Celebrates a milestone before the whole community. */
public final class MilestoneComposer implements MessageComposer {
  static final String KIND = "milestone";

  private final Milestones milestones;
  private final Communities communities;
  private final Members members;
  private final Function<Member, Optional<RichText>> firstPost;
  private final Pictures pictures;

  /**
   * @param firstPost a link to a member's first post
   */
  public MilestoneComposer(
      Milestones milestones,
      Communities communities,
      Members members,
      Function<Member, Optional<RichText>> firstPost,
      Pictures pictures) {
    this.milestones = milestones;
    this.communities = communities;
    this.members = members;
    this.firstPost = firstPost;
    this.pictures = pictures;
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
                .map(milestone -> message(announcement, community, milestone)));
  }

  private OutgoingMessage message(
      OutboxMessage announcement, Community community, Milestone milestone) {
    Optional<Member> writer = milestone.member().flatMap(id -> members.find(community, id));
    Optional<Account> mentioned =
        writer.filter(milestones::mayMention).flatMap(member -> accountThere(member, announcement));
    return new OutgoingMessage(
        announcement.address(),
        announcement.nonce(),
        card(milestone, mentioned, writer.filter(it -> isFirstPost(milestone)).flatMap(firstPost)),
        mentioned.map(Ping.OfMember::new).orElse(null),
        null,
        false,
        true);
  }

  private Optional<Account> accountThere(Member member, OutboxMessage announcement) {
    return members.accounts(member).stream()
        .filter(account -> Place.of(account).equals(announcement.address().place()))
        .findFirst();
  }

  private static boolean isFirstPost(Milestone milestone) {
    return milestone.kind() == Kind.MEMBER_POSTS && milestone.threshold() == 1;
  }

  private Reply.Card card(
      Milestone milestone, Optional<Account> mentioned, Optional<RichText> post) {
    CardBuilder card =
        Reply.Card.titled(milestone.whose() + ": " + milestone.count())
            .tone(Reply.Tone.CELEBRATION);
    RichText whose =
        mentioned
            .map(RichText.EMPTY::mention)
            .orElseGet(() -> RichText.EMPTY.bold(milestone.whose()));
    String ownWords = milestone.ownWords();
    if (ownWords == null) {
      card.text(whose.plain(milestone.deed()));
    } else if (mentioned.isPresent()) {
      card.text(whose.plain(": " + ownWords));
    } else {
      card.text(ownWords);
    }
    post.ifPresent(card::text);
    return card.picture(
            pictures.of(
                new MilestoneBanner(milestone.kind(), milestone.whose(), milestone.threshold())))
        .facts(MilestoneCards.facts(milestone))
        .build();
  }
}
