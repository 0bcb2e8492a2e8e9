package dev.cairn.feature.blog;

import dev.cairn.chat.reply.ReplyData;
import dev.cairn.domain.blog.BlogGoal;
import dev.cairn.domain.blog.BlogPace;
import dev.cairn.feature.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says how somebody stands with their goal. */
public final class PaceWording {
  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter ANOTHER_YEAR =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private PaceWording() {}

  /** {@code Day 62 of 180: 58 posts, 4 behind; at this pace done on 3 May.} */
  public static String line(BlogPace pace) {
    BlogGoal goal = pace.goal();
    LocalDate today = goal.start().plusDays(pace.day() - 1L);
    if (pace.day() < 1) {
      return "The first of %s is %s.".formatted(days(goal), Wording.date(goal.start()));
    }
    String posts = Wording.count(pace.posts(), "post");
    if (pace.isOver()) {
      return "The %s are over: %s of %d.".formatted(days(goal), posts, goal.posts());
    }
    String day = "Day %d of %d: ".formatted(pace.day(), goal.days());
    if (pace.isReached()) {
      return day + posts + ". All " + goal.posts() + " are written.";
    }
    LocalDate doneOn = pace.doneOn();
    return day
        + posts
        + ", "
        + standing(pace)
        + (doneOn == null ? "." : "; at this pace done on " + date(doneOn, today) + ".");
  }

  /** {@code 180 posts in 180 days}. */
  static String goal(BlogGoal goal) {
    return Wording.count(goal.posts(), "post") + " in " + days(goal);
  }

  static ReplyData facts(BlogPace pace) {
    return ReplyData.NONE
        .with("day", Math.min(pace.day(), pace.goal().days()))
        .with("days", pace.goal().days())
        .with("goal", pace.goal().posts())
        .with("start", pace.goal().start())
        .with("behind", pace.behind())
        .with("doneOn", pace.doneOn());
  }

  private static String days(BlogGoal goal) {
    return Wording.count(goal.days(), "day");
  }

  private static String standing(BlogPace pace) {
    int behind = pace.behind();
    if (behind == 0) {
      return "right on pace";
    }
    return behind > 0 ? behind + " behind" : -behind + " ahead";
  }

  private static String date(LocalDate day, LocalDate today) {
    return (day.getYear() == today.getYear() ? THIS_YEAR : ANOTHER_YEAR).format(day);
  }
}
