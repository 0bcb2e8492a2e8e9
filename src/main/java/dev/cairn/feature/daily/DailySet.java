package dev.cairn.feature.daily;

import dev.cairn.chat.Arguments;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.connection.Connections;
import dev.cairn.connection.ForumLookup.Forum;
import dev.cairn.connection.ForumLookup.Tag;
import dev.cairn.connection.InstallationCheck.Finding;
import dev.cairn.domain.day.DailyHour;
import dev.cairn.feature.Hours;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.Wording;
import dev.cairn.feature.Zones;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.member.Request;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /daily set}: has something of each day posted, or changes where and how. */
final class DailySet {
  static final String COMMUNITY_ZONE = "community";
  static final String NONE = "none";

  private static final LocalTime FIRST_HOUR = LocalTime.of(8, 0);

  /** A question is for the evening, when the topic has been read. */
  private static final LocalTime FIRST_HOUR_OF_QUESTIONS = LocalTime.of(19, 0);

  private static final int LONGEST_TAG = 50;

  /** What would notify far more people than have asked for it. */
  private static final Set<String> EVERYONE = Set.of("everyone", "here", "channel");

  static final Option<Value.Channel> CHANNEL =
      Option.optional("channel", new OptionType.Channel(true), "Where; here if left out at first");

  static final Option<String> HOUR =
      Option.optional("hour", new OptionType.Text(5), "When, on the wall clock, like 08:00")
          .labelled("Hour");

  static final Option<String> ZONE =
      Option.optional(
              "zone",
              new OptionType.Text(64),
              "In which time zone; community for the community's own")
          .labelled("Time zone");

  static final Option<String> WEEKDAYS =
      Option.optional("weekdays", new OptionType.Text(80), "On which days, like mon,wed,fri")
          .labelled("Weekdays");

  static final Option<Value.Role> PING =
      Option.optional(
              "ping",
              new OptionType.Role(),
              "The role or user group that each post mentions; none for nobody")
          .labelled("Mention");

  static final Option<Boolean> THREAD =
      Option.optional("thread", new OptionType.Flag(), "Whether to open a thread below each post")
          .labelled("A thread below each post");

  static final Option<Boolean> PIN =
      Option.optional("pin", new OptionType.Flag(), "Whether to pin each post")
          .labelled("Pin each post");

  static final Option<String> TAG =
      Option.optional(
              "tag",
              new OptionType.Text(LONGEST_TAG),
              "The tag of each post in a forum; none for none")
          .labelled("Tag in the forum");

  static final Option<Boolean> WEEKLY =
      Option.optional(
              "weekly", new OptionType.Flag(), "Whether to sum up the week there on Mondays")
          .labelled("Sum up the week on Mondays");

  private final DailyPosts dailyPosts;
  private final WhichDaily which;
  private final DailyOverview overview;
  private final Connections connections;
  private final AuditLog audit;

  /**
   * @param connections tell whether a channel can be posted in, and which are forums
   */
  DailySet(
      DailyPosts dailyPosts,
      WhichDaily which,
      DailyOverview overview,
      Connections connections,
      AuditLog audit) {
    this.dailyPosts = dailyPosts;
    this.which = which;
    this.overview = overview;
    this.connections = connections;
    this.audit = audit;
  }

