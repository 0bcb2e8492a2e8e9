package dev.cairn.feature.daily;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.connection.Connections;
import dev.cairn.connection.ForumLookup;
import dev.cairn.connection.ForumLookup.Forum;
import dev.cairn.domain.day.DailyHour.Occurrence;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.Hours;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.Wording;
import dev.cairn.feature.outbox.OutboxMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what is posted where, and when. */
final class DailyOverview {
  private static final int LONGEST_LABEL = 40;
  private static final String TRACK = "Track";
  private static final String PING = "Mentions";
  private static final String TAG = "Tag";
  private static final String NOBODY = "nobody";
  private static final String NONE = "none";

  private final DailyPosts dailyPosts;
  private final DailyContent content;
  private final Connections connections;

  DailyOverview(DailyPosts dailyPosts, DailyContent content, Connections connections) {
    this.dailyPosts = dailyPosts;
    this.content = content;
    this.connections = connections;
  }

  /** The forum that the posts go to; empty where their channel is none. */
  Optional<Forum> forum(DailyPostSettings daily) {
    return connections.forum(daily.channelRef());
  }

  /** The next post: of one track, the next that has a day of it. */
  Occurrence next(DailyPostSettings daily, Instant now) {
    Occurrence first = daily.next(now);
    Occurrence each = first;
    for (int tried = 0; daily.track() != null && tried < JourneyCalendar.DAYS; tried++) {
      if (content
          .number(daily.community(), each.date())
          .filter(number -> content.isWanted(daily, number))
          .isPresent()) {
        return each;
      }
      each = daily.next(each.at());
    }
    return first;
  }

  /** Several of them, one a line. */
  Reply list(List<DailyPostSettings> shown, List<DailyPostSettings> all, Instant now) {
    CardBuilder card =
        Reply.Card.titled("The topic of the day")
            .items(shown.stream().map(daily -> line(daily, now)).toList());
    for (DailyPostSettings daily : shown) {
      card.button(
          Excerpt.of(
              "#" + daily.channel().name() + " " + Hours.typed(daily.hour().hour()), LONGEST_LABEL),
          WhichDaily.on(daily, all, "daily show"));
    }
    return card.fact("channels", shown.stream().map(daily -> daily.channel().name()).toList())
        .build();
  }

  private RichText line(DailyPostSettings daily, Instant now) {
    Value.Role ping = daily.furnishing().ping();
    return WhichDaily.channel(daily)
        .plain(
            " at %s, %s, %s%s. Next: "
                .formatted(
                    Hours.typed(daily.hour().hour()),
                    daily.zoneAt(now).getId(),
                    WhichDaily.what(daily),
                    ping == null ? "" : ", mentions @" + ping.name()))
        .moment(next(daily, now).at(), Span.Moment.Style.DATE_TIME);
  }

  /** All that is set for one. */
  Reply card(String title, DailyPostSettings daily, List<DailyPostSettings> all, Instant now) {
    CardBuilder card = Reply.Card.titled(title);
    settings(daily, now).forEach(card::field);
    return finished(card, daily, all, now);
  }

  /** What was changed, and nothing else; all of it where nothing was. */
  Reply changed(
      DailyPostSettings before, DailyPostSettings daily, List<DailyPostSettings> all, Instant now) {
    Map<String, RichText> was = settings(before, now);
    Map<String, RichText> changes = new LinkedHashMap<>(settings(daily, now));
    changes.entrySet().removeIf(entry -> entry.getValue().equals(was.get(entry.getKey())));
    if (was.containsKey(TRACK) && daily.track() == null) {
      changes.put(TRACK, RichText.of("every topic"));
    }
    if (was.containsKey(PING) && daily.furnishing().ping() == null) {
      changes.put(PING, RichText.of(NOBODY));
    }
    if (was.containsKey(TAG) && daily.furnishing().tag() == null) {
      changes.put(TAG, RichText.of(NONE));
    }
    if (changes.isEmpty()) {
      return card("Nothing changed: it is posted like this already", daily, all, now);
    }
    CardBuilder card = Reply.Card.titled("Saved");
    changes.forEach(card::field);
    return finished(card, daily, all, now);
  }

