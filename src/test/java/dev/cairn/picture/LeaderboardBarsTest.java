package dev.cairn.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cairn.picture.LeaderboardBars.Presence;
import dev.cairn.picture.LeaderboardBars.Row;
import dev.cairn.picture.LeaderboardBars.Score;
import dev.cairn.picture.LeaderboardBars.StreakLength;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LeaderboardBarsTest {
  private static final double FIRST_BAR = 76 + 22 + 3;
  private static final double ROW = 37;

  private final PicturePainter painter = new PicturePainter();

  @Test
  void altTextTellsEveryRowWithSharedRanks() {
    LeaderboardBars board =
        board(
            row(1, "Asha", new StreakLength(42)),
            row(2, "Bo", new StreakLength(30)),
            row(2, "Chandra", new StreakLength(30)),
            row(4, "Dara", new StreakLength(1)));

    assertThat(painter.paint(board).altText())
        .isEqualTo(
            "Leaderboard: Streaks, Data Lab. 1. Asha, 42 days; 2. Bo, 30 days;"
                + " 2. Chandra, 30 days; 4. Dara, 1 day.");
  }

  @Test
  void altTextTellsOfGroupsPercentAndStreakAndWhichAreUnranked() {
    LeaderboardBars board =
        board(
            row(1, "Owls", new Presence(96, 14)),
            new Row(OptionalInt.empty(), "Solo", "", new Presence(100, 1)));

    assertThat(board.altText())
        .endsWith("1. Owls, 96%, streak 14 days; Unranked: Solo, 100%, streak 1 day.");
  }

  @Test
  void badgesStandBesideTheNameAndInTheAltText() {
    Row plain = row(1, "Asha", new StreakLength(42));
    Row decorated =
        new Row(OptionalInt.of(1), "Asha", "30 in a row · 2 races won", new StreakLength(42));

    assertThat(board(decorated).altText())
        .endsWith("1. Asha, 42 days (30 in a row · 2 races won).");
    assertThat(painter.paint(board(decorated)).png())
        .isNotEqualTo(painter.paint(board(plain)).png());
  }

  @Test
  void altTextOfAnEmptyBoardSaysSo() {
    assertThat(board().altText()).isEqualTo("Leaderboard: Streaks, Data Lab. Nobody is on it yet.");
  }

  @Test
  void barsAreAsLongAsTheScoresAreLarge() {
    Pixels pixels =
        paint(
            row(1, "Asha", new StreakLength(40)),
            row(2, "Bo", new StreakLength(20)),
            row(2, "Chandra", new StreakLength(20)),
            row(4, "Dara", new StreakLength(0)));

    long longest = bar(pixels, 0);
    assertThat(longest).isPositive();
    assertThat(bar(pixels, 1)).isCloseTo(longest / 2, within(2L));
    assertThat(bar(pixels, 2)).isEqualTo(bar(pixels, 1));
    assertThat(bar(pixels, 3)).isZero();
  }

  @Test
  void aPercentageIsOfTheWholeNotOfTheBest() {
    Pixels pixels = paint(row(1, "Owls", new Presence(50, 3)));
    Pixels whole = paint(row(1, "Owls", new Presence(100, 3)));

    assertThat(bar(pixels, 0)).isCloseTo(bar(whole, 0) / 2, within(2L));
  }

  @Test
  void aLongRankMovesTheBarsAsideAndStaysInThePicture() {
    Pixels few = paint(row(1, "Asha", new StreakLength(1)));
    Pixels many = paint(row(1_234_567, "Asha", new StreakLength(1)));

    assertThat(bar(many, 0)).isPositive().isLessThan(bar(few, 0));
    assertThat(many.at(4, FIRST_BAR - 14)).isEqualTo(Theme.PANEL);
  }

  @Test
  void aPageHasTenRows() {
    List<Row> eleven = Collections.nCopies(11, row(1, "Asha", new StreakLength(1)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeaderboardBars("Streaks", "Data Lab", eleven))
        .withMessageContaining("10");
  }

  private Pixels paint(Row... rows) {
    return Pixels.of(painter.paint(board(rows)));
  }

  private static LeaderboardBars board(Row... rows) {
    return new LeaderboardBars("Streaks", "Data Lab", List.of(rows));
  }

  private static Row row(int rank, String name, Score score) {
    return new Row(OptionalInt.of(rank), name, "", score);
  }

  /** The length of a row's bar, in pixels. */
  private static long bar(Pixels pixels, int row) {
    return pixels.count(Theme.DONE, (int) ((FIRST_BAR + row * ROW) * Theme.SCALE));
  }
}
