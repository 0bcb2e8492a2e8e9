package dev.cairn.feature.link;

import dev.cairn.chat.Account;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Gives out one-time codes, and takes them back. */
final class LinkCodes {
  static final Duration LIFE = Duration.ofMinutes(10);

  /** So many wrong ones in the life of a code, and no more are read. */
  static final int WRONG_TRIES = 5;

  private final LinkStore store;
  private final RandomGenerator random;
  private final Database database;

  LinkCodes(LinkStore store, RandomGenerator random, Database database) {
    this.store = store;
    this.random = random;
    this.database = database;
  }

  /** A code for an account; it invalidates an earlier code of the same account. */
  LinkCode offer(LinkOffer.Purpose purpose, Account account, Instant now) {
    LinkCode code = LinkCode.fresh(random);
    database.transaction(
        () -> store.offer(code.hash(), new LinkOffer(purpose, account, now.plus(LIFE))));
    return code;
  }

  /**
   * The offer behind a typed code. The code stays valid until it is {@link #take taken}.
   *
   * @throws Refusal when it is none, or the account has tried too many wrong ones
   */
  LinkOffer find(String typed, Account by, Instant now) {
    if (database.reading(() -> store.wrongTries(by, now.minus(LIFE))) >= WRONG_TRIES) {
      throw Refusal.of(
          Problem.NOT_ALLOWED,
          "Those were too many wrong codes. Wait ten minutes, then ask for a new one there.");
    }
    Optional<LinkOffer> offer =
        LinkCode.read(typed).flatMap(code -> database.reading(() -> store.offer(code.hash(), now)));
    if (offer.isEmpty()) {
      database.transaction(() -> store.addWrongTry(by, now));
      throw noSuchCode();
    }
    if (isSamePlace(offer.get().by(), by)) {
      throw Refusal.badOption(
          "code",
          "You got that code here. Type it where you have your other account: in Discord, in"
              + " Slack.");
    }
    return offer.get();
  }

  /**
   * Uses up a code, in the transaction that does what it is for.
   *
   * @throws Refusal when somebody was faster
   */
  void take(String typed, Instant now) {
    if (!LinkCode.read(typed).map(code -> store.take(code.hash(), now)).orElse(false)) {
      throw noSuchCode();
    }
  }

  private static boolean isSamePlace(Account one, Account other) {
    return one.platform() == other.platform() && one.community().equals(other.community());
  }

  private static Refusal noSuchCode() {
    return Refusal.badOption(
        "code",
        RichText.of("There is no such code. A code is valid for ten minutes and works once. ")
            .command("link")
            .plain(" on the other platform shows a new one."));
  }
}
