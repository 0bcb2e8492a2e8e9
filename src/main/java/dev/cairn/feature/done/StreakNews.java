package dev.cairn.feature.done;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.blog.Thresholds;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Wording;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.streak.Comebacks;
import dev.cairn.feature.streak.Streaks;
import java.util.Optional;

/**
 * What a check-in did to a streak, and what it leads to, in a sentence or two. What is said hangs
 * on what happened alone, so that the same day is told the same way to everybody.
 */
final class StreakNews {
  private static final int NEAR = 3;

  private final Streak before;
  private final Streak after;
  private final StreakPolicy policy;
  private final Thresholds milestones;
  private final CheckIns.Gain gain;

  private StreakNews(
      Streaks.Change change, StreakPolicy policy, Thresholds milestones, CheckIns.Gain gain) {
    this.before = change.before();
    this.after = change.after();
    this.policy = policy;
    this.milestones = milestones;
    this.gain = gain;
  }

  /**
   * The words for a check-in that counted.
   *
   * @param policy what holds on the day of the check-in
   * @param milestones the lengths of streaks that are celebrated
   * @param gain what it brought
   */
  static String of(
      Streaks.Change change, StreakPolicy policy, Thresholds milestones, CheckIns.Gain gain) {
    return new StreakNews(change, policy, milestones, gain).words();
  }

  /** Whether it is the first check-in of all, told for the first time or again. */
  static boolean isFirst(Streaks.Change change) {
    return change.before().status() == Streak.Status.NONE
        || (change.before().equals(change.after()) && change.after().recent().days() == 1);
  }

  private String words() {
    int days = after.length();
    if (gain.wonBack()) {
      return "The days you missed are won back: they neither add to the streak nor break it. "
          + held();
    }
    if (after.comeback() != null && after.comeback().isOpen()) {
      return Comebacks.toMember(after).orElseThrow();
    }
    if (days <= 1) {
      return first();
    }
    if (gain.freeze()) {
      return "%s in a row%s a freeze, which bridges a day that you miss. %s"
          .formatted(
              Wording.count(days, "day"),
              milestones.reached(days - 1, days).isEmpty()
                  ? " earned you"
                  : ": a milestone, and you earned",
              held());
    }
    int bridged = gain.bridged();
    if (bridged > 0) {
      return "%s bridged the %s you missed. %s"
          .formatted(
              bridged == 1 ? "A freeze" : bridged + " freezes",
              bridged == 1 ? "day" : bridged + " days",
              after.freezes() == 0 ? "You hold none now." + refill() : held());
    }
    if (!milestones.reached(days - 1, days).isEmpty()) {
      return "That is a milestone of this community. "
          + next().map(goal -> "The next one to reach: " + goal.name + ".").orElse(held());
    }
    if (before.longest() == days && days > NEAR) {
      return "You are level with your longest streak. One day more, and this one is.";
    }
    return next().map(this::onTheWay).orElseGet(this::lately);
  }

  private String first() {
    if (isFirst(new Streaks.Change(before, after))) {
      return after.freezes() > 0
          ? "You start with "
              + (after.freezes() == 1 ? "a freeze" : after.freezes() + " freezes")
              + ": should you miss a day, the streak stands all the same."
          : "Come back tomorrow, and it is two in a row.";
    }
    return "A new streak has begun; your longest was %s. %s"
        .formatted(Wording.count(after.longest(), "day"), held());
  }

  /**
   * Something to reach, and in how many days.
   *
   * @param name the thing, as in "22 days to it"
   * @param reached what a member does who gets there
   * @param several whether the name is of more than one thing
   */
  private record Goal(String name, String reached, boolean several, int at, int inDays) {}

  /** The nearest thing to reach; of those on one day, what they have in common is their day. */
  private Optional<Goal> next() {
    int days = after.length();
    Optional<Goal> nearest = Optional.empty();
    if (policy.freezeCap() > after.freezes()) {
      int at = (days / policy.freezeEvery() + 1) * policy.freezeEvery();
      nearest =
          Optional.of(new Goal("another freeze", "earn another freeze", false, at, at - days));
    }
    Integer milestone = milestones.after(days);
    if (milestone != null && nearest.map(goal -> goal.at >= milestone).orElse(true)) {
      boolean both = nearest.map(goal -> goal.at == milestone).orElse(false);
      String name = "the %d-day milestone".formatted(milestone);
      nearest =
          Optional.of(
              new Goal(
                  both ? name + " and a freeze" : name,
                  "reach " + name + (both ? " and earn a freeze" : ""),
                  both,
                  milestone,
                  milestone - days));
    }
    if (after.longest() > days && nearest.map(goal -> goal.at > after.longest()).orElse(true)) {
      String name = "your longest streak, %s".formatted(Wording.count(after.longest(), "day"));
      nearest =
          Optional.of(
              new Goal(name, "reach " + name, false, after.longest(), after.longest() - days));
    }
    return nearest;
  }

  private String onTheWay(Goal goal) {
    int days = after.length();
    if (goal.inDays == 1) {
      return "Tomorrow you can %s.".formatted(goal.reached);
    }
    if (goal.inDays == 2) {
      return "Two days more, and you %s.".formatted(goal.reached);
    }
    if (goal.inDays == NEAR) {
      return "Three days are left to %s.".formatted(goal.name);
    }
    if (2 * days == goal.at) {
      return "Half of the way to %s is behind you.".formatted(goal.name);
    }
    if (3 * days == goal.at) {
      return "A third of the way to %s is behind you.".formatted(goal.name);
    }
    return switch (days % NEAR) {
      case 0 -> safety(goal);
      case 1 -> lately();
      default -> "In %s you %s.".formatted(Wording.count(goal.inDays, "day"), goal.reached);
    };
  }

  private String safety(Goal goal) {
    return switch (after.freezes()) {
      case 0 ->
          "A missed day would end the streak: you hold no freeze. %s %s %s away."
              .formatted(
                  capital(goal.name),
                  goal.several ? "are" : "is",
                  Wording.count(goal.inDays, "day"));
      case 1 -> "Should a day go wrong: you hold a freeze, and it bridges one.";
      default ->
          "Your %d freezes would bridge as many missed days in a row.".formatted(after.freezes());
    };
  }

  private String lately() {
    Streak.Recent recent = after.recent();
    return recent.checked() == recent.days()
        ? "Not one of your %d days so far went by without studying.".formatted(recent.days())
        : "You studied on %d of the last %d days.".formatted(recent.checked(), recent.days());
  }

  private String held() {
    int freezes = after.freezes();
    if (freezes == 0) {
      return policy.freezeCap() == 0 ? lately() : "You hold no freeze." + refill();
    }
    return "You hold "
        + Wording.count(freezes, "freeze")
        + (freezes > 1 && freezes == policy.freezeCap() ? ", as many as there can be." : ".");
  }

  private String refill() {
    int every = policy.freezeEvery();
    return policy.freezeCap() == 0
        ? ""
        : " The next one comes at %s."
            .formatted(Wording.count((after.length() / every + 1L) * every, "day"));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
