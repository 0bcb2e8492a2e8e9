package dev.cairn.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.domain.blog.MilestoneRules.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MilestoneBannerTest {
  private static final List<Integer> THRESHOLDS =
      List.of(1, 7, 30, 50, 60, 90, 100, 120, 150, 180, 250, 365, 500, 1000, 1500, 2000);

  private final PicturePainter painter = new PicturePainter();

  @Test
  void altTextTellsWhoseAndWhat() {
    assertThat(painter.paint(new MilestoneBanner(Kind.MEMBER_STREAK, "Asha", 7)).altText())
        .isEqualTo("Milestone: Asha, 7 days in a row. Beside it stands a cairn of 3 stones.");
    assertThat(new MilestoneBanner(Kind.MEMBER_POSTS, "Bo", 1).altText())
        .isEqualTo("Milestone: Bo, 1 blog post written. Beside it stands a cairn of 1 stone.");
    assertThat(new MilestoneBanner(Kind.COMMUNITY_POSTS, "Data Lab", 1500).altText())
        .startsWith("Milestone: Data Lab, 1,500 blog posts written together.");
  }

  @Test
  void aHigherMilestoneHasTheHigherCairn() {
    List<Integer> tops =
        THRESHOLDS.stream()
            .map(threshold -> new MilestoneBanner(Kind.MEMBER_POSTS, "Asha", threshold))
            .map(banner -> Pixels.of(painter.paint(banner)).top(Theme.CROWN.light()))
            .toList();

    assertThat(tops).isSortedAccordingTo((one, other) -> other - one).doesNotHaveDuplicates();
  }

  @Test
  void stonesAreOnlyAdded() {
    assertThat(IntStream.rangeClosed(1, 5000).map(i -> CairnShape.of(i).stones()).boxed().toList())
        .isSorted()
        .startsWith(1)
        .endsWith(11);
  }

  @Test
  void theHighestCairnStaysInThePicture() {
    Pixels pixels =
        Pixels.of(painter.paint(new MilestoneBanner(Kind.MEMBER_POSTS, "Asha", Integer.MAX_VALUE)));

    assertThat(pixels.top(Theme.CROWN.shade())).isGreaterThan(10);
  }

  @Test
  void theLargestNumberStaysClearOfTheCairn() {
    Pixels pixels =
        Pixels.of(painter.paint(new MilestoneBanner(Kind.MEMBER_POSTS, "Asha", 888_888_888)));

    assertThat(pixels.at(240, 100)).isEqualTo(Theme.PANEL);
    assertThat(pixels.rightmost(Theme.ACCENT, 190)).isBetween(440, 472);
  }

  @Test
  void nothingIsNoMilestone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MilestoneBanner(Kind.MEMBER_POSTS, "Asha", 0));
  }
}
