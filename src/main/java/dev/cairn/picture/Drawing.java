package dev.cairn.picture;

/** What a picture is to show. Equal drawings give equal pictures. */
public sealed interface Drawing
    permits CalendarHeatmap, LeaderboardBars, MilestoneBanner, RaceBanner, StageBars, YearCard {
  /** The most characters of an alt text; Discord takes no more. */
  int MAX_ALT_TEXT = 1024;

  /** The same facts as the picture, in words and figures. */
  String altText();

  /** A name to send the picture under, such as {@code leaderboard.png}. */
  String fileName();
}
