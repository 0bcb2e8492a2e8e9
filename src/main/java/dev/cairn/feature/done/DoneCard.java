package dev.cairn.feature.done;

import dev.cairn.catalog.Check;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Hours;
import dev.cairn.feature.Voice;
import dev.cairn.feature.Wording;
import dev.cairn.feature.checkin.CheckInDetails;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.streak.Comebacks;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to a check-in: what it came to, and what is next, in five lines at most. */
final class DoneCard {
  /** Nobody is offered to be reminded earlier, or later. */
  private static final LocalTime EARLIEST = LocalTime.of(8, 0);

  private static final LocalTime LATEST = LocalTime.of(21, 0);

  private DoneCard() {}

  /**
   * What a check-in that counted is told with.
   *
   * @param studied the day of the journey that they named; null where they named none
   * @param topic the day whose question is asked; null for none
   * @param tomorrow what is next; null where that is not known, or nothing
   * @param wrapped whether there is a year in review from this check-in on
   * @param voice how the member is spoken of
   */
  record Counted(
      Member member,
      CheckIns.Result result,
      CheckInDetails details,
      Outlook outlook,
      @Nullable JourneyDay studied,
      @Nullable JourneyDay topic,
      @Nullable JourneyDay tomorrow,
      boolean wrapped,
      Instant at,
      Voice voice) {

    boolean isFirst() {
      return StreakNews.isFirst(result.change());
    }

    boolean isSecond() {
      Streak.Recent recent = result.streak().recent();
      return recent.checked() == 2 && result.streak().longest() <= 2;
    }
  }

  static CardBuilder counted(Counted done) {
    CheckIns.Result result = done.result;
    Member member = done.member;
    CardBuilder card =
        Reply.Card.titled(title(result, done.voice))
            .tone(Reply.Tone.GOOD)
            .text(checkedIn(done))
            .text(
                StreakNews.of(
                    result.change(),
                    member.policy().at(result.entry().studyDay()),
                    done.outlook.milestones(),
                    result.gain(),
                    done.voice));
    Outlook.GroupToday group = done.outlook.group();
    if (done.isFirst()) {
      card.text(zone(done));
      card.text(
          group == null
              ? RichText.of("It is easier in company: ")
                  .command("group list")
                  .plain(" shows who studies here.")
              : RichText.of(today(group, done)));
    } else {
      if (group != null && group.members() > 1) {
        card.text(today(group, done));
      }
      if (done.wrapped) {
        card.text(
            "A look back at how far that is: "
                + done.voice.whoseWithin()
                + " year in review is ready.");
      } else if (done.isSecond() && !done.outlook.reminded()) {
        card.text(
            done.voice.isPublic()
                ? "I can remind whoever wants it when a day is about to end unchecked."
                : "Shall I remind you when a day is about to end unchecked? Only if you want me"
                    + " to.");
      } else if (done.tomorrow != null) {
        card.text(
            "Tomorrow is Day %d: %s."
                .formatted(done.tomorrow.day(), sentence(done.tomorrow.title())));
      }
    }
    question(done.topic)
        .ifPresent(ask -> card.text(RichText.EMPTY.bold("Check yourself: ").plain(ask)));
    buttons(card, done);
    ReplyData facts = facts(result);
    return card.facts(done.studied == null ? facts : facts.with("day", done.studied.day()));
  }

  private static void buttons(CardBuilder card, Counted done) {
    question(done.topic)
        .ifPresent(ask ->
            card.primaryButton(
                "Check yourself",
                Action.of("check").with("day", done.topic == null ? 1 : done.topic.day())));
    if (done.wrapped) {
      card.button("My year", Action.of("wrapped"));
    }
    if (done.result.entry().kind() == CheckIns.Kind.YESTERDAY
        && done.result.streak().status() == Streak.Status.AT_RISK
        && !done.outlook.revoked()) {
      card.button("I studied today, too", Action.of("done"));
    }
    if (!done.outlook.reminded() && (done.isFirst() || done.isSecond())) {
      String hour = Hours.typed(hourOfNow(done));
      card.button("Remind me at " + hour, Action.of("settings").with("remind", hour));
      if (done.isSecond()) {
        card.button("Before my day ends", Action.of("settings").with("remind", "auto"));
      }
    }
    if (done.isFirst() && done.outlook.group() == null) {
      card.button("Groups", Action.of("group list"));
    }
    card.button("My streak", Action.of("streak"));
    if (done.studied != null) {
      card.button("My progress", Action.of("progress"));
    } else {
      card.button("Today's topic", Action.of("topic"));
    }
  }

  private static LocalTime hourOfNow(Counted done) {
    LocalTime now = LocalTime.ofInstant(done.at, done.member.zoneAt(done.at));
    LocalTime hour = now.truncatedTo(ChronoUnit.HOURS);
    return hour.isBefore(EARLIEST) || hour.isAfter(LATEST) ? LATEST : hour;
  }

  private static RichText checkedIn(Counted done) {
    CheckIns.Entry entry = done.result.entry();
    RichText said =
        RichText.EMPTY
            .bold(done.voice.who())
            .plain(" checked in for " + Wording.date(entry.studyDay()) + ".");
    if (done.studied != null) {
      said =
          said.plain(
              " Studied Day %d: %s.".formatted(done.studied.day(), sentence(done.studied.title())));
    }
    if (done.studied == null && done.topic != null) {
      said =
          said.plain(
              " Today is Day %d: %s.".formatted(done.topic.day(), sentence(done.topic.title())));
    }
    return said.then(details(done.details));
  }