  /** What was decided about a post, by what it is called. */
  private Map<String, RichText> settings(DailyPostSettings daily, Instant now) {
    boolean forum = forum(daily).isPresent();
    Furnishing furnishing = daily.furnishing();
    Map<String, RichText> settings = new LinkedHashMap<>();
    settings.put("Channel", WhichDaily.channel(daily).plain(forum ? ", a forum" : ""));
    settings.put("Hour", RichText.of(Hours.typed(daily.hour().hour())));
    settings.put(
        "Time zone",
        RichText.of(daily.zoneAt(now).getId() + (daily.zone() == null ? ", the community's" : "")));
    settings.put("Weekdays", RichText.of(Wording.weekdays(daily.hour().weekdays())));
    settings.put("Posted", RichText.of(daily.kind().words()));
    if (daily.track() != null) {
      settings.put(TRACK, RichText.of(daily.track()));
    }
    Value.Role ping = furnishing.ping();
    if (ping != null) {
      settings.put(PING, RichText.of("@" + ping.name()));
    }
    settings.put(
        "Thread",
        RichText.of(forum ? "each post is one" : furnishing.thread() ? "below each post" : "none"));
    if (!forum) {
      settings.put("Pinned", RichText.of(furnishing.pin() ? "yes" : "no"));
    }
    ForumLookup.Tag tag = furnishing.tag();
    if (tag != null) {
      settings.put(TAG, RichText.of(tag.name()));
    }
    settings.put("Weekly summary", RichText.of(daily.weekly() ? "on Mondays" : "off"));
    return settings;
  }

  private Reply finished(
      CardBuilder card, DailyPostSettings daily, List<DailyPostSettings> all, Instant now) {
    Occurrence next = next(daily, now);
    next(card, daily, next);
    dailyPosts.newest(daily).ifPresent(post -> newest(card, post));
    if (all.size() > 1) {
      card.button("All of them", Action.of("daily show"));
    }
    card.control(form(daily, all)).button("Preview", WhichDaily.on(daily, all, "daily preview"));
    Value.Role ping = daily.furnishing().ping();
    if (ping != null) {
      card.control(
          new Control.Button(
              "Mention nobody",
              WhichDaily.on(daily, all, "daily set").with(DailySet.PING.name(), DailySet.NONE),
              Control.Button.Style.SECONDARY,
              Effect.REPLY));
    }
    return card.fact("channel", daily.channel().name())
        .fact("kind", daily.kind().key())
        .fact("track", daily.track())
        .fact("hour", Hours.typed(daily.hour().hour()))
        .fact("zone", daily.zoneAt(now).getId())
        .fact("weekdays", Weekdays.typed(daily.hour().weekdays()))
        .fact("ping", ping == null ? null : ping.name())
        .fact("thread", daily.furnishing().thread())
        .fact("pin", daily.furnishing().pin())
        .fact("weekly", daily.weekly())
        .fact("next", next.at())
        .build();
  }

  private void next(CardBuilder card, DailyPostSettings daily, Occurrence next) {
    JourneyStatus day = content.on(daily.community(), next.date());
    RichText when = RichText.of("Next: ").moment(next.at(), Span.Moment.Style.DATE_TIME);
    if (!(day instanceof JourneyStatus.Numbered(int number))) {
      card.text(when.plain(". As things are, nothing will be posted then: " + why(day) + "."));
    } else if (content.isWanted(daily, number)) {
      card.text(when.plain(", ").bold(content.title(daily.kind(), number)).plain("."));
    } else {
      card.text("No topic of the track is ahead.");
    }
  }

  /** Why a date has no topic, within a sentence. */
  static String why(JourneyStatus day) {
    return switch (day) {
      case JourneyStatus.Numbered(int number) -> "it is day " + number;
      case JourneyStatus.LeftOut leftOut -> "its weekday is left out of the journey";
      case JourneyStatus.OnHold onHold -> "the journey is paused";
      case JourneyStatus.Ahead(var start) -> "the journey begins on " + Wording.date(start);
      case JourneyStatus.Over over -> "the journey is complete";
    };
  }

  private static void newest(CardBuilder card, OutboxMessage post) {
    RichText was = RichText.of("The post of ").moment(post.due(), Span.Moment.Style.DATE_TIME);
    String reason = String.valueOf(post.reason());
    switch (post.state()) {
      case SENT -> {}
      case WAITING, CLAIMED -> {
        if (post.reason() != null) {
          card.text(was.plain(" is not there yet: " + reason));
        }
      }
      case GIVEN_UP -> card.tone(Reply.Tone.WARNING).text(was.plain(" was not made: " + reason));
    }
  }

  /** A forum pins no posts, and each is a thread anyway. */
  private Control form(DailyPostSettings daily, List<DailyPostSettings> all) {
    List<String> asked = new ArrayList<>(List.of("hour", "zone", "weekdays"));
    if (forum(daily).isEmpty()) {
      asked.add("pin");
    }
    asked.add("weekly");
    return new Control.FormButton(
        "Change", new Form("Daily post", WhichDaily.on(daily, all, "daily set"), asked, "Save"));
  }
}
