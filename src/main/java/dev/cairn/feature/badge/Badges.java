package dev.cairn.feature.badge;

import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.database.Database;
import dev.cairn.feature.member.Member;
import java.util.List;

/** Shows what members have reached for good, beside what comes and goes. */
public final class Badges {
  private final BadgeStore store;
  private final Database database;

  public Badges(BadgeStore store, Database database) {
    this.store = store;
    this.database = database;
  }

  /** What a member has reached, streaks first; empty for nothing yet. */
  public List<String> of(Member member) {
    return database.reading(() -> store.of(member));
  }

  /** Adds what a member has reached to a card; nothing where there is nothing. */
  public void addTo(CardBuilder card, Member member) {
    List<String> badges = of(member);
    if (!badges.isEmpty()) {
      card.field("Badges", String.join(" · ", badges));
    }
  }
}
