package dev.cairn.feature.daily;

import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.Command;
import dev.cairn.connection.Connections;
import dev.cairn.feature.Zones;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import dev.cairn.feature.outbox.OutboxMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code /daily}: where and when the topic of the day is posted. */
public final class DailyCommands {
  private static final Option<Boolean> CONFIRM =
      Option.hidden("confirm", new OptionType.Flag(), "Whether to post it a second time");

  private final DailyPosts dailyPosts;
  private final DailyContent content;
  private final WhichDaily which;
  private final DailyOverview overview;
  private final DailySet set;
  private final DailyPreview preview;
  private final Members members;
  private final AuditLog audit;
  private final InstantSource clock;

  /**
   * @param connections tell whether a channel can be posted in
   * @param clock tells which offset a zone has now, for suggestions
   */
  public DailyCommands(
      DailyPosts dailyPosts,
      DailyContent content,
      Members members,
      Connections connections,
      AuditLog audit,
      InstantSource clock) {
    this.dailyPosts = dailyPosts;
    this.content = content;
    this.members = members;
    this.audit = audit;
    this.clock = clock;
    this.which = new WhichDaily(dailyPosts, content);
    this.overview = new DailyOverview(dailyPosts, content, connections);
    this.set = new DailySet(dailyPosts, which, overview, connections, audit);
    this.preview = new DailyPreview(content, which, overview);
  }

  /** The commands. */
  public List<Command> commands() {
    Option<String> track = DailyOptions.TRACK.suggesting(content.tracks().suggester());
    Option<?>[] naming = {DailyOptions.CHANNEL, DailyOptions.KIND, track};
    return List.of(
        members.showing(
            members.command(
                moderation(
                        "daily set",
                        "Have the topic of the day posted, or change where and when",
                        DailySet.CHANNEL,
                        DailySet.HOUR,
                        DailySet.ZONE.suggesting(
                            (caller, typed) -> Zones.suggest(typed, clock.instant())),
                        DailySet.WEEKDAYS,
                        track,
                        DailyOptions.KIND,
                        DailySet.PING,
                        DailySet.THREAD,
                        DailySet.PIN,
                        DailySet.TAG.suggesting(set::tags),
                        DailySet.WEEKLY)
                    .withExamples(
                        "daily set channel:#daily hour:08:00",
                        "daily set hour:07:30 zone:Asia/Kolkata weekdays:mon,tue,wed,thu,fri",
                        "daily set channel:#pipelines track:mlops hour:17:00",
                        "daily set channel:#daily kind:question hour:19:00",
                        "daily set ping:@readers thread:no",
                        "daily set weekly:no"),
                set::set),
            set::present),
        members.command(
            moderation("daily show", "Where and when the topic of the day is posted", naming)
                .withExamples("daily show", "daily show channel:#daily"),
            this::show),
        members.command(
            moderation(
                    "daily preview",
                    "What the next post will look like, or that of a day",
                    DailyOptions.CHANNEL,
                    DailyPreview.DAY,
                    DailyOptions.KIND,
                    track)
                .withExamples("daily preview", "daily preview day:12"),
            preview::show),
        members.command(
            moderation(
                    "daily post",
                    "Post today's topic now",
                    DailyOptions.CHANNEL,
                    DailyOptions.KIND,
                    track,
                    CONFIRM)
                .withExamples("daily post"),
            this::post),
        members.command(
            moderation("daily off", "Post no topics in a channel by yourself any more", naming)
                .withExamples("daily off", "daily off channel:#daily"),
            this::off));
  }

  private static CommandSpec moderation(String name, String summary, Option<?>... options) {
    return CommandSpec.moderation(name, summary, Audience.CALLER, options);
  }

  private Reply show(Request request) {
    List<DailyPostSettings> all = which.all(request);
    boolean named =
        DailyOptions.names().stream().anyMatch(request.arguments().values()::containsKey);
    List<DailyPostSettings> shown = all.size() > 1 && !named ? all : which.meant(request);
    return shown.size() > 1
        ? overview.list(shown, all, request.at())
        : overview.card("The topic of the day", shown.getFirst(), all, request.at());
  }

  private Reply post(Request request) {
    Instant now = request.at();
    LocalDate today = request.community().today(now);
    DailyPostSettings daily =
        WhichDaily.one(
            which.meant(request),
            each ->
                each.kind() == DailyKind.TOPIC
                    && content
                        .number(each.community(), today)
                        .filter(number -> content.isWanted(each, number))
                        .isPresent());
    if (content.number(daily.community(), today).isEmpty()) {
      throw preview.withoutTopic(daily, today, "so there is nothing to post");
    }
    Optional<OutboxMessage> there =
        dailyPosts
            .newest(daily)
            .filter(post -> post.state() != OutboxMessage.State.GIVEN_UP)
            .filter(post -> post.key().startsWith(today.toString()));
    if (there.isPresent() && !request.arguments().isSet(CONFIRM)) {
      return reallyPost(daily, there.get(), which.all(request));
    }
    record(
        request,
        () -> {
          content.settleQuestion(daily.community(), today);
          dailyPosts.postNow(daily, today, now);
        },
        Undo.never("What was posted can be deleted in the channel, not by me."),
        "posted today's %s in #%s".formatted(daily.kind().key(), daily.channel().name()));
    return Reply.Notice.ok(
        RichText.of("Today's %s is on its way to ".formatted(daily.kind().key()))
            .then(WhichDaily.channel(daily))
            .plain("."));
  }

  private Reply off(Request request) {
    DailyPostSettings daily = which.one(request);
    record(
        request,
        () -> dailyPosts.off(daily),
        DailyUndo.of(Optional.of(daily), Optional.empty()),
        "ended the posts of the %s of the day in #%s%s"
            .formatted(
                daily.kind().key(),
                daily.channel().name(),
                daily.track() == null ? "" : " for the track " + daily.track()));
    boolean others = which.all(request).stream().anyMatch(other -> other.isIn(daily.channel()));
    return Reply.Notice.ok(
        (others
                ? RichText.of("This is not posted any more: ")
                    .then(WhichDaily.named(daily))
                    .plain(". What else is posted there stays. To start again: ")
                : RichText.of("Neither the daily topic nor a weekly summary is posted in ")
                    .then(WhichDaily.channel(daily))
                    .plain(" any more. To start again: "))
            .command("daily set"));
  }

  private static Reply reallyPost(
      DailyPostSettings daily, OutboxMessage there, List<DailyPostSettings> all) {
    return Reply.Card.titled("Post it a second time?")
        .tone(Reply.Tone.WARNING)
        .text(
            RichText.of("Today's %s is in ".formatted(daily.kind().key()))
                .then(WhichDaily.channel(daily))
                .plain(" already, since ")
                .moment(there.due(), Span.Moment.Style.DATE_TIME)
                .plain(". A second post would stand beside it. Nothing has been posted yet."))
        .control(
            new Control.Button(
                "Post it again",
                WhichDaily.on(daily, all, "daily post").with("confirm", true),
                Control.Button.Style.DANGER,
                Effect.REPLY))
        .build();
  }

  private void record(Request request, Runnable change, Undo undo, String what) {
    audit.changing(
        request.member(),
        request.at(),
        () -> {
          change.run();
          return new AuditLog.Deed<>(what, what, undo);
        });
  }
}
