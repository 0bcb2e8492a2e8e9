package dev.cairn.feature.policy;

import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.feature.Wording;
import dev.cairn.feature.Zones;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /community}: what a community decides about its days and streaks. */
public final class PolicyCommands {
  private static final Option<String> ZONE =
      Option.optional(
              "timezone", new OptionType.Text(64), "The community's time zone, like Europe/Berlin")
          .labelled("Time zone");

  private static final Option<Boolean> REVIEW_EXPORT =
      Option.optional(
              "reviewexport",
              new OptionType.Flag(),
              "Whether moderators can get the review log of all, without names")
          .labelled("Moderators can export reviews");

  // Three forms: Discord's take five fields.
  private static final List<String> DAYS =
      Stream.concat(Stream.of(ZONE.name()), Rules.Rule.ofDays().stream().map(Rules.Rule::key))
          .toList();
  private static final List<String> FREEZES =
      Stream.concat(
              Rules.Rule.ofFreezes().stream().map(Rules.Rule::key), Stream.of(REVIEW_EXPORT.name()))
          .toList();
  private static final List<String> GROUPS =
      Rules.Rule.ofGroups().stream().map(Rules.Rule::key).toList();

  /** In the order in which bare values are read. */
  private static final List<Rules.Rule> IN_ORDER =
      List.of(
          Rules.Rule.DAY_START,
          Rules.Rule.FREEZE_START,
          Rules.Rule.FREEZE_EVERY,
          Rules.Rule.FREEZE_CAP,
          Rules.Rule.REST_CAP,
          Rules.Rule.COMEBACK_DAYS,
          Rules.Rule.LATE_EVERY,
          Rules.Rule.REVIEW_COUNTS,
          Rules.Rule.QUORUM,
          Rules.Rule.GROUP_SIZE);

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
        CommandSpec.open(
                "community show", "The community's time zone, and its rules for streaks and groups")
            .withExamples("community show");
    CommandSpec set =
        CommandSpec.moderation(
                "community set",
                "Change the community's time zone, or its rules for streaks and groups",
                Audience.EVERYONE,
                options())
            .withExamples(
                "community set timezone:Europe/Berlin",
                "community set freezeevery:10 freezecap:3",
                "community set quorum:60 groupsize:8");
    return List.of(
        members.command(show, this::show),
        members.showing(members.command(set, this::set), this::present));
  }

  private Option<?>[] options() {
    return Stream.of(
            Stream.of(ZONE.suggesting((caller, typed) -> Zones.suggest(typed, clock.instant()))),
            IN_ORDER.stream().map(Rules.Rule::option),
            Stream.of(REVIEW_EXPORT))
        .flatMap(part -> part)
        .toArray(Option<?>[]::new);
  }

  private Reply show(Request request) {
    return card("The community's rules", request.community(), request);
  }

  private Reply set(Request request) {
    Member moderator = request.member();
    Arguments given = request.arguments();
    if (given.values().isEmpty()) {
      throw Refusal.badOption(
          null,
          "What should change? Give at least one of: "
              + String.join(", ", DAYS)
              + ", "
              + String.join(", ", FREEZES)
              + ", "
              + String.join(", ", GROUPS)
              + ".");
    }
    Instant now = request.at();
    Optional<ZoneId> zone = given.get(ZONE).map(typed -> Zones.read(ZONE.name(), typed, now));
    Policies.Changed done =
        policies.change(
            moderator,
            zone,
            last -> Rules.of(rule -> rule.given(given).orElse(rule.of(last))),
            given.get(REVIEW_EXPORT),
            now);
    Community community = done.before().community();
    Community changed = done.after().community();
    Rules before = done.before().rules();
    Rules after = done.after().rules();
    Optional<ZoneId> moved = zone.filter(to -> !to.equals(community.zones().at(now)));
    List<RichText> changes = new ArrayList<>();
    moved.ifPresent(to -> changes.add(RichText.of("The time zone is " + to + " from now on.")));
    if (changed.sharesReviews() != community.sharesReviews()) {
      changes.add(
          changed.sharesReviews()
              ? RichText.of("Moderators can get the review log, without names, by ")
                  .command("community export")
                  .plain(". Tell all members; whoever does not want to be in it gives ")
                  .command("settings", "reviewshare:false")
                  .plain(".")
              : RichText.of("The review log is no longer exported here."));
    }
    before
        .changesTo(after)
        .forEach(change ->
            changes.add(
                RichText.of(
                    "From %s on: %s."
                        .formatted(Wording.date(changed.today(now).plusDays(1)), change))));
    cappedStart(before, after).ifPresent(changes::add);
    return changes.isEmpty()
        ? card("Nothing changed: these rules already apply", changed, request)
        : facts(Reply.Card.titled("Saved").items(changes), changed, request)
            .button("All rules", Action.of("community show"))
            .build();
  }

  /** What a member starts with is never above what can be held, whatever the rule says. */
  private static Optional<RichText> cappedStart(Rules before, Rules after) {
    int start = Rules.Rule.FREEZE_START.of(after);
    int cap = Rules.Rule.FREEZE_CAP.of(after);
    return start > cap && start != Rules.Rule.FREEZE_START.of(before)
        ? Optional.of(
            RichText.of(
                "A member can hold %s at most, and so starts with no more."
                    .formatted(Wording.count(cap, "freeze"))))
        : Optional.empty();
  }

  private Reply card(String title, Community community, Request request) {
    Instant now = request.at();
    Rules rules = policies.today(community, now);
    Rules next = policies.next(community);
    ZoneId zone = community.zones().at(now);
    CardBuilder card = Reply.Card.titled(title);
    rules(card.field("Time zone", zone.getId()), rules);
    card.field(
        "Review log, without names", community.sharesReviews() ? "moderators can get it" : "off");
    if (!next.equals(rules)) {
      card.text("From " + Wording.date(community.today(now).plusDays(1)) + " on:");
      rules(card, next);
    }
    if (request.caller().moderator()) {
      card.control(form("Change days", "Days", DAYS));
      card.control(form("Change freezes", "Freezes and reviews", FREEZES));
      card.control(form("Change groups", "Groups", GROUPS));
    }
    return facts(card, community, request).build();
  }

  private CardBuilder facts(CardBuilder card, Community community, Request request) {
    Rules next = policies.next(community);
    card.fact(ZONE.name(), community.zones().at(request.at()).getId());
    for (Rules.Rule rule : Rules.Rule.values()) {
      card.fact(rule.key(), rule.isFlag() ? rule.of(next) == 1 : rule.of(next));
    }
    card.fact(REVIEW_EXPORT.name(), community.sharesReviews());
    return card;
  }

  private static void rules(CardBuilder card, Rules rules) {
    StreakPolicy streaks = rules.streaks();
    card.field("A study day begins at", streaks.dayStartsAt().toString())
        .field(
            "Freezes",
            streaks.freezeCap() == 0
                ? "off"
                : "%d to start with, one every %s, up to %d held"
                    .formatted(
                        Math.min(streaks.freezeStart(), streaks.freezeCap()),
                        Wording.count(streaks.freezeEvery(), "day"),
                        streaks.freezeCap()))
        .field("Rest days", "up to " + streaks.restDayCap() + " a week")
        .field(
            "A comeback",
            streaks.comebackDays() == 0
                ? "off"
                : "takes " + Wording.count(streaks.comebackDays(), "day") + " in a row")
        .field(
            "A check-in for yesterday",
            streaks.lateEvery() == 0
                ? "off"
                : "once in " + Wording.count(streaks.lateEvery(), "day"))
        .field(
            "Ten due cards answered",
            streaks.reviewCounts() ? "count as studying" : "do not count as studying")
        .field(
            "A group keeps a day",
            "when %d%% of the expected members check in"
                .formatted(rules.groups().quorum().percent()))
        .field("A group may have", Wording.count(rules.groups().sizeLimit(), "member"));
  }

  private static Control form(String label, String title, List<String> options) {
    return new Control.FormButton(
        label, new Form(title, Action.of("community set"), options, "Save"));
  }

  /** The zone, and the rules as they will be. */
  private Map<String, String> present(Request request) {
    Community community = request.community();
    Rules rules = policies.next(community);
    Map<String, String> present = new HashMap<>();
    present.put(ZONE.name(), community.zones().at(request.at()).getId());
    for (Rules.Rule rule : Rules.Rule.values()) {
      int value = rule.of(rules);
      present.put(
          rule.key(), rule.isFlag() ? Boolean.toString(value == 1) : Integer.toString(value));
    }
    present.put(REVIEW_EXPORT.name(), Boolean.toString(community.sharesReviews()));
    return present;
  }
}
