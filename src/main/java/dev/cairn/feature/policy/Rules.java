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
  enum Number {
    DAY_START("daystart", rules -> rules.streaks.dayStartsAt().getHour()),
    FREEZE_EVERY("freezeevery", rules -> rules.streaks.freezeEvery()),
    FREEZE_CAP("freezecap", rules -> rules.streaks.freezeCap()),
    REST_CAP("restcap", rules -> rules.streaks.restDayCap()),
    QUORUM("quorum", rules -> rules.groups.quorum().percent()),
    GROUP_SIZE("groupsize", rules -> rules.groups.sizeLimit());

    private final String option;
    private final ToIntFunction<Rules> value;

    Number(String option, ToIntFunction<Rules> value) {
      this.option = option;
      this.value = value;
    }

    static Set<Number> ofStreaks() {
      return EnumSet.range(DAY_START, REST_CAP);
    }

    static Set<Number> ofGroups() {
      return EnumSet.of(QUORUM, GROUP_SIZE);
    }

    String option() {
      return option;
    }

    int of(Rules rules) {
      return value.applyAsInt(rules);
    }
  }

  /** Rules of these numbers. */
  static Rules of(ToIntFunction<Number> number) {
    return new Rules(
        new StreakPolicy(
            number.applyAsInt(Number.FREEZE_EVERY),
            number.applyAsInt(Number.FREEZE_CAP),
            number.applyAsInt(Number.REST_CAP),
            LocalTime.of(number.applyAsInt(Number.DAY_START), 0)),
        new GroupPolicy(
            new Quorum(number.applyAsInt(Number.QUORUM)), number.applyAsInt(Number.GROUP_SIZE)));
  }

  /** What is different in these, in words. */
  List<String> changesTo(Rules after) {
    List<String> changes = new ArrayList<>();
    for (Number number : Number.values()) {
      if (number.of(this) != number.of(after)) {
        changes.add(after.inWords(number));
      }
    }
    return changes;
  }

  private String inWords(Number number) {
    return switch (number) {
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
