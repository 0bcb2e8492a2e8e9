package dev.cairn.feature.policy;

import dev.cairn.domain.Quorum;
import dev.cairn.domain.StreakPolicy;
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
    FREEZE_EVERY("freezeevery"),
    FREEZE_CAP("freezecap"),
    REST_CAP("restcap"),
    QUORUM("quorum"),
    GROUP_SIZE("groupsize");

    private final String option;

    Rule(String option) {
      this.option = option;
    }

    static Set<Rule> ofStreaks() {
      return EnumSet.range(DAY_START, REST_CAP);
    }

    static Set<Rule> ofGroups() {
      return EnumSet.of(QUORUM, GROUP_SIZE);
    }

    String option() {
      return option;
    }

    int of(Rules rules) {
      return switch (this) {
        case DAY_START -> rules.streaks.dayStartsAt().getHour();
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
            value.applyAsInt(Rule.FREEZE_EVERY),
            value.applyAsInt(Rule.FREEZE_CAP),
            value.applyAsInt(Rule.REST_CAP),
            LocalTime.of(value.applyAsInt(Rule.DAY_START), 0)),
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
      case FREEZE_EVERY -> "a freeze every " + streaks.freezeEvery() + " days";
      case FREEZE_CAP -> "up to " + streaks.freezeCap() + " freezes";
      case REST_CAP -> "up to " + streaks.restDayCap() + " rest days";
      case QUORUM ->
          "a group keeps a day with " + groups.quorum().percent() + "% of those expected";
      case GROUP_SIZE -> "up to " + Wording.count(groups.sizeLimit(), "member") + " a group";
    };
  }
}
