package dev.cairn.feature.progress;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.Wording;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import dev.cairn.feature.path.Paths;
import dev.cairn.feature.study.StudyRecord;
import dev.cairn.picture.StageBars;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /progress}: how much of the journey a member has studied, and what is next. */
public final class ProgressCommand {
  private static final Option<Account> MEMBER =
      Option.optional("member", new OptionType.Member(), "Whose progress; yours if left out");

  private static final CommandSpec SPEC =
      CommandSpec.personal(
              "progress",
              "How many days of the journey you, or another member, have studied",
              MEMBER)
          .withExamples("progress", "progress member:@asha");

  /** How many skipped days are named; the others are counted. */
  private static final int SKIPPED_SHOWN = 8;

  private static final int MINUTES_AN_HOUR = 60;

  private final Catalog catalog;
  private final StudyRecord studied;
  private final CheckIns checkIns;
  private final Members members;
  private final Pictures pictures;
  private final Paths paths;

  public ProgressCommand(
      Catalog catalog,
      StudyRecord studied,
      CheckIns checkIns,
      Members members,
      Pictures pictures,
      Paths paths) {
    this.paths = paths;
    this.catalog = catalog;
    this.studied = studied;
    this.checkIns = checkIns;
    this.members = members;
    this.pictures = pictures;
  }

  /** The command. */
  public Command command() {
    return members.command(SPEC, this::progress);
  }

  private Reply progress(Request request) {
    Member caller = request.member();
    Optional<Account> asked = request.get(MEMBER);
    Member member = asked.map(account -> members.other(caller.community(), account)).orElse(caller);
    Progress progress =
        new Progress(
            catalog, studied.firstStudied(member), checkIns.minutes(member), paths.ownWay(member));
    return card(member, member.id().equals(caller.id()), progress);
  }

  private Reply card(Member member, boolean own, Progress progress) {
    CardBuilder card =
        Reply.Card.titled(own ? "Your progress" : "Progress of " + member.name())
            .text(
                RichText.EMPTY
                    .bold("%d of %d days".formatted(progress.count(), progress.of()))
                    .plain(" studied."))
            .field("Time", hours(progress.minutes()));
    progress.next().ifPresent(next -> card.field("Next", name(next)));
    card.picture(pictures.of(bars(member, progress)));
    skipped(card, progress.skipped());
    if (own) {
      progress
          .next()
          .ifPresent(next ->
              card.primaryButton(
                  "Open day " + next.day(), Action.of("topic").with("day", next.day())));
      if (progress.count() == 0) {
        card.text(
            RichText.of("To record that you studied a day, press “I studied this” below it, or ")
                .command("done", "day:1"));
      }
    }
    return card.facts(facts(progress)).build();
  }

  private static void skipped(CardBuilder card, List<JourneyDay> skipped) {
    if (skipped.isEmpty()) {
      return;
    }
    String named =
        skipped.stream()
            .limit(SKIPPED_SHOWN)
            .map(ProgressCommand::name)
            .collect(Collectors.joining("\n"));
    int more = skipped.size() - SKIPPED_SHOWN;
    card.paragraph(
        "Skipped so far", more > 0 ? named + "\nand " + Wording.count(more, "more day") : named);
  }

  private static String name(JourneyDay day) {
    return "Day " + day.day() + ": " + day.title();
  }

  private static String hours(int minutes) {
    return minutes < MINUTES_AN_HOUR
        ? Wording.count(minutes, "minute")
        : "%d h %d min".formatted(minutes / MINUTES_AN_HOUR, minutes % MINUTES_AN_HOUR);
  }

  private static StageBars bars(Member member, Progress progress) {
    return new StageBars(
        "Progress of " + member.name(),
        "day",
        progress.stages().stream()
            .limit(StageBars.MAX_ROWS)
            .map(each -> new StageBars.Row(each.stage().name(), each.studied(), each.of()))
            .toList());
  }

  private static ReplyData facts(Progress progress) {
    List<Map<String, @Nullable Object>> stages =
        progress.stages().stream()
            .map(each ->
                ReplyData.NONE
                    .with("id", each.stage().id())
                    .with("title", each.stage().name())
                    .with("studied", each.studied())
                    .with("of", each.of())
                    .values())
            .toList();
    return ReplyData.NONE
        .with("studied", progress.count())
        .with("of", progress.of())
        .with("next", progress.next().map(JourneyDay::day).orElse(null))
        .with("skipped", progress.skipped().stream().map(JourneyDay::day).toList())
        .with("stages", stages)
        .with("minutes", progress.minutes());
  }
}
