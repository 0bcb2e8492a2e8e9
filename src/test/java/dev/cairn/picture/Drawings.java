package dev.cairn.picture;

import dev.cairn.domain.blog.MilestoneRules.Kind;
import dev.cairn.domain.streak.Streak;
import dev.cairn.picture.LeaderboardBars.CheckIns;
import dev.cairn.picture.LeaderboardBars.Presence;
import dev.cairn.picture.LeaderboardBars.Row;
import dev.cairn.picture.LeaderboardBars.Score;
import dev.cairn.picture.LeaderboardBars.StreakLength;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Drawings of every kind; a seed always gives the same. */
final class Drawings {
  private static final List<DayState> STATES = List.of(DayState.values());
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<String> NAMES =
      List.of(
          "Asha Raman",
          "Jürgen Groß",
          "Đặng Thị Hương",
          "Александра Ивановна",
          "Κωνσταντίνος",
          "山田太郎",
          "魑魅魍魎鬱蒼鬱蒼魑魅魍魎鬱蒼鬱蒼魑魅魍魎鬱蒼鬱蒼魑魅魍魎鬱蒼",
          "محمد عبد الله",
          "שלום חברים",
          "김민수",
          "नमस्ते दुनिया",
          "தமிழ்",
          "สวัสดี",
          "សុខា",
          "🔥 fire 👩‍💻 👍🏽 🇮🇳 🫨",
          "Z̸̢̛̥̲̏̅͊a̵͎͝l̸̰̄g̷̲̊o̷͔͐",
          "Maximiliane von und zu Hohenlohe-Langenburg",
          "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
          "\u202Eevil\u0000\n\uD800",
          "\u200D",
          "");

  private Drawings() {}

  static Drawing random(RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> heatmap(random);
      case 1 -> leaderboard(random);
      case 2 -> stages(random);
      case 3 -> race(random);
      case 4 -> year(random);
      default -> milestone(random);
    };
  }

  /** The hardest to keep small: much to be seen in each. */
  static Stream<Drawing> crowded() {
    String name = NAMES.get(6);
    LocalDate today = LocalDate.of(2026, 11, 21);
    List<DayState> motley =
        IntStream.range(0, 365).mapToObj(day -> STATES.get(day * 7 % 4)).toList();
    Row row =
        new Row(OptionalInt.of(88_888), name, "365 in a row · 88 races won", new CheckIns(88_888));
    return Stream.of(
        new CalendarHeatmap(name, streak(today, 8888, 8888, 8, 28, 30), motley),
        new LeaderboardBars(name, name, IntStream.range(0, 10).mapToObj(_ -> row).toList()),
        new MilestoneBanner(Kind.COMMUNITY_POSTS, name, 888_888),
        new RaceBanner(
            name,
            name,
            IntStream.range(0, 20)
                .mapToObj(i -> new RaceBanner.Row(OptionalInt.of(i < 9 ? 1 : 10), name, 88))
                .toList()),
        new YearCard(
            name,
            today.minusDays(364),
            today,
            365,
            365,
            new YearCard.Figures(365, 525_600, 88_888, 52, 88_888),
            DayOfWeek.WEDNESDAY,
            LocalTime.of(21, 0),
            IntStream.range(0, YearCard.MAX_MONTHS)
                .mapToObj(i -> new YearCard.Month(YearMonth.from(today).plusMonths(i), i, 30))
                .toList()),
        new StageBars(
            name,
            "day",
            IntStream.range(0, StageBars.MAX_ROWS)
                .mapToObj(_ -> new StageBars.Row(name, 44_444, 88_888))
                .toList()));
  }

  static CalendarHeatmap heatmap(RandomGenerator random) {
    int longest = 1 + random.nextInt(1500);
    int recent = random.nextInt(31);
    return new CalendarHeatmap(
        pick(NAMES, random),
        streak(
            LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3000)),
            random.nextInt(longest + 1),
            longest,
            random.nextInt(3),
            random.nextInt(recent + 1),
            recent),
        IntStream.range(0, 1 + random.nextInt(800)).mapToObj(_ -> pick(STATES, random)).toList());
  }

  static Streak streak(
      LocalDate today, int streak, int longest, int freezes, int recentChecked, int recentDays) {
    return new Streak(
        streak,
        longest,
        freezes,
        Streak.Status.DONE,
        today,
        today,
        new Streak.Recent(recentChecked, recentDays),
        null);
  }

  private static LeaderboardBars leaderboard(RandomGenerator random) {
    int kind = random.nextInt(3);
    List<Row> rows =
        IntStream.rangeClosed(1, random.nextInt(LeaderboardBars.MAX_ROWS + 1))
            .mapToObj(rank -> row(OptionalInt.of(rank), kind, random))
            .toList();
    return new LeaderboardBars(pick(NAMES, random), pick(NAMES, random), rows);
  }

  private static Row row(OptionalInt rank, int kind, RandomGenerator random) {
    Score score =
        switch (kind) {
          case 0 -> new StreakLength(random.nextInt(2000));
          case 1 -> new CheckIns(random.nextInt(100_000));
          default -> new Presence(random.nextInt(101), random.nextInt(400));
        };
    return new Row(rank, pick(NAMES, random), random.nextBoolean() ? "" : "100 in a row", score);
  }

  private static StageBars stages(RandomGenerator random) {
    return new StageBars(
        pick(NAMES, random),
        "day",
        IntStream.range(0, random.nextInt(StageBars.MAX_ROWS + 1))
            .mapToObj(_ -> {
              int of = random.nextInt(100);
              return new StageBars.Row(pick(NAMES, random), random.nextInt(of + 1), of);
            })
            .toList());
  }

  private static YearCard year(RandomGenerator random) {
    LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3000));
    return new YearCard(
        pick(NAMES, random),
        from,
        from.plusDays(364),
        random.nextInt(366),
        365,
        new YearCard.Figures(
            random.nextInt(366),
            random.nextInt(500_000),
            random.nextInt(1000),
            random.nextInt(20),
            random.nextInt(100)),
        random.nextBoolean() ? pick(List.of(DayOfWeek.values()), random) : null,
        random.nextBoolean() ? LocalTime.of(random.nextInt(24), 0) : null,
        IntStream.rangeClosed(0, random.nextInt(YearCard.MAX_MONTHS))
            .mapToObj(month ->
                new YearCard.Month(YearMonth.from(from).plusMonths(month), random.nextInt(32), 30))
            .toList());
  }

  private static RaceBanner race(RandomGenerator random) {
    int groups = 1 + random.nextInt(12);
    int winners = 1 + random.nextInt(groups);
    return new RaceBanner(
        pick(NAMES, random),
        "5 January 2026 to 11 January 2026",
        IntStream.range(0, groups)
            .mapToObj(group ->
                new RaceBanner.Row(
                    group < winners
                        ? OptionalInt.of(1)
                        : random.nextBoolean() ? OptionalInt.of(winners + 1) : OptionalInt.empty(),
                    pick(NAMES, random),
                    random.nextInt(101)))
            .toList());
  }

  private static MilestoneBanner milestone(RandomGenerator random) {
    return new MilestoneBanner(
        pick(KINDS, random),
        pick(NAMES, random),
        random.nextBoolean() ? 1 + random.nextInt(400) : 1 + random.nextInt(Integer.MAX_VALUE - 1));
  }

  private static <T> T pick(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
