package dev.cairn.feature.done;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.blog.Thresholds;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Voice;
import dev.cairn.feature.Wording;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.streak.Comebacks;
import dev.cairn.feature.streak.Streaks;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a check-in did to a streak, and what it leads to, in a sentence or two. What is said hangs
 * on what happened and on who reads it, so that the same day is told the same way of everybody.
 */
final class StreakNews {
  private static final int NEAR = 3;

  private final Streak before;
  private final Streak after;
  private final StreakPolicy policy;
  private final Thresholds milestones;
  private final CheckIns.Gain gain;
  private final Voice voice;

  private StreakNews(
      Streaks.Change change,
      StreakPolicy policy,
      Thresholds milestones,
      CheckIns.Gain gain,
      Voice voice) {
    this.before = change.before();
    this.after = change.after();
    this.policy = policy;
    this.milestones = milestones;
    this.gain = gain;
    this.voice = voice;
  }

  /**
   * The words for a check-in that counted.
   *
   * @param policy what holds on the day of the check-in
   * @param milestones the lengths of streaks that are celebrated
   * @param gain what it brought
   * @param voice how the member is spoken of
   */
  static String of(
      Streaks.Change change,
      StreakPolicy policy,
      Thresholds milestones,
      CheckIns.Gain gain,
      Voice voice) {
    return new StreakNews(change, policy, milestones, gain, voice).words();
  }

  /** Whether it is the first check-in of all, told for the first time or again. */
  static boolean isFirst(Streaks.Change change) {
    return change.before().status() == Streak.Status.NONE
        || (change.before().equals(change.after()) && change.after().recent().days() == 1);
  }

  private String words() {
    int days = after.length();
    if (gain.wonBack()) {
      return "The missed days are won back: they neither add to the streak nor break it. " + held();
    }
    if (after.comeback() != null && after.comeback().isOpen()) {
      return Comebacks.told(after, voice).orElseThrow();
    }
    if (days <= 1) {
      return first();
    }
    if (gain.freeze()) {
      return "%s in a row%s a freeze, which bridges a missed day. %s"
          .formatted(
              Wording.count(days, "day"),
              milestones.reached(days - 1, days).isEmpty()
                  ? " earned " + voice.whom()
                  : ": a milestone, and " + voice.whom() + " earned",
              held());
    }
    int bridged = gain.bridged();
    if (bridged > 0) {
      return "%s bridged the %s. %s"
          .formatted(
              bridged == 1 ? "A freeze" : bridged + " freezes",
              bridged == 1 ? "missed day" : bridged + " missed days",
              after.freezes() == 0 ? "None is left now." + refill() : held());
    }
    if (!milestones.reached(days - 1, days).isEmpty()) {
      return "That is a milestone of this community. "
          + next().map(goal -> "The next one to reach: " + goal.name + ".").orElse(held());
    }
    if (before.longest() == days && days > NEAR) {
      return "That is level with the longest streak so far. One day more, and this one is the"
          + " longest.";
    }
    return next().map(this::onTheWay).orElseGet(this::lately);
  }

  private String first() {
    if (isFirst(new Streaks.Change(before, after))) {
      return after.freezes() > 0
          ? "%s %s with %s: should a day be missed, the streak stands all the same."
              .formatted(
                  voice.who(),
                  voice.does("start"),
                  after.freezes() == 1 ? "a freeze" : after.freezes() + " freezes")
          : "Come back tomorrow, and it is two in a row.";
    }
    return "A new streak has begun; the longest was %s. %s"
        .formatted(Wording.count(after.longest(), "day"), held());
  }

  /**
   * Something to reach, and in how many days.
   *
   * @param name the thing, as in "22 days to it"
   * @param earned whether a freeze is earned there
   * @param reached what is reached there beside it; null for nothing
   */
  private record Goal(String name, boolean earned, @Nullable String reached, int at, int inDays) {
    /** Whether the name is of more than one thing. */
    boolean several() {
      return earned && reached != null;
    }

