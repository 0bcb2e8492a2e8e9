package dev.cairn.feature.settings;

import dev.cairn.chat.Action;
import dev.cairn.chat.CardBuilder;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Control;
import dev.cairn.chat.Form;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.Refusal;
import dev.cairn.chat.Reply;
import dev.cairn.chat.Value;
import dev.cairn.command.Command;
import dev.cairn.domain.MemberHistory;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.feature.Transactions;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /settings}: what a member sets for themselves. */
public final class SettingsCommand {
  private final Members members;
  private final Streaks streaks;
  private final Transactions transactions;
  private final InstantSource clock;

  /**
   * @param clock tells which offset a zone has now, for suggestions
   */
  public SettingsCommand(
      Members members, Streaks streaks, Transactions transactions, InstantSource clock) {
    this.members = members;
    this.streaks = streaks;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.personal(
                "settings",
                "Your time zone, rest days and privacy",
                Option.optional(
                        "timezone", new OptionType.Text(64), "Your time zone, like Asia/Kolkata")
                    .suggesting((caller, typed) -> Zones.suggest(typed, clock.instant())),
                Option.optional(
                    "rest",
                    new OptionType.Text(80),
                    "Weekdays on which you rest, like sat,sun; or none"),
                Option.optional(
                    "hide", new OptionType.Flag(), "Whether to leave you out of leaderboards"))
            .withExamples("settings", "settings timezone:Asia/Kolkata", "settings rest:sat,sun");
    return new Command(spec, this::settings);
  }

  private Reply settings(Invocation invocation) {
    Member member = members.of(invocation);
    Instant now = invocation.at();
    Optional<ZoneId> zone =
        invocation.arguments().text("timezone").map(typed -> Zones.read("timezone", typed, now));
    Optional<Set<DayOfWeek>> rest =
        invocation.arguments().text("rest").map(typed -> restDays(member, typed, now));
    boolean hideGiven = invocation.arguments().values().get("hide") instanceof Value.Flag;
    boolean hide = invocation.arguments().flag("hide");
    List<String> changes =
        transactions.write(
            () -> {
              List<String> done = new ArrayList<>();
              zone.ifPresent(z -> done.add(setZone(member, z, now)));
              rest.ifPresent(days -> done.add(chooseRest(member, days, now)));
              if (hideGiven) {
                done.add(setHidden(member, hide));
              }
              return done;
            });
    return card(members.of(invocation), changes, now);
  }

  private Set<DayOfWeek> restDays(Member member, String typed, Instant now) {
    Set<DayOfWeek> days = Weekdays.read("rest", typed);
    LocalDate today = streaks.recentHistory(member).today(now);
    StreakPolicy policy = member.community().policy().at(today.plusDays(1));
    if (!policy.allowsRestOn(days)) {
      throw Refusal.badOption(
          "rest",
          policy.restDayCap() == 0
              ? "This community has no rest days."
              : "You may rest on up to %s a week; that was %d."
                  .formatted(Wording.count(policy.restDayCap(), "weekday"), days.size()));
    }
    return days;
  }

  private String setZone(Member member, ZoneId zone, Instant now) {
    members.setZone(member, now, zone);
    // The derived figures hang on the zone: a streak breaks when a day ends where the member lives.
    streaks.refreshLater(member, now);
    return "Your time zone is now " + zone + ".";
  }

  private String chooseRest(Member member, Set<DayOfWeek> days, Instant now) {
    streaks.chooseRest(member, days, now);
    return days.isEmpty()
        ? "From tomorrow on you have no rest days."
        : "From tomorrow on you rest on " + Wording.weekdays(days) + ".";
  }

  private String setHidden(Member member, boolean hide) {
    members.setHidden(member, hide);
    return hide
        ? "You are left out of leaderboards from now on."
        : "You are on leaderboards again.";
  }

  private Reply card(Member member, List<String> changes, Instant now) {
    MemberHistory history = streaks.recentHistory(member);
    LocalDate today = history.today(now);
    Set<DayOfWeek> rest = history.restDays().at(today.plusDays(1)).weekdays();
    ZoneId zone = member.zoneAt(now);
    CardBuilder card = Reply.Card.titled(changes.isEmpty() ? "Your settings" : "Saved");
    changes.forEach(card::text);
    Action save = Action.of("settings");
    return card.field("Time zone", zone.getId())
        .field("Today", Wording.date(today))
        .field("Rest days", Wording.weekdays(rest))
        .field("Leaderboards", member.hidden() ? "hidden" : "shown")
        .control(
            new Control.FormButton(
                "Change",
                new Form(
                    "Your settings",
                    save.with("timezone", zone.getId())
                        .with("rest", Weekdays.typed(rest))
                        .with("hide", member.hidden()),
                    List.of("timezone", "rest", "hide"),
                    "Save")))
        .fact("timezone", zone.getId())
        .fact("rest", Weekdays.typed(rest))
        .fact("hide", member.hidden())
        .build();
  }
}
