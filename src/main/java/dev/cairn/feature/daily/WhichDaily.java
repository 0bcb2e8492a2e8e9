package dev.cairn.feature.daily;

import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.Hours;
import dev.cairn.feature.member.Request;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells which of a place's daily posts a moderator means. */
final class WhichDaily {
  private final DailyPosts dailyPosts;
  private final DailyContent content;

  WhichDaily(DailyPosts dailyPosts, DailyContent content) {
    this.dailyPosts = dailyPosts;
    this.content = content;
  }

  /** All that is set there. */
  List<DailyPostSettings> all(Request request) {
    return dailyPosts.all(request.community(), request.place());
  }

  /** Those that go with what was named, which may be all, or none. */
  List<DailyPostSettings> named(Request request) {
    Arguments given = request.arguments();
    Optional<Value.Channel> channel = given.get(DailyOptions.CHANNEL);
    Optional<DailyKind> kind = given.get(DailyOptions.KIND).map(DailyKind::ofKey);
    Optional<String> track = track(given);
    return all(request).stream()
        .filter(daily -> channel.isEmpty() || daily.isIn(channel.get()))
        .filter(daily -> kind.isEmpty() || daily.kind() == kind.get())
        .filter(daily -> track.isEmpty() || track.get().equals(trackOf(daily)))
        .toList();
  }

  /**
   * Those that may be meant: what was named leaves, and where that is several, those in the channel
   * in which it is said.
   *
   * @throws Refusal where there is none
   */
  List<DailyPostSettings> meant(Request request) {
    List<DailyPostSettings> named = named(request);
    if (named.isEmpty()) {
      Arguments given = request.arguments();
      throw Refusal.of(
          Problem.NOT_FOUND,
          !given.has(DailyOptions.KIND) && !given.has(DailyOptions.TRACK)
              ? RichText.of("The daily topic is not posted here yet. To start: ")
                  .command("daily set", "channel:#daily hour:08:00")
              : RichText.of("Nothing like that is posted here. What is: ").command("daily show"));
    }
    List<DailyPostSettings> here =
        here(request).stream()
            .flatMap(
                channelOfRequest -> named.stream().filter(daily -> daily.isIn(channelOfRequest)))
            .toList();
    return here.isEmpty() ? named : here;
  }

  /**
   * The one that is meant.
   *
   * @throws Refusal where there is none, or it could be several
   */
  DailyPostSettings one(Request request) {
    return one(meant(request), daily -> true);
  }

  /**
   * The one that is meant; of several, the only one of a kind.
   *
   * @throws Refusal where it could be several
   */
  static DailyPostSettings one(List<DailyPostSettings> meant, Predicate<DailyPostSettings> likely) {
    List<DailyPostSettings> likeliest =
        meant.size() == 1 ? meant : meant.stream().filter(likely).toList();
    if (likeliest.size() == 1) {
      return likeliest.getFirst();
    }
    boolean sameChannel = meant.stream().allMatch(daily -> daily.isIn(meant.getFirst().channel()));
    throw Refusal.badOption(
        sameChannel ? DailyOptions.KIND.name() : DailyOptions.CHANNEL.name(),
        RichText.of("Posted are: ")
            .then(RichText.join("; ", meant.stream().map(WhichDaily::named).toList()))
            .plain(". Say which of them is meant, with ")
            .plain(sameChannel ? "kind or track." : "channel."));
  }

  /** The track that was named, {@code all} for every one; empty where none was. */
  Optional<String> track(Arguments given) {
    return given
        .get(DailyOptions.TRACK)
        .map(String::strip)
        .map(typed ->
            typed.equalsIgnoreCase(DailyOptions.ALL)
                ? DailyOptions.ALL
                : content.tracks().find(typed).id());
  }

  static String trackOf(DailyPostSettings daily) {
    return Objects.requireNonNullElse(daily.track(), DailyOptions.ALL);
  }

  /** The channel in which a command was given. */
  static Optional<Value.Channel> here(Request request) {
    return request.channel().map(here -> new Value.Channel(here.channel(), here.channel()));
  }

  /** An action on a daily post, with as much of what tells it from the others as it takes. */
  static Action on(DailyPostSettings daily, List<DailyPostSettings> all, String command) {
    Action action = Action.of(command);
    if (all.size() < 2) {
      return action;
    }
    action = action.with(DailyOptions.CHANNEL.name(), daily.channel().typed());
    if (among(all, daily).anyMatch(other -> other.kind() != daily.kind())) {
      action = action.with(DailyOptions.KIND.name(), daily.kind().key());
    }
    return among(all, daily).filter(other -> other.kind() == daily.kind()).count() > 1
        ? action.with(DailyOptions.TRACK.name(), trackOf(daily))
        : action;
  }

  private static Stream<DailyPostSettings> among(
      List<DailyPostSettings> all, DailyPostSettings daily) {
    return all.stream().filter(other -> other.isIn(daily.channel()));
  }

  /** The channel of a daily post, to be pressed. */
  static RichText channel(DailyPostSettings daily) {
    return RichText.EMPTY.channel(daily.place().platform(), daily.channel());
  }

  /** Where, when and what, in a few words. */
  static RichText named(DailyPostSettings daily) {
    return channel(daily)
        .plain(" at %s, %s".formatted(Hours.typed(daily.hour().hour()), what(daily)));
  }

  /** What is posted, in a few words. */
  static String what(DailyPostSettings daily) {
    String track = daily.track();
    return switch (daily.kind()) {
      case TOPIC -> track == null ? "every topic" : "topics of the track " + track;
      case QUESTION -> track == null ? "every question" : "questions of the track " + track;
    };
  }
}