    /** What a member does who gets there: the verbs in the form that goes with them. */
    String doing(UnaryOperator<String> verb) {
      String freeze = verb.apply("earn") + (reached == null ? " another freeze" : " a freeze");
      String reaching = verb.apply("reach") + " " + reached;
      return reached == null ? freeze : earned ? reaching + " and " + freeze : reaching;
    }
  }

  /** The nearest thing to reach; of those on one day, what they have in common is their day. */
  private Optional<Goal> next() {
    int days = after.length();
    Optional<Goal> nearest = Optional.empty();
    if (policy.freezeCap() > after.freezes()) {
      int at = (days / policy.freezeEvery() + 1) * policy.freezeEvery();
      nearest = Optional.of(new Goal("another freeze", true, null, at, at - days));
    }
    Integer milestone = milestones.after(days);
    if (milestone != null && nearest.map(goal -> goal.at >= milestone).orElse(true)) {
      boolean both = nearest.map(goal -> goal.at == milestone).orElse(false);
      String name = "the %d-day milestone".formatted(milestone);
      nearest =
          Optional.of(
              new Goal(
                  both ? name + " and a freeze" : name, both, name, milestone, milestone - days));
    }
    if (after.longest() > days && nearest.map(goal -> goal.at > after.longest()).orElse(true)) {
      String name =
          "the longest streak so far, %s".formatted(Wording.count(after.longest(), "day"));
      nearest = Optional.of(new Goal(name, false, name, after.longest(), after.longest() - days));
    }
    return nearest;
  }

  private String onTheWay(Goal goal) {
    int days = after.length();
    if (goal.inDays == 1) {
      return "Tomorrow %s can %s.".formatted(voice.whom(), goal.doing(verb -> verb));
    }
    if (goal.inDays == 2) {
      return "Two days more, and %s %s.".formatted(voice.whom(), goal.doing(voice::does));
    }
    if (goal.inDays == NEAR) {
      return "Three days are left to %s.".formatted(goal.name);
    }
    if (2 * days == goal.at) {
      return "Half of the way to %s is done.".formatted(goal.name);
    }
    if (3 * days == goal.at) {
      return "A third of the way to %s is done.".formatted(goal.name);
    }
    return switch (days % NEAR) {
      case 0 -> safety(goal);
      case 1 -> lately();
      default ->
          "In %s %s %s."
              .formatted(Wording.count(goal.inDays, "day"), voice.whom(), goal.doing(voice::does));
    };
  }

  private String safety(Goal goal) {
    return switch (after.freezes()) {
      case 0 ->
          "A missed day would end the streak: %s %s no freeze. %s %s %s away."
              .formatted(
                  voice.whom(),
                  voice.does("hold"),
                  capital(goal.name),
                  goal.several() ? "are" : "is",
                  Wording.count(goal.inDays, "day"));
      case 1 ->
          "Should a day go wrong: %s %s a freeze, and it bridges one."
              .formatted(voice.whom(), voice.does("hold"));
      default ->
          "%s %d freezes would bridge as many missed days in a row."
              .formatted(voice.whose(), after.freezes());
    };
  }

  private String lately() {
    Streak.Recent recent = after.recent();
    return recent.checked() == recent.days()
        ? "Not one of the %d days so far went by without studying.".formatted(recent.days())
        : "%s studied on %d of the last %d days."
            .formatted(voice.who(), recent.checked(), recent.days());
  }

  private String held() {
    int freezes = after.freezes();
    if (freezes == 0) {
      return policy.freezeCap() == 0 ? lately() : holds() + "no freeze." + refill();
    }
    return holds()
        + Wording.count(freezes, "freeze")
        + (freezes > 1 && freezes == policy.freezeCap() ? ", as many as there can be." : ".");
  }

  private String holds() {
    return voice.who() + " " + voice.does("hold") + " ";
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
