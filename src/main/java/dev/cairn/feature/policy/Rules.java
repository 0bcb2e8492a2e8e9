package dev.cairn.feature.policy;

import dev.cairn.chat.Arguments;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.group.Quorum;
import dev.cairn.feature.Wording;
import dev.cairn.feature.group.GroupPolicy;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** What a community decides, about streaks and about groups. */
record Rules(StreakPolicy streaks, GroupPolicy groups) {

  /** A rule that is a number: an option, a fact and a field of a form. */
  enum Rule {
    DAY_START("daystart", "A day begins at", 0, 6, "The hour at which a study day begins, 0 to 6"),
    REST_CAP(
        "restcap",
        "Rest days a week at most",
        0,
        6,
        "How many rest days a week a member may choose"),
    LATE_EVERY(
        "lateevery",
        "Days between check-ins for yesterday",
        0,
        StreakPolicy.LONGEST_LATE_EVERY,
        "In how many days a member may check in for yesterday once; 0 switches it off"),
    COMEBACK_DAYS(
        "comebackdays",
        "Days that win a lost streak back",
        0,
        30,
        "On how many days in a row a lost streak is won back; 0 switches it off"),
    FREEZE_START(
        "freezestart", "Freezes to start with", 0, 10, "How many freezes a member starts with"),
    FREEZE_EVERY(
        "freezeevery",
        "Days in a row that earn a freeze",
        1,
        100,
        "A member earns a freeze each time the streak grows by this many days"),
    FREEZE_CAP(
        "freezecap",
        "Freezes held at most",
        0,
        10,
        "How many freezes a member can hold; 0 switches them off"),
    REVIEW_COUNTS(
        "reviewcounts",
        "Reviews count as studying",
        "Whether a review of the day's cards counts as studying"),
    QUORUM(
        "quorum",
        "% of members who keep a group's day",
        1,
        100,
        "The percentage of expected members that a group needs to keep a day"),
    GROUP_SIZE(
        "groupsize", "Members a group has room for", 1, 1000, "How many members a group may have");

    private final String key;
    private final String label;
    private final boolean flag;
    private final int least;
    private final int most;
    private final String description;

    Rule(String key, String label, int least, int most, String description) {
      this(key, label, false, least, most, description);
    }

    Rule(String key, String label, String description) {
      this(key, label, true, 0, 1, description);
    }

    Rule(String key, String label, boolean flag, int least, int most, String description) {
      this.key = key;
      this.label = label;
      this.flag = flag;
      this.least = least;
      this.most = most;
      this.description = description;
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

    Option<?> option() {
      return flag
          ? Option.optional(key, new OptionType.Flag(), description).labelled(label)
          : Option.optional(key, new OptionType.Whole(least, most), description).labelled(label);
    }

    /** The name of its option. */
    String key() {
      return key;
    }

    /** Whether it is a matter of yes or no: 1 or 0. */
    boolean isFlag() {
      return flag;
    }

    /** What was given for it, if anything. */
    Optional<Integer> given(Arguments arguments) {
      return flag
          ? Optional.of(arguments.flag(key) ? 1 : 0).filter(any -> arguments.has(key))
          : arguments.whole(key).map(Long::intValue);
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

  /** The numbers of these rules where those differ, by the rules' names. */
  Map<String, String> numbers(Rules those) {
    Map<String, String> numbers = new TreeMap<>();
    for (Rule rule : Rule.values()) {
      if (rule.of(this) != rule.of(those)) {
        numbers.put(rule.key(), Integer.toString(rule.of(this)));
      }
    }
    return numbers;
  }

  /** These rules with other numbers for some, by their names. */
  Rules with(Map<String, String> numbers) {
    return of(rule ->
        numbers.containsKey(rule.key())
            ? Integer.parseInt(numbers.get(rule.key()))
            : rule.of(this));
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