  /** Completes the names of tags. */
  List<ChoiceValue> tags(Caller caller, String typed) {
    String beginning = typed.strip().toLowerCase(Locale.ROOT);
    return connections.forums(Place.of(caller.account())).stream()
        .flatMap(forum -> forum.tags().stream())
        .map(Tag::name)
        .distinct()
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(beginning))
        .map(name -> new ChoiceValue(name, name))
        .toList();
  }

  /** How the post that is meant is set, as it would be typed; nothing where there is none yet. */
  Map<String, String> present(Request request) {
    return which.named(request).stream().findFirst().map(DailySet::typed).orElse(Map.of());
  }

  private static Map<String, String> typed(DailyPostSettings daily) {
    ZoneId zone = daily.zone();
    Set<DayOfWeek> weekdays = daily.hour().weekdays();
    return Map.of(
        CHANNEL.name(),
        daily.channel().typed(),
        DailyOptions.TRACK.name(),
        WhichDaily.trackOf(daily),
        HOUR.name(),
        Hours.typed(daily.hour().hour()),
        ZONE.name(),
        zone == null ? COMMUNITY_ZONE : zone.getId(),
        WEEKDAYS.name(),
        weekdays.size() == DayOfWeek.values().length ? DailyOptions.ALL : Weekdays.typed(weekdays),
        PIN.name(),
        Boolean.toString(daily.furnishing().pin()),
        WEEKLY.name(),
        Boolean.toString(daily.weekly()));
  }

  Reply set(Request request) {
    Arguments given = request.arguments();
    List<DailyPostSettings> all = which.all(request);
    Value.Channel channel = channel(request, all);
    List<DailyPostSettings> there = all.stream().filter(daily -> daily.isIn(channel)).toList();
    DailyKind kind = kind(given, there);
    List<DailyPostSettings> ofKind = there.stream().filter(daily -> daily.kind() == kind).toList();
    Optional<String> track = which.track(given);
    Optional<DailyPostSettings> before = before(channel, ofKind, track);
    Instant now = request.at();
    DailyPostSettings daily =
        new DailyPostSettings(
            request.community(),
            request.place(),
            channel,
            kind,
            track
                .or(() -> before.map(WhichDaily::trackOf))
                .filter(named -> !named.equals(DailyOptions.ALL))
                .orElse(null),
            new DailyHour(hour(given, kind, before), weekdays(given, before)),
            zone(given, before, now),
            furnishing(request, channel, there, before),
            given
                .get(WEEKLY)
                .orElseGet(() ->
                    before
                        .map(DailyPostSettings::weekly)
                        // One channel is enough to sum up a week in.
                        .orElse(all.stream().noneMatch(DailyPostSettings::weekly))),
            now);
    requireAnHourOfItsOwn(daily, there);
    requirePostable(daily);
    String what = told(daily);
    audit.changing(
        request.member(),
        now,
        () -> {
          dailyPosts.set(daily, before);
          return new AuditLog.Deed<>(what, what, DailyUndo.of(before, Optional.of(daily)));
        });
    List<DailyPostSettings> after = which.all(request);
    return before.isEmpty()
        ? overview.card("Saved", daily, after, now)
        : overview.changed(before.get(), daily, after, now);
  }

  /** The channel that was named; else the only one that gets posts, or the one this is said in. */
  private static Value.Channel channel(Request request, List<DailyPostSettings> all) {
    List<Value.Channel> known = all.stream().map(DailyPostSettings::channel).distinct().toList();
    Optional<Value.Channel> here = WhichDaily.here(request);
    return request
        .arguments()
        .get(CHANNEL)
        // A button gives the id alone; what the channel is called is known.
        .map(given ->
            known.stream()
                .filter(it -> given.name().equals(given.id()) && it.id().equals(given.id()))
                .findFirst()
                .orElse(given))
        .or(() -> known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty())
        .or(() ->
            known.isEmpty()
                ? here
                : known.stream()
                    .filter(channel -> here.filter(it -> it.id().equals(channel.id())).isPresent())
                    .findFirst())
        .orElseThrow(() ->
            Refusal.badOption(
                CHANNEL.name(), RichText.of("Say where: ").command("daily set", "channel:#daily")));
  }

  /** The kind that was named; else the only one that is posted there, or the topic. */
  private static DailyKind kind(Arguments given, List<DailyPostSettings> there) {
    List<DailyKind> kinds = there.stream().map(DailyPostSettings::kind).distinct().toList();
    return given
        .get(DailyOptions.KIND)
        .map(DailyKind::ofKey)
        .orElse(kinds.size() == 1 ? kinds.getFirst() : DailyKind.TOPIC);
  }

  /**
   * What is changed; empty where something new is set. Nothing is posted twice in one channel: a
   * channel has every topic, or those of some tracks, each with a post of its own.
   */
  private static Optional<DailyPostSettings> before(
      Value.Channel channel, List<DailyPostSettings> ofKind, Optional<String> track) {
    if (track.isEmpty() && ofKind.size() > 1) {
      throw Refusal.badOption(
          DailyOptions.TRACK.name(),
          RichText.of("Posted in #%s are: ".formatted(channel.name()))
              .then(RichText.join("; ", ofKind.stream().map(WhichDaily::named).toList()))
              .plain(". Say which of them is meant, with track."));
    }
    Optional<DailyPostSettings> same =
        ofKind.stream()
            .filter(daily -> track.isEmpty() || track.get().equals(WhichDaily.trackOf(daily)))
            .findFirst();
    if (same.isPresent() || ofKind.isEmpty()) {
      return same;
    }
    boolean all = track.orElseThrow().equals(DailyOptions.ALL);
    if (ofKind.size() == 1 && (all || ofKind.getFirst().track() == null)) {
      return Optional.of(ofKind.getFirst());
    }
    if (all) {
      throw Refusal.badOption(
          DailyOptions.TRACK.name(),
          RichText.of(
                  "#%s has posts for several tracks already, so that those would be made twice: "
                      .formatted(channel.name()))
              .then(RichText.join("; ", ofKind.stream().map(WhichDaily::named).toList()))
              .plain(". Nothing was changed. End these first, with ")
              .command("daily off", "channel:#%s track:…".formatted(channel.name()))
              .plain("."));
    }
    return Optional.empty();
  }

  private static LocalTime hour(
      Arguments given, DailyKind kind, Optional<DailyPostSettings> before) {
    return given
        .get(HOUR)
        .map(typed -> Hours.read(HOUR.name(), typed))
        .or(() -> before.map(daily -> daily.hour().hour()))
        .orElse(
            switch (kind) {
              case TOPIC -> FIRST_HOUR;
              case QUESTION -> FIRST_HOUR_OF_QUESTIONS;
            });
  }

  private static Set<DayOfWeek> weekdays(Arguments given, Optional<DailyPostSettings> before) {
    Set<DayOfWeek> weekdays =
        given
            .get(WEEKDAYS)
            .map(DailySet::weekdays)
            .orElse(
                before
                    .map(daily -> daily.hour().weekdays())
                    .orElse(EnumSet.allOf(DayOfWeek.class)));
    if (weekdays.isEmpty()) {
      throw Refusal.badOption(
          WEEKDAYS.name(),
          RichText.of("At least one weekday is needed. To end the posts: ").command("daily off"));
    }
    return weekdays;
  }

  private static Set<DayOfWeek> weekdays(String typed) {
    return typed.strip().equalsIgnoreCase(DailyOptions.ALL)
        ? EnumSet.allOf(DayOfWeek.class)
        : Weekdays.read(WEEKDAYS.name(), typed);
  }

  private static @Nullable ZoneId zone(
      Arguments given, Optional<DailyPostSettings> before, Instant now) {
    Optional<String> typed = given.get(ZONE);
    if (typed.isEmpty()) {
      return before.map(DailyPostSettings::zone).orElse(null);
    }
    return typed.get().strip().equalsIgnoreCase(COMMUNITY_ZONE)
        ? null
        : Zones.read(ZONE.name(), typed.get(), now);
  }

  private Furnishing furnishing(
      Request request,
      Value.Channel channel,
      List<DailyPostSettings> there,
      Optional<DailyPostSettings> before) {
    Arguments given = request.arguments();
    Optional<Forum> forum = connections.forum(request.place().channel(channel.id()));
    // One discussion a day is enough for a channel.
    boolean threadAtFirst = there.stream().noneMatch(daily -> daily.furnishing().thread());
    Optional<Furnishing> was = before.map(DailyPostSettings::furnishing);
    if (forum.isPresent() && given.isSet(PIN)) {
      throw Refusal.badOption(
          PIN.name(),
          "A forum keeps one post pinned at a time, so I pin none there. Nothing was changed.");
    }
    if (forum.isPresent() && !given.get(THREAD).orElse(true)) {
      throw Refusal.badOption(
          THREAD.name(), "In a forum each post is a thread itself. Nothing was changed.");
    }
    return new Furnishing(
        forum.isEmpty() && given.get(PIN).orElse(was.map(Furnishing::pin).orElse(false)),
        given.get(THREAD).orElse(was.map(Furnishing::thread).orElse(threadAtFirst)),
        given.has(PING) ? ping(given) : was.map(Furnishing::ping).orElse(null),
        tag(given, channel, forum, was.map(Furnishing::tag)));
  }

  private static Value.@Nullable Role ping(Arguments given) {
    Value.Role typed = given.get(PING).orElseThrow();
    String name = typed.name().strip().replaceFirst("^@", "");
    if (name.equalsIgnoreCase(NONE)) {
      return null;
    }
    if (EVERYONE.contains(name.toLowerCase(Locale.ROOT))) {
      throw Refusal.badOption(
          PING.name(),
          "I mention a role or a user group that people have chosen, never everybody at once."
              + " Nothing was changed.");
    }
    return new Value.Role(typed.id().equals(typed.name()) ? name : typed.id(), name);
  }

  private static @Nullable Tag tag(
      Arguments given, Value.Channel channel, Optional<Forum> forum, Optional<Tag> before) {
    Optional<String> typed =
        given.get(TAG).map(String::strip).filter(name -> !name.equalsIgnoreCase(NONE));
    if (forum.isEmpty()) {
      if (typed.isPresent()) {
        throw Refusal.badOption(
            TAG.name(),
            "Only posts in a forum channel of Discord have tags, and #%s is none. Nothing was changed."
                .formatted(channel.name()));
      }
      return null;
    }
    Optional<Tag> tag =
        given.has(TAG)
            ? typed.map(name -> tag(name, channel, forum.get()))
            : before.filter(known -> forum.get().tags().contains(known));
    if (tag.isEmpty() && forum.get().tagged()) {
      throw Refusal.badOption(
          TAG.name(),
          RichText.of("The forum #%s wants a tag on each post. ".formatted(channel.name()))
              .plain(toChoose(forum.get()))
              .plain(" Nothing was changed."));
    }
    return tag.orElse(null);
  }

  private static Tag tag(String name, Value.Channel channel, Forum forum) {
    return forum.tags().stream()
        .filter(tag -> tag.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            Refusal.badOption(
                TAG.name(),
                forum.reserved().stream().anyMatch(name::equalsIgnoreCase)
                    ? "Only moderators may use the tag %s. Give my role the permission Manage Threads in #%s, or choose another. Nothing was changed."
                        .formatted(name, channel.name())
                    : "#%s has no tag %s. %s Nothing was changed."
                        .formatted(channel.name(), name, toChoose(forum))));
  }

  private static String toChoose(Forum forum) {
    if (!forum.tags().isEmpty()) {
      return "Say which, with tag: "
          + String.join(", ", forum.tags().stream().map(Tag::name).toList())
          + ".";
    }
    return forum.reserved().isEmpty()
        ? "It has no tags yet: add one in the forum's settings."
        : "Those it has are for moderators: give my role the permission Manage Threads there.";
  }

  /** The topic asks the question, too: at one hour both would say the same. */
  private static void requireAnHourOfItsOwn(
      DailyPostSettings daily, List<DailyPostSettings> there) {
    Optional<DailyPostSettings> other = there.stream().filter(daily::coincidesWith).findFirst();
    if (other.isPresent()) {
      throw Refusal.badOption(
          HOUR.name(),
          RichText.of("The topic ends with its question, and both would be posted at once: ")
              .then(WhichDaily.named(other.get()))
              .plain(". Nothing was changed. Choose another hour, such as ")
              .command(
                  "daily set",
                  "channel:#%s kind:question hour:19:30".formatted(daily.channel().name()))
              .plain("."));
    }
  }

  /** What would fail each morning, with nobody there to hear of it, is better refused now. */
  private void requirePostable(DailyPostSettings daily) {
    List<Finding> obstacles =
        connections
            .installationCheck(daily.place().platform())
            .map(check -> check.obstacles(daily.place().id(), daily.posts()))
            .orElse(List.of());
    if (obstacles.isEmpty()) {
      return;
    }
    RichText why =
        RichText.of("I could not post like that in ")
            .then(WhichDaily.channel(daily))
            .plain(", so nothing was changed.");
    for (Finding obstacle : obstacles) {
      why = why.plain("\n" + obstacle.what());
      why = obstacle.remedy() == null ? why : why.plain(" " + obstacle.remedy());
    }
    throw Refusal.badOption(CHANNEL.name(), why);
  }

  /** What was done, for the audit log. */
  private static String told(DailyPostSettings daily) {
    Furnishing furnishing = daily.furnishing();
    List<String> more = new ArrayList<>();
    if (daily.track() != null) {
      more.add("for the track " + daily.track());
    }
    Value.Role ping = furnishing.ping();
    if (ping != null) {
      more.add("mentioning @" + ping.name());
    }
    if (!furnishing.thread()) {
      more.add("without a thread");
    }
    Tag tag = furnishing.tag();
    if (tag != null) {
      more.add("with the tag " + tag.name());
    }
    return "had the %s of the day posted in #%s at %s, %s%s"
        .formatted(
            daily.kind().key(),
            daily.channel().name(),
            Hours.typed(daily.hour().hour()),
            daily.hour().weekdays().size() == DayOfWeek.values().length
                ? "every day"
                : "on " + Wording.weekdays(daily.hour().weekdays()),
            more.isEmpty() ? "" : ", " + String.join(", ", more));
  }
}
