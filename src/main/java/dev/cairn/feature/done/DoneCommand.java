package dev.cairn.feature.done;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Command;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.domain.journey.WrappedDay;
import dev.cairn.feature.Voice;
import dev.cairn.feature.buddy.Buddies;
import dev.cairn.feature.checkin.CheckInDetails;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.CommunityHold;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import dev.cairn.feature.path.Paths;
import dev.cairn.feature.reminder.Reminders;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /done}: checks in for today, and keeps which day of the journey was studied. */
public final class DoneCommand {
  private static final Option<Boolean> YESTERDAY =
      Option.optional(
          "yesterday", new OptionType.Flag(), "For yesterday, which you forgot to check in");
  private static final Option<Boolean> UNDO =
      Option.optional("undo", new OptionType.Flag(), "Take back what you checked in today");

  private static final Option<String> NOTE =
      Option.optional(
          "note",
          new OptionType.Text(CheckInDetails.LONGEST_NOTE),
          "What you studied, in your words");

  private static final Option<Long> MINUTES =
      Option.optional(
          "minutes",
          new OptionType.Whole(1, CheckInDetails.MOST_MINUTES),
          "How many minutes you studied");

  private static final Option<URI> LINK =
      Option.optional("link", new OptionType.Url(), "A page that shows what came of it");

  private static final Option<Long> DAY =
      Option.optional(
          "day",
          new OptionType.Whole(1, JourneyCalendar.DAYS),
          "The day of the journey that you studied, 1 to 180");

  private static final CommandSpec SPEC =
      CommandSpec.open("done", "Check in for today", NOTE, MINUTES, LINK, YESTERDAY, UNDO, DAY)
          .withExamples(
              "done",
              "done day:12",
              "done note:\"read about drift\" minutes:40",
              "done yesterday:true",
              "done undo:true");

  private final Catalog catalog;
  private final CheckIns checkIns;
  private final Members members;
  private final Paths paths;
  private final OutlookStore outlooks;
  private final Reminders reminders;
  private final Buddies buddies;

  public DoneCommand(
      Catalog catalog,
      CheckIns checkIns,
      Members members,
      Paths paths,
      OutlookStore outlooks,
      Reminders reminders,
      Buddies buddies) {
    this.catalog = catalog;
    this.checkIns = checkIns;
    this.members = members;
    this.paths = paths;
    this.outlooks = outlooks;
    this.reminders = reminders;
    this.buddies = buddies;
  }

  /** The command. */
  public Command command() {
    Command command = members.command(SPEC, this::done);
    return new Command(
        SPEC,
        invocation -> {
          try {
            return checkIns.together(() -> command.handler().handle(invocation));
          } catch (Refusal refusal) {
            // It has undone that somebody new was met, to whom a moderator may want to grant a day.
            CommunityHold.undone();
            members.request(invocation);
            throw refusal;
          }
        });
  }

  private Reply done(Request request) {
    Member member = request.member();
    JourneyDay studied = request.get(DAY).map(Long::intValue).flatMap(catalog::day).orElse(null);
    CheckInDetails details =
        new CheckInDetails(
            request.get(NOTE).orElse(null),
            request.get(MINUTES).map(Long::intValue).orElse(null),
            request.get(LINK).orElse(null),
            studied == null ? null : studied.id());
    boolean yesterday = request.isSet(YESTERDAY);
    if (request.isSet(UNDO)) {
      if (yesterday || !details.isEmpty()) {
        throw Refusal.badOption(
            UNDO.name(), "Use undo on its own. It takes back today's check-in first.");
      }
      return DoneCard.takenBack(member, checkIns.undo(member, request.id(), request.at())).build();
    }
    CheckIns.Result result =
        yesterday
            ? checkIns.checkInLate(member, request.id(), request.at(), details)
            : checkIns.checkIn(member, request.id(), request.at(), details);
    // A press is quiet: the post that it was made on keeps a tally for all.
    boolean quiet =
        request.origin() instanceof Invocation.Origin.Pressed || !result.entry().counted();
    Voice voice = quiet ? Voice.PRIVATE : Voice.naming(member.name());
    CardBuilder card = card(member, result, details, studied, request.at(), voice);
    return (quiet ? card.personal() : card).build();
  }

  private CardBuilder card(
      Member member,
      CheckIns.Result result,
      CheckInDetails details,
      @Nullable JourneyDay studied,
      Instant at,
      Voice voice) {
    if (result.entry().kind() == CheckIns.Kind.UNDO) {
      return DoneCard.takenBack(member, result);
    }
    return result.entry().counted()
        ? counted(member, result, details, studied, at, voice)
        : DoneCard.again(result, details, studied);
  }

  private CardBuilder counted(
      Member member,
      CheckIns.Result result,
      CheckInDetails details,
      @Nullable JourneyDay studied,
      Instant at,
      Voice voice) {
    Outlook outlook = outlooks.find(member, result.streak().today());
    if (outlook.told()) {
      reminders.overtaken(member, result.streak().today(), at);
    }
    if (outlook.nudged()) {
      buddies.overtaken(member, result.streak().today(), at);
    }
    if (outlook.buddy() && result.entry().kind() == CheckIns.Kind.TODAY) {
      buddies.checkedIn(member, at);
    }
    Optional<Paths.OwnWay> ownWay = outlook.ownPace() ? paths.ownWay(member) : Optional.empty();
    JourneyDay topic;
    JourneyDay tomorrow;
    if (ownWay.isPresent()) {
      tomorrow = ownWay.get().next().orElse(null);
      topic = tomorrow;
    } else {
      LocalDate today = member.community().today(at);
      topic = on(member.community(), outlook.journey(), today);
      tomorrow = on(member.community(), outlook.journey(), today.plusDays(1));
    }
    return DoneCard.counted(
        new DoneCard.Counted(
            member,
            result,
            details,
            outlook,
            studied,
            studied == null ? topic : studied,
            tomorrow,
            wrapped(member, result, outlook),
            at,
            voice));
  }

  /** Whether it is the first check-in for a day with which there is a year in review. */
  private static boolean wrapped(Member member, CheckIns.Result result, Outlook outlook) {
    LocalDate began = outlook.began();
    if (began == null) {
      return false;
    }
    JourneyCalendar journey = outlook.journey();
    LocalDate first =
        WrappedDay.of(began, journey == null ? Journeys.notStarted(member.community()) : journey);
    LocalDate before = result.change().before().lastDay();
    return !result.entry().studyDay().isBefore(first) && before != null && before.isBefore(first);
  }

  /** The day of the journey that a date has for everybody; null for none. */
  private @Nullable JourneyDay on(
      Community community, @Nullable JourneyCalendar started, LocalDate date) {
    JourneyCalendar journey = started == null ? Journeys.notStarted(community) : started;
    return journey.on(date) instanceof JourneyStatus.Numbered(int number)
        ? catalog.day(number).orElse(null)
        : null;
  }
}
