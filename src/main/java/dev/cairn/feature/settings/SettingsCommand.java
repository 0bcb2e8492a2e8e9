package dev.cairn.feature.settings;

import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.database.Database;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.day.ReminderTime;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.feature.Hours;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.Wording;
import dev.cairn.feature.Zones;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import dev.cairn.feature.reminder.Reminder;
import dev.cairn.feature.reminder.Reminders;
import dev.cairn.feature.streak.Streaks;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /settings}: what a member sets for themselves. */
public final class SettingsCommand {
  private static final String OFF = "off";
  private static final String AUTO = "auto";

  private static final Option<String> TIMEZONE =
      Option.optional("timezone", new OptionType.Text(64), "Your time zone, like Asia/Kolkata")
          .labelled("Time zone");

  private static final Option<String> REST =
      Option.optional(
              "rest", new OptionType.Text(80), "Weekdays on which you rest, like sat,sun; or none")
          .labelled("Rest days");

  private static final Option<Boolean> HIDE =
      Option.optional("hide", new OptionType.Flag(), "Whether to hide you from leaderboards")
          .labelled("Leave me out of leaderboards");

  private static final Option<Boolean> REVIEW_SHARE =
      Option.optional(
              "reviewshare",
              new OptionType.Flag(),
              "Whether your answers are in a review log that is exported without names")
          .labelled("Share my reviews without my name");

  private static final Option<String> REMIND =
      Option.optional(
              "remind",
              new OptionType.Text(8),
              "When to remind you of an open day: 20:00, auto (before it ends), or off")
          .labelled("Remind me");

  private static final Option<Value.Channel> REMINDIN =
      Option.optional(
              "remindin",
              new OptionType.Channel(),
              "The channel for reminders if you receive no direct messages")
          .labelled("Remind me in");

  private final Members members;
  private final Streaks streaks;
  private final Reminders reminders;
  private final Database database;
  private final InstantSource clock;

