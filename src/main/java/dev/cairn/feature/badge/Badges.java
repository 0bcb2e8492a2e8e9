package dev.cairn.feature.badge;

import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows what members have reached for good, beside what comes and goes. */
public final class Badges {
  /** All tables that badges hang on. */
  public static final Set<String> TABLES = BadgeStore.TABLES;

  private final BadgeStore store;
  private final Database database;

  public Badges(BadgeStore store, Database database) {
    this.store = store;
    this.database = database;
  }

  /**
   * The best of what a member has reached.
   *
   * @param streak the longest streak that is a milestone, in days; 0 for none
   * @param races how many races their group won while they belonged to it
   */
  public record Best(int streak, int races) {
    /** Nothing yet. */
    public static final Best NONE = new Best(0, 0);

    Best and(Best other) {
      return new Best(Math.max(streak, other.streak), races + other.races);
    }

    /** {@code 100 in a row · 2 races won}; empty for nothing. */
    public String text() {
      String inARow = streak == 0 ? "" : streak + " in a row";
      String won = races == 0 ? "" : Wording.count(races, "race") + " won";
      return inARow.isEmpty() || won.isEmpty() ? inARow + won : inARow + " · " + won;
    }
  }

  /** The best of what members of one community have reached; whoever has nothing is left out. */
  public Map<MemberId, Best> best(CommunityId community, Collection<MemberId> members) {
    return members.isEmpty() ? Map.of() : database.reading(() -> store.best(community, members));
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
