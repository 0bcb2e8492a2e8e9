package dev.cairn.feature.buddy;

import dev.cairn.chat.Account;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.database.Database;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.Voice;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.feature.reminder.Overtaken;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
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
    BuddyKey key = BuddyKey.of(message.key());
    Instant now = clock.instant();
    boolean there = message.state() == OutboxMessage.State.SENT;
    return database
        .reading(() ->
            there ? overtaken(key, account, now) : card(key.what(), key.member(), account, now))
        .map(card -> OutgoingMessage.of(message.address(), message.nonce(), card));
  }

  /** Once a nudge is there, it is told how the day went: when it is done, and when it is over. */
  @Override
  public void sent(OutboxMessage message, String messageId) {
    BuddyKey key = BuddyKey.of(message.key());
    if (key.isNudge() && message.address() instanceof Address.Direct(Account account)) {
      buddies
          .told(account, key.member())
          .ifPresent(member ->
              buddies.overtaken(
                  member,
                  LocalDate.parse(key.which()),
                  streaks.endOfToday(member, clock.instant())));
    }
  }

  private Optional<Reply.Card> overtaken(BuddyKey key, Account account, Instant now) {
    return key.isNudge()
        ? buddies
            .told(account, key.member())
            .flatMap(member ->
                Overtaken.of(
                    streaks.recent(member), LocalDate.parse(key.which()), now, Voice.PRIVATE))
        : Optional.empty();
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
