package dev.cairn.feature.streak;

import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.domain.streak.Ledger;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.Wording;
import dev.cairn.feature.badge.Badges;
import dev.cairn.feature.member.Member;
import dev.cairn.picture.CalendarHeatmap;
import java.time.Instant;

/** A streak in figures, with what it has led to, and as a calendar. */
public final class StreakFigures {
  private final Pictures pictures;

  private final Badges badges;

  public StreakFigures(Pictures pictures, Badges badges) {
    this.pictures = pictures;
    this.badges = badges;
  }

  /**
   * Adds the figures, the badges and the calendar to a card; nothing for whoever never checked in.
   *
   * @param history all that is on record of the member's days
   */
  public void addTo(
      CardBuilder card, Member member, Streak streak, MemberHistory history, Instant now) {
    if (streak.status() == Streak.Status.NONE) {
      return;
    }
    card.field("Streak", Wording.count(streak.length(), "day"))
        .field("Longest", Wording.count(streak.longest(), "day"))
        .field("Freezes", Integer.toString(streak.freezes()))
        .field(
            "Last " + Wording.count(streak.recent().days(), "day"),
            streak.recent().checked() + " checked");
    badges.addTo(card, member);
    card.picture(pictures.of(CalendarHeatmap.of(member.name(), streak, Ledger.of(history, now))));
  }
}
