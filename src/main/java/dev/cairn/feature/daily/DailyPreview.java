package dev.cairn.feature.daily;

import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.connection.ForumLookup;
import dev.cairn.domain.day.DailyHour.Occurrence;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.feature.Wording;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /daily preview}: what a post will look like, to whoever asks alone. */
final class DailyPreview {
  static final Option<Long> DAY =
      Option.optional(
          "day",
          new OptionType.Whole(1, JourneyCalendar.DAYS),
          "The post of which day of the journey; the next if left out");

  private final DailyContent content;
  private final WhichDaily which;
  private final DailyOverview overview;

  DailyPreview(DailyContent content, WhichDaily which, DailyOverview overview) {
    this.content = content;
    this.which = which;
    this.overview = overview;
  }

  Reply show(Request request) {
    Optional<Integer> day = request.arguments().get(DAY).map(Math::toIntExact);
    if (day.isEmpty()) {
      return next(which.one(request), request.at());
    }
    return which.all(request).isEmpty()
        ? unset(request, day.get())
        : of(likeliest(request, day.get()), day.get(), request.at());
  }

  private Reply next(DailyPostSettings daily, Instant now) {
    Occurrence next = overview.next(daily, now);
    int number =
        content
            .number(daily.community(), next.date())
            .orElseThrow(() -> withoutTopic(daily, next.date(), "so nothing will be posted"));
    return content.cardOfNext(
        daily.kind(),
        daily.community(),
        next.date(),
        number,
        along(
            RichText.of("This will be posted in ")
                .then(WhichDaily.channel(daily))
                .plain(", ")
                .moment(next.at(), Span.Moment.Style.DATE_TIME)
                .plain(":"),
            daily,
            number));
  }

  /** Of several, the one that posts the topic of the day. */
  private DailyPostSettings likeliest(Request request, int day) {
    return WhichDaily.one(
        which.meant(request),
        daily -> daily.kind() == DailyKind.TOPIC && content.isWanted(daily, day));
  }

  private Reply of(DailyPostSettings daily, int day, Instant now) {
    if (!content.isWanted(daily, day)) {
      throw Refusal.badOption(
          DAY.name(),
          RichText.of(
                  "Day %d belongs to the track %s, so it is not posted there: "
                      .formatted(day, content.day(day).track()))
              .then(WhichDaily.named(daily))
              .plain("."));
    }
    Community community = daily.community();
    Optional<LocalDate> date = content.date(community, day);
    Occurrence next = overview.next(daily, now);
    if (date.filter(next.date()::equals).isPresent()) {
      return next(daily, now);
    }
    RichText there = WhichDaily.channel(daily);
    Optional<Occurrence> occurrence = date.flatMap(on -> daily.hour().on(on, daily.zoneAt(now)));
    RichText when =
        date.isEmpty()
            ? RichText.of("As things are, no date has day %d. ".formatted(day))
                .plain("In ")
                .then(there)
                .plain(" it would look like this:")
            : occurrence.isEmpty()
                ? RichText.of(
                        "Day %d is on %s, on which nothing is posted in "
                            .formatted(day, Wording.date(date.get())))
                    .then(there)
                    .plain(". It would look like this:")
                : RichText.of("Day %d ".formatted(day))
                    .plain(occurrence.get().at().isAfter(now) ? "will be" : "was due")
                    .plain(" in ")
                    .then(there)
                    .plain(", ")
                    .moment(occurrence.get().at(), Span.Moment.Style.DATE_TIME)
                    .plain(". It looks like this:");
    return content.card(
        daily.kind(), community, date.orElse(community.today(now)), day, along(when, daily, day));
  }

  private Reply unset(Request request, int day) {
    Community community = request.community();
    return content.card(
        request.arguments().get(DailyOptions.KIND).map(DailyKind::ofKey).orElse(DailyKind.TOPIC),
        community,
        content.date(community, day).orElse(community.today(request.at())),
        day,
        RichText.of("Nothing is posted here yet: ")
            .command("daily set", "channel:#daily hour:08:00")
            .plain(" begins. A post of day %d would look like this:".formatted(day)));
  }

  /** What goes along with the post, as text: a preview notifies nobody. */
  private RichText along(RichText introduction, DailyPostSettings daily, int number) {
    Furnishing furnishing = daily.furnishing();
    List<String> along = new ArrayList<>();
    if (overview.forum(daily).isPresent()) {
      ForumLookup.Tag tag = furnishing.tag();
      along.add(
          "It is a new post in the forum, “%s”%s."
              .formatted(
                  content.title(daily.kind(), number),
                  tag == null ? "" : ", with the tag " + tag.name()));
    } else if (furnishing.thread()) {
      along.add("A thread is opened below it.");
    }
    if (furnishing.pin()) {
      along.add("It is pinned.");
    }
    RichText all =
        along.isEmpty() ? introduction : introduction.plain("\n" + String.join(" ", along));
    Value.Role ping = furnishing.ping();
    return ping == null ? all : all.plain("\n").bold("@" + ping.name());
  }

  /** Says that a date has no topic, and why. */
  Refusal withoutTopic(DailyPostSettings daily, LocalDate date, String hence) {
    return Refusal.of(
        Problem.CONFLICT,
        "%s has no topic, %s: %s."
            .formatted(
                Wording.date(date), hence, DailyOverview.why(content.on(daily.community(), date))));
  }
}
