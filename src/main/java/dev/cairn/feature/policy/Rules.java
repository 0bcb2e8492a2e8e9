package dev.cairn.feature.policy;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.group.Quorum;
import dev.cairn.feature.Wording;
import dev.cairn.feature.group.GroupPolicy;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** What a community decides, about streaks and about groups. */
record Rules(StreakPolicy streaks, GroupPolicy groups) {

  /** A rule that is a number: an option, a fact and a field of a form. */
  enum Rule {
    DAY_START("daystart"),
    REST_CAP("restcap"),
    LATE_EVERY("lateevery"),
    COMEBACK_DAYS("comebackdays"),
    FREEZE_START("freezestart"),
    FREEZE_EVERY("freezeevery"),
    FREEZE_CAP("freezecap"),
    REVIEW_COUNTS("reviewcounts"),
    QUORUM("quorum"),
    GROUP_SIZE("groupsize");

    private final String option;

    Rule(String option) {
      this.option = option;
    }

    static Set<Rule> ofDays() {
      return EnumSet.range(DAY_START, COMEBACK_DAYS);
    }

    static Set<Rule> ofFreezes() {
      return EnumSet.range(FREEZE_START, REVIEW_COUNTS);
    }

    static Set<Rule> ofGroups() {
      return EnumSet.of(QUORUM, GROUP_SIZE);
    }

    String option() {
      return option;
    }

    /** Whether it is a matter of yes or no: 1 or 0. */
    boolean isFlag() {
      return this == REVIEW_COUNTS;
    }

    int of(Rules rules) {
      return switch (this) {
        case DAY_START -> rules.streaks.dayStartsAt().getHour();
        case LATE_EVERY -> rules.streaks.lateEvery();
        case COMEBACK_DAYS -> rules.streaks.comebackDays();
        case FREEZE_START -> rules.streaks.freezeStart();
        case REVIEW_COUNTS -> rules.streaks.reviewCounts() ? 1 : 0;
        case FREEZE_EVERY -> rules.streaks.freezeEvery();
        case FREEZE_CAP -> rules.streaks.freezeCap();
        case REST_CAP -> rules.streaks.restDayCap();
        case QUORUM -> rules.groups.quorum().percent();
        case GROUP_SIZE -> rules.groups.sizeLimit();
      };
    }
  }

  /** Rules of these numbers. */
  static Rules of(ToIntFunction<Rule> value) {
    return new Rules(
        new StreakPolicy(
            value.applyAsInt(Rule.FREEZE_START),
            value.applyAsInt(Rule.FREEZE_EVERY),
            value.applyAsInt(Rule.FREEZE_CAP),
            value.applyAsInt(Rule.COMEBACK_DAYS),
            value.applyAsInt(Rule.LATE_EVERY),
            value.applyAsInt(Rule.REST_CAP),
            LocalTime.of(value.applyAsInt(Rule.DAY_START), 0),
            value.applyAsInt(Rule.REVIEW_COUNTS) == 1),
        new GroupPolicy(
            new Quorum(value.applyAsInt(Rule.QUORUM)), value.applyAsInt(Rule.GROUP_SIZE)));
  }

  /** What is different in these, in words. */
  List<String> changesTo(Rules after) {
    List<String> changes = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      if (rule.of(this) != rule.of(after)) {
        changes.add(after.inWords(rule));
      }
    }
    return changes;
  }

  private String inWords(Rule rule) {
    return switch (rule) {
      case DAY_START -> "days begin at " + streaks.dayStartsAt();
      case LATE_EVERY ->
          streaks.lateEvery() == 0
              ? "no check-ins for yesterday"
              : "a check-in for yesterday once in " + Wording.count(streaks.lateEvery(), "day");
      case COMEBACK_DAYS ->
          streaks.comebackDays() == 0
              ? "no comebacks"
              : "a comeback takes " + Wording.count(streaks.comebackDays(), "day");
      case FREEZE_START -> Wording.count(streaks.freezeStart(), "freeze") + " to start with";
      case REVIEW_COUNTS ->
          streaks.reviewCounts() ? "reviews count as studying" : "reviews do not count as studying";
      case FREEZE_EVERY -> "a freeze every " + Wording.count(streaks.freezeEvery(), "day");
      case FREEZE_CAP -> "up to " + Wording.count(streaks.freezeCap(), "freeze") + " held";
      case REST_CAP -> "up to " + Wording.count(streaks.restDayCap(), "rest day") + " a week";
      case QUORUM ->
          "a group keeps a day with " + groups.quorum().percent() + "% of those expected";
      case GROUP_SIZE -> "up to " + Wording.count(groups.sizeLimit(), "member") + " a group";
    };
  }
}
