package dev.cairn.feature.wrapped;

import dev.cairn.catalog.Catalog;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.command.Shareable;
import dev.cairn.domain.journey.WrappedDay;
import dev.cairn.domain.streak.Ledger;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.Wording;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import dev.cairn.feature.progress.Progress;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.feature.study.StudyRecord;
import dev.cairn.picture.YearCard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /wrapped}: a member's year in review. */
public final class WrappedCommand {
  private static final CommandSpec SPEC =
      CommandSpec.personal("wrapped", "Your year in review: what you have made of it")
          .withExamples("wrapped");

  private final Catalog catalog;
  private final Streaks streaks;
  private final CheckIns checkIns;
  private final StudyRecord studied;
  private final Journeys journeys;
  private final WrappedStore store;
  private final Members members;
  private final Pictures pictures;

  public WrappedCommand(
      Catalog catalog,
      Streaks streaks,
      CheckIns checkIns,
      StudyRecord studied,
      Journeys journeys,
      WrappedStore store,
      Members members,
      Pictures pictures) {
    this.catalog = catalog;
    this.streaks = streaks;
    this.checkIns = checkIns;
    this.studied = studied;
    this.journeys = journeys;
    this.store = store;
    this.members = members;
    this.pictures = pictures;
  }

  /** The command. */
  public Command command() {
    return Shareable.of(members.command(SPEC, this::wrapped));
  }

  private Reply wrapped(Request request) {
    Member member = request.member();
    MemberHistory history = streaks.history(member);
    Ledger ledger = Ledger.of(history, request.at());
    if (ledger.entries().isEmpty()) {
      return early(
          RichText.of(
              "A year in review begins with a first check-in. Yours will be here a year after it,"
                  + " or on the last day of the journey."),
          ReplyData.NONE.with("available", null));
    }
    LocalDate began = ledger.entries().getFirst().day();
    LocalDate available = WrappedDay.of(began, journeys.of(member.community()));
    if (history.today(request.at()).isBefore(available)) {
      return early(
          RichText.of("Your year in review is still being written. It will be here on ")
              .bold(Wording.date(available))
              .plain(", and every day you study until then is in it."),
          ReplyData.NONE.with("available", available));
    }
    return card(member, new YearInReview(ledger.entries()), request.at());
  }

  private static Reply early(RichText text, ReplyData facts) {
    return Reply.Notice.ok(text)
        .with(facts)
        .with(
            new Control.Button(
                "My progress",
                Action.of("progress"),
                Control.Button.Style.SECONDARY,
                Effect.REPLY));
  }

  /** All may come to see it: nobody is "you" in it. */
  private Reply card(Member member, YearInReview year, Instant now) {
    Instant since =
        member
            .days()
            .lastEndOf(year.from().minusDays(1))
            .orElseGet(() -> year.from().atStartOfDay(member.zoneAt(now)).toInstant());
    YearTotals totals = store.totals(member, year.from(), year.until(), since);
    Progress progress =
        new Progress(
            catalog, studied.firstStudied(member), checkIns.minutes(member), Optional.empty());
    int minutes = progress.minutes(year.from(), year.until());
    List<Instant> times =
        checkIns
            .times(member.community().id(), Set.of(member.id()), since)
            .getOrDefault(member.id(), List.of());
    Optional<LocalTime> hour = YearInReview.hour(times, member::zoneAt);
    YearCard drawing =
        new YearCard(
            member.name(),
            year.from(),
            year.until(),
            year.days(),
            year.entries().size(),
            new YearCard.Figures(
                year.longest(), minutes, totals.posts(), totals.races(), totals.milestones()),
            year.weekday().orElse(null),
            hour.orElse(null),
            year.months());
    return Reply.Card.titled("The year of " + member.name())
        .tone(Reply.Tone.CELEBRATION)
        .text(
            RichText.EMPTY
                .bold(member.name())
                .plain(
                    " studied on %s of %d, from %s to %s."
                        .formatted(
                            Wording.count(year.days(), "day"),
                            year.entries().size(),
                            Wording.date(year.from()),
                            Wording.date(year.until()))))
        .picture(pictures.of(drawing))
        .facts(facts(year, totals, minutes, hour))
        .build();
  }

  private static ReplyData facts(
      YearInReview year, YearTotals totals, int minutes, Optional<LocalTime> hour) {
    return ReplyData.NONE
        .with("from", year.from())
        .with("until", year.until())
        .with("days", year.days())
        .with("of", year.entries().size())
        .with("longest", year.longest())
        .with("minutes", minutes)
        .with("posts", totals.posts())
        .with("races", totals.races())
        .with("milestones", totals.milestones())
        .with("weekday", year.weekday().map(Set::of).map(Weekdays::typed).orElse(null))
        .with("hour", hour.map(LocalTime::getHour).orElse(null))
        .with(
            "months",
            year.months().stream()
                .map(month ->
                    ReplyData.NONE
                        .with("month", month.month().toString())
                        .with("days", month.days())
                        .with("of", month.of())
                        .values())
                .toList());
  }
}
