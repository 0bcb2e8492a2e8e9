package dev.cairn.feature.buddy;

import dev.cairn.chat.Account;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.database.Database;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Finds the words for what study buddies are told, and pairs now and then those who wait. */
public final class BuddyMessages implements MessageComposer, JobHandler {
  private final Buddies buddies;
  private final Streaks streaks;
  private final Database database;
  private final InstantSource clock;

  public BuddyMessages(Buddies buddies, Streaks streaks, Database database, InstantSource clock) {
    this.buddies = buddies;
    this.streaks = streaks;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Buddies.KIND;
  }

  @Override
  public void run(JobKey job, Instant due) {
    buddies.round(job, clock.instant());
  }

  @Override
  public Optional<OutgoingMessage> compose(OutboxMessage message) {
    if (!(message.address() instanceof Address.Direct(Account account))) {
      return Optional.empty();
    }
    String[] key = message.key().split(Buddies.BETWEEN, -1);
    Instant now = clock.instant();
    return database
        .reading(() -> card(key[0], new MemberId(Long.parseLong(key[1])), account, now))
        .map(card -> OutgoingMessage.of(message.address(), message.nonce(), card));
  }

  private Optional<Reply.Card> card(String what, MemberId member, Account account, Instant now) {
    Optional<Buddy> buddy = buddies.find(account, member);
    return switch (what) {
      // Whoever has begun anew meanwhile need not hear what ended before.
      case Buddies.ENDED -> buddy.isPresent() ? Optional.empty() : Optional.of(BuddyCards.ended());
      case Buddies.PAIRED ->
          buddy.flatMap(found -> buddies.other(found).map(other -> paired(found, other, now)));
      default ->
          buddy
              .filter(found -> buddies.isWelcome(found, now))
              .flatMap(buddies::other)
              .filter(other -> buddies.hasCheckedIn(other, now))
              .map(other ->
                  BuddyCards.checkedIn(
                      other, streaks.endOfToday(buddy.orElseThrow().member(), now)));
    };
  }

  private Reply.Card paired(Buddy buddy, Member other, Instant now) {
    return BuddyCards.paired(
        buddy,
        other,
        buddies.usualHour(other, buddy.member().zoneAt(now), now),
        buddies.hasCheckedIn(other, now));
  }
}
