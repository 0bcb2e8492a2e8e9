package dev.cairn.feature.policy;

import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CardBuilder;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Control;
import dev.cairn.chat.Form;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.Refusal;
import dev.cairn.chat.Reply;
import dev.cairn.command.Command;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.feature.Wording;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.settings.Zones;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** {@code /community}: what a community decides about its days and streaks. */
public final class PolicyCommands {
  private final Policies policies;
  private final Members members;
  private final InstantSource clock;

  /**
   * @param clock tells which offset a zone has now, for suggestions
   */
  public PolicyCommands(Policies policies, Members members, InstantSource clock) {
    this.policies = policies;
    this.members = members;
    this.clock = clock;
  }

  /** The commands. */
  public List<Command> commands() {
    CommandSpec show =
        CommandSpec.open("community show", "The community's time zone and streak rules")
            .withExamples("community show");
    CommandSpec set =
        CommandSpec.moderation(
                "community set",
                "Change the community's time zone or streak rules",
                Audience.EVERYONE,
                Option.optional(
                        "timezone",
                        new OptionType.Text(64),
                        "The community's time zone, like Europe/Berlin")
                    .suggesting((caller, typed) -> Zones.suggest(typed, clock.instant())),
                Option.optional(
                    "daystart",
                    new OptionType.Whole(0, 6),
                    "The hour at which a study day begins, 0 to 6"),
                Option.optional(
                    "freezeevery",
                    new OptionType.Whole(1, 100),
                    "A freeze is earned every so many days"),
                Option.optional(
                    "freezecap",
                    new OptionType.Whole(0, 10),
                    "How many freezes can be held; 0 switches them off"),
                Option.optional(
                    "restcap",
                    new OptionType.Whole(0, 6),
                    "How many rest days a week a member may choose"))
            .withExamples(
                "community set timezone:Europe/Berlin", "community set freezeevery:10 freezecap:3");
    return List.of(new Command(show, this::show), new Command(set, this::set));
  }

  private Reply show(Invocation invocation) {
    return card("The community's rules", members.of(invocation).community(), invocation);
  }

  private Reply set(Invocation invocation) {
    Member moderator = members.of(invocation);
    Community community = moderator.community();
    Arguments given = invocation.arguments();
    if (given.values().isEmpty()) {
      throw Refusal.badOption(
          null,
          "What should change? Give at least one of: timezone, daystart, freezeevery, freezecap, restcap.");
    }
    Instant now = invocation.at();
    Optional<ZoneId> zone = given.text("timezone").map(typed -> Zones.read("timezone", typed, now));
    StreakPolicy before = community.policy().at(community.today(now).plusDays(1));
    StreakPolicy after =
        new StreakPolicy(
            whole(given, "freezeevery", before.freezeEvery()),
            whole(given, "freezecap", before.freezeCap()),
            whole(given, "restcap", before.restDayCap()),
            LocalTime.of(whole(given, "daystart", before.dayStartsAt().getHour()), 0));
    policies.change(moderator, zone, before, after, now);
    return card("Saved", members.of(invocation).community(), invocation);
  }

  private static int whole(Arguments given, String option, int otherwise) {
    return given.whole(option).map(Long::intValue).orElse(otherwise);
  }

  private static Reply card(String title, Community community, Invocation invocation) {
    Instant now = invocation.at();
    LocalDate today = community.today(now);
    StreakPolicy policy = community.policy().at(today);
    StreakPolicy next = community.policy().at(today.plusDays(1));
    ZoneId zone = community.zones().at(now);
    CardBuilder card = Reply.Card.titled(title);
    rules(card.field("Time zone", zone.getId()), policy);
    if (!next.equals(policy)) {
      card.text("From " + Wording.date(today.plusDays(1)) + " on:");
      rules(card, next);
    }
    if (invocation.caller().moderator()) {
      card.control(form(zone, next));
    }
    return card.fact("timezone", zone.getId())
        .fact("daystart", next.dayStartsAt().getHour())
        .fact("freezeevery", next.freezeEvery())
        .fact("freezecap", next.freezeCap())
        .fact("restcap", next.restDayCap())
        .build();
  }

  private static void rules(CardBuilder card, StreakPolicy policy) {
    card.field("A study day begins at", policy.dayStartsAt().toString())
        .field(
            "Freezes",
            policy.freezeCap() == 0
                ? "off"
                : "one every %s, up to %d held"
                    .formatted(Wording.count(policy.freezeEvery(), "day"), policy.freezeCap()))
        .field("Rest days", "up to " + policy.restDayCap() + " a week");
  }

  private static Control form(ZoneId zone, StreakPolicy policy) {
    return new Control.FormButton(
        "Change",
        new Form(
            "Community rules",
            Action.of("community set")
                .with("timezone", zone.getId())
                .with("daystart", policy.dayStartsAt().getHour())
                .with("freezeevery", policy.freezeEvery())
                .with("freezecap", policy.freezeCap())
                .with("restcap", policy.restDayCap()),
            List.of("timezone", "daystart", "freezeevery", "freezecap", "restcap"),
            "Save"));
  }
}