  /**
   * @param clock tells which offset a zone has now, for suggestions
   */
  public SettingsCommand(
      Members members,
      Streaks streaks,
      Reminders reminders,
      Database database,
      InstantSource clock) {
    this.members = members;
    this.streaks = streaks;
    this.reminders = reminders;
    this.database = database;
    this.clock = clock;
  }

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.personal(
                "settings",
                "Your time zone, rest days, reminders and privacy",
                TIMEZONE.suggesting((caller, typed) -> Zones.suggest(typed, clock.instant())),
                REST,
                HIDE,
                REMIND,
                REMINDIN,
                REVIEW_SHARE)
            .withExamples(
                "settings",
                "settings timezone:Asia/Kolkata",
                "settings rest:sat,sun",
                "settings remind:20:00");
    return members.showing(members.command(spec, this::settings), this::present);
  }

  private Map<String, String> present(Request request) {
    Member member = request.member();
    return Map.of(
        TIMEZONE.name(), member.zoneAt(request.at()).getId(),
        REST.name(), Weekdays.typed(rest(member)),
        HIDE.name(), Boolean.toString(member.hidden()),
        REMIND.name(), typed(reminders.of(member)),
        REVIEW_SHARE.name(), Boolean.toString(member.sharesReviews()));
  }

  private Reply settings(Request request) {
    Member member = request.member();
    Instant now = request.at();
    Optional<ZoneId> zone = request.get(TIMEZONE).map(typed -> Zones.read("timezone", typed, now));
    Optional<Set<DayOfWeek>> rest = request.get(REST).map(typed -> restDays(member, typed, now));
    boolean hideGiven = request.has(HIDE);
    boolean hide = request.isSet(HIDE);
    Optional<String> remind = request.get(REMIND).map(String::strip);
    Optional<ReminderTime> reminder =
        remind.filter(typed -> !isOff(typed)).map(SettingsCommand::reminderTime);
    if (reminder.isEmpty() && request.has(REMINDIN)) {
      throw Refusal.badOption(
          "remindin",
          RichText.of("Say when as well: ").command("settings", "remind:20:00 remindin:#general"));
    }
    // A form sends all that it shows; only what differs is a change.
    boolean form = request.origin() instanceof Invocation.Origin.Submitted;
    List<String> changes =
        database.transaction(() -> {
          List<String> done = new ArrayList<>();
          zone.filter(z -> !form || !z.equals(member.zoneAt(now)))
              .ifPresent(z -> done.add(setZone(member, z, now)));
          rest.filter(days -> !form || !days.equals(rest(member)))
              .ifPresent(days -> done.add(chooseRest(member, days, now)));
          if (hideGiven && !(form && hide == member.hidden())) {
            done.add(setHidden(member, hide));
          }
          boolean share = request.isSet(REVIEW_SHARE);
          if (request.has(REVIEW_SHARE) && !(form && share == member.sharesReviews())) {
            done.add(setSharesReviews(member, share));
          }
          // In the zone that may just have been set.
          if (remind.isPresent()) {
            remind(members.reload(member), request, reminder).ifPresent(done::add);
          }
          return done;
        });
    return card(members.reload(member), changes, now);
  }

  private Set<DayOfWeek> rest(Member member) {
    return streaks.recentHistory(member).restDays().newest().weekdays();
  }

  private static boolean isOff(String typed) {
    return typed.equalsIgnoreCase(OFF);
  }

  private static ReminderTime reminderTime(String typed) {
    return typed.equalsIgnoreCase(AUTO)
        ? new ReminderTime.BeforeDayEnds()
        : new ReminderTime.AtHour(Hours.read("remind", typed));
  }

  /** What changed, if anything did. */
  private Optional<String> remind(Member member, Request request, Optional<ReminderTime> wanted) {
    Optional<Reminder> before = reminders.of(member);
    Optional<Value.Channel> channel = request.get(REMINDIN);
    if (before.map(Reminder::time).equals(wanted) && channel.isEmpty()) {
      return Optional.empty();
    }
    if (wanted.isEmpty()) {
      reminders.stop(member);
      return Optional.of("You will no longer be reminded.");
    }
    reminders.remind(
        member,
        request.account(),
        wanted.get(),
        channel.or(() -> before.map(Reminder::channel)).orElse(null),
        request.at());
    return Optional.of(
        "While a day of yours is open and your streak hangs on it, I remind you in private, once a"
            + " day, "
            + shown(wanted.get())
            + ". Three days after a streak ends I stop, and say so.");
  }

  private static String typed(Optional<Reminder> reminder) {
    return reminder
        .map(asked ->
            switch (asked.time()) {
              case ReminderTime.AtHour(LocalTime hour) -> Hours.typed(hour);
              case ReminderTime.BeforeDayEnds beforeDayEnds -> AUTO;
            })
        .orElse(OFF);
  }

  private static String shown(ReminderTime time) {
    return switch (time) {
      case ReminderTime.AtHour(LocalTime hour) -> "at " + Hours.typed(hour);
      case ReminderTime.BeforeDayEnds _ -> "two hours before your day ends, at 21:00 at the latest";
    };
  }

  private Set<DayOfWeek> restDays(Member member, String typed, Instant now) {
    Set<DayOfWeek> days = Weekdays.read("rest", typed);
    LocalDate today = streaks.recentHistory(member).today(now);
    StreakPolicy policy = member.policy().at(today);
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
    streaks.setZone(member, zone, now);
    return "Your time zone is now " + zone + ".";
  }

  private String chooseRest(Member member, Set<DayOfWeek> days, Instant now) {
    LocalDate from = streaks.chooseRest(member, days, now);
    String day =
        from.equals(member.days().today(now).plusDays(1)) ? "tomorrow" : Wording.date(from);
    return days.isEmpty()
        ? "From %s on you have no rest days.".formatted(day)
        : "From %s on you rest on %s.".formatted(day, Wording.weekdays(days));
  }

  private String setHidden(Member member, boolean hide) {
    members.setHidden(member, hide);
    return hide
        ? "You are no longer listed on leaderboards."
        : "You are listed on leaderboards again.";
  }

  private String setSharesReviews(Member member, boolean share) {
    members.setSharesReviews(member, share);
    return share
        ? "Your answers to cards are in a review log that is exported here, without your name."
        : "Your answers to cards are left out of a review log that is exported here.";
  }

  private Reply card(Member member, List<String> changes, Instant now) {
    MemberHistory history = streaks.recentHistory(member);
    LocalDate today = history.today(now);
    Set<DayOfWeek> rest = history.restDays().newest().weekdays();
    ZoneId zone = member.zoneAt(now);
    Optional<Reminder> reminder = reminders.of(member);
    CardBuilder card = Reply.Card.titled(changes.isEmpty() ? "Your settings" : "Saved");
    changes.forEach(card::text);
    if (changes.isEmpty()) {
      card.field("Time zone", zone.getId())
          .field("Today", Wording.date(today))
          .field("Rest days", Wording.weekdays(rest))
          .field("Leaderboards", member.hidden() ? "hidden" : "shown")
          .field(
              "Your reviews in an export without names",
              member.sharesReviews() ? "included" : "left out")
          .field("Reminder", reminder.map(asked -> shown(asked.time())).orElse("none"));
    }
    return card.control(
            new Control.FormButton(
                "Change",
                new Form(
                    "Your settings",
                    Action.of("settings"),
                    List.of("timezone", "rest", "hide", "remind", "reviewshare"),
                    "Save")))
        .fact("timezone", zone.getId())
        .fact("rest", Weekdays.typed(rest))
        .fact("hide", member.hidden())
        .fact("remind", typed(reminder))
        .fact("reviewshare", member.sharesReviews())
        .build();
  }
}