  private static RichText details(CheckInDetails details) {
    String note = details.note();
    Integer minutes = details.minutes();
    URI link = details.link();
    RichText said = RichText.EMPTY;
    if (note != null) {
      said = said.plain(" “" + note + "”");
    }
    if (minutes != null) {
      said = said.plain(" " + Wording.count(minutes, "minute") + ".");
    }
    if (link != null) {
      said = said.plain(" ").link(link.toString(), link);
    }
    return said;
  }

  private static RichText zone(Counted done) {
    ZoneId zone = done.member.zoneAt(done.at);
    LocalTime ends = done.member.policy().at(done.result.entry().studyDay()).dayStartsAt();
    return RichText.of(
            "%s day ends at %s%s. Living elsewhere? "
                .formatted(
                    done.voice.whose(),
                    Hours.typed(ends),
                    zone.getId().equals("UTC") ? " UTC" : ", " + zone.getId() + " time"))
        .command("settings", "timezone:Asia/Kolkata");
  }

  private static String today(Outlook.GroupToday group, Counted done) {
    Voice voice = done.voice;
    if (group.members() == 1) {
      return "%s has nobody but %s so far: invite somebody.".formatted(group.name(), voice.whom());
    }
    if (group.joinedToday()) {
      return "%s counts %s from tomorrow on.".formatted(group.name(), voice.whom());
    }
    if (group.present() == 0) {
      return "Nobody of %s has checked in today yet.".formatted(group.name());
    }
    if (group.present() >= group.expected()) {
      return group.expected() == 1
          ? "%s the only one of %s who counts today.".formatted(voice.whoIs(), group.name())
          : "%s is complete today: all %d have checked in."
              .formatted(group.name(), group.expected());
    }
    if (group.present() == 1 && done.result.streak().status() == Streak.Status.DONE) {
      return "%s the first of %s today, of %d."
          .formatted(voice.whoIs(), group.name(), group.expected());
    }
    int left = group.expected() - group.present();
    return left == 1
        ? "Only one of %s is missing today.".formatted(group.name())
        : "%s today: %d of %d have checked in."
            .formatted(group.name(), group.present(), group.expected());
  }

  private static Optional<String> question(@Nullable JourneyDay topic) {
    return topic == null || topic.checks().isEmpty()
        ? Optional.empty()
        : Optional.of(topic.checks().getFirst()).map(Check::ask);
  }

  /** A title within a sentence that goes on with a full stop. */
  private static String sentence(String title) {
    return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
  }

  /** To the member alone: the day had been counted before; what was said is added to it. */
  static CardBuilder again(
      CheckIns.Result result, CheckInDetails details, @Nullable JourneyDay studied) {
    RichText said =
        RichText.EMPTY
            .bold(Voice.PRIVATE.who())
            .plain(
                " had already checked in for "
                    + Wording.date(result.entry().studyDay())
                    + "."
                    + (details.isEmpty() ? "" : " What you said is added to the day."));
    CardBuilder card = Reply.Card.titled("Already counted").text(said);
    if (studied != null) {
      card.text("Studied Day %d: %s.".formatted(studied.day(), sentence(studied.title())));
    }
    RichText more = details(details);
    if (!more.spans().isEmpty()) {
      card.text(more);
    }
    Comebacks.told(result.streak(), Voice.PRIVATE).ifPresent(card::text);
    card.button("My streak", Action.of("streak"))
        .button(
            studied == null ? "Today's topic" : "My progress",
            Action.of(studied == null ? "topic" : "progress"));
    ReplyData facts = facts(result);
    return card.facts(studied == null ? facts : facts.with("day", studied.day()));
  }

  /** A check-in was taken back. */
  static CardBuilder takenBack(Member member, CheckIns.Result result) {
    return Reply.Card.titled("Taken back")
        .text(
            RichText.EMPTY
                .bold(member.name())
                .plain(
                    " took back the check-in of "
                        + Wording.date(result.entry().studyDay())
                        + ". It can be made again."))
        .field("Streak", Wording.count(result.streak().length(), "day"))
        .button("My streak", Action.of("streak"))
        .facts(facts(result));
  }

  private static String title(CheckIns.Result result, Voice voice) {
    Streak streak = result.streak();
    if (result.gain().wonBack()) {
      return voice.whose() + " streak is back: " + Wording.count(streak.length(), "day");
    }
    if (streak.length() == 1) {
      return streak.longest() == 1
          ? "Day one: the first stone is laid"
          : "Back on the path: day one";
    }
    boolean record = streak.length() == streak.longest() && streak.length() % 7 == 0;
    return streak.length() + " days in a row" + (record ? ", the longest yet" : "");
  }

  private static ReplyData facts(CheckIns.Result result) {
    Streak streak = result.streak();
    return Comebacks.addTo(
        ReplyData.NONE
            .with("studyDay", result.entry().studyDay())
            .with("counted", result.entry().counted())
            .with("streak", streak.length())
            .with("longest", streak.longest())
            .with("freezes", streak.freezes()),
        streak);
  }
}
