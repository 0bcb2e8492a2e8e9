package dev.cairn.feature.weekly;

import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.domain.group.GroupStanding;
import dev.cairn.domain.group.Leaderboard;
import dev.cairn.feature.Wording;
import dev.cairn.feature.discussion.DiscussionAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is posted on Mondays. */
final class WeeklyCard {
  private static final int MOST = 10;
  private static final int LONGEST_QUOTE = 240;

  private WeeklyCard() {}

  static Reply.Card of(Week week, List<DiscussionAnswer> quotes, Optional<JourneyDay> tomorrow) {
    CardBuilder card =
        Reply.Card.titled("The week from " + Wording.date(week.days().from()))
            .text(
                "%s by %s."
                    .formatted(
                        Wording.count(week.checkIns(), "check-in"),
                        Wording.count(week.members(), "member")));
    if (!week.groups().isEmpty()) {
      card.tone(Reply.Tone.CELEBRATION)
          .text(winners(week.groups()))
          .items(some(week.groups(), WeeklyCard::group));
    }
    if (!week.records().isEmpty()) {
      card.text(RichText.EMPTY.bold("New records"))
          .items(
              some(
                  week.records(),
                  record ->
                      RichText.EMPTY
                          .bold(record.name())
                          .plain(": " + Wording.count(record.streak(), "day") + " in a row")));
    }
    if (!week.returned().isEmpty()) {
      card.text(RichText.EMPTY.bold("Back again")).items(some(week.returned(), RichText::of));
    }
    if (!quotes.isEmpty()) {
      card.text(RichText.EMPTY.bold("What members said")).items(some(quotes, WeeklyCard::quote));
    }
    tomorrow.ifPresent(day ->
        card.text(
            RichText.of("Tomorrow: ").bold("Day " + day.day() + ": " + day.title()).plain(".")));
    return card.button("My streak", Action.of("streak"))
        .facts(
            ReplyData.NONE
                .with("from", week.days().from())
                .with("until", week.days().until())
                .with("checkIns", week.checkIns())
                .with("members", week.members())
                .with("groups", week.groups().stream().map(WeeklyCard::fact).toList())
                .with(
                    "records",
                    week.records().stream()
                        .map(record ->
                            ReplyData.NONE
                                .with("name", record.name())
                                .with("streak", record.streak())
                                .values())
                        .toList())
                .with("returned", week.returned())
                .with("quotes", quotes.stream().map(DiscussionAnswer::words).toList())
                .with("tomorrow", tomorrow.map(JourneyDay::day).orElse(null)))
        .build();
  }

  private static RichText winners(List<Leaderboard.Rank<GroupStanding>> groups) {
    List<RichText> first =
        groups.stream()
            .filter(rank -> rank.place() == 1)
            .map(rank -> RichText.EMPTY.bold(rank.standing().name()))
            .toList();
    return RichText.join(" and ", first)
        .plain(first.size() == 1 ? " won the week." : " share the win.");
  }

  private static RichText quote(DiscussionAnswer answer) {
    return RichText.of("“" + Excerpt.of(answer.words(), LONGEST_QUOTE) + "” ").bold(answer.name());
  }

  private static RichText group(Leaderboard.Rank<GroupStanding> rank) {
    GroupStanding standing = rank.standing();
    return RichText.of(rank.place() + ". ")
        .bold(standing.name())
        .plain(
            ": %d%%, streak %s"
                .formatted(standing.score().percent(), Wording.count(standing.streak(), "day")));
  }

  private static Map<String, @Nullable Object> fact(Leaderboard.Rank<GroupStanding> rank) {
    return ReplyData.NONE
        .with("rank", rank.place())
        .with("name", rank.standing().name())
        .with("percent", rank.standing().score().percent())
        .with("streak", rank.standing().streak())
        .values();
  }

  private static <T> List<RichText> some(List<T> all, Function<T, RichText> line) {
    List<RichText> lines = new ArrayList<>(all.stream().limit(MOST).map(line).toList());
    if (all.size() > MOST) {
      lines.add(RichText.of("… and " + (all.size() - MOST) + " more"));
    }
    return lines;
  }
}
