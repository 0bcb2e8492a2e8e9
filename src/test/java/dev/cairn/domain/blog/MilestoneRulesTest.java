package dev.cairn.domain.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.domain.Property;
import dev.cairn.domain.blog.MilestoneRules.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MilestoneRulesTest {
  private static final MilestoneRules RULES = MilestoneRules.DEFAULT;

  @Test
  void startWithTheListsOfTheRules() {
    assertThat(RULES.reached(Kind.MEMBER_POSTS, 0, 1000))
        .containsExactly(1, 7, 30, 60, 90, 120, 150, 180);
    assertThat(RULES.reached(Kind.COMMUNITY_POSTS, 0, 2000))
        .containsExactly(50, 100, 250, 500, 1000, 1500, 2000);
    assertThat(RULES.reached(Kind.MEMBER_STREAK, 0, 1000))
        .containsExactly(7, 30, 50, 100, 180, 365);
  }

  @Test
  void reachAThresholdOnceFromBelow() {
    assertThat(RULES.reached(Kind.MEMBER_STREAK, 6, 7)).containsExactly(7);
    assertThat(RULES.reached(Kind.MEMBER_STREAK, 7, 8)).isEmpty();
    assertThat(RULES.reached(Kind.MEMBER_STREAK, 7, 7)).isEmpty();
    assertThat(RULES.reached(Kind.MEMBER_STREAK, 8, 7)).isEmpty();
    assertThat(RULES.reached(Kind.COMMUNITY_POSTS, 999, 1000)).containsExactly(1000);
    assertThat(RULES.reached(Kind.COMMUNITY_POSTS, 1000, 1499)).isEmpty();
    assertThat(RULES.reached(Kind.COMMUNITY_POSTS, Integer.MAX_VALUE - 500, Integer.MAX_VALUE))
        .hasSize(1);
  }

  @Test
  void canBeChangedKindByKind() {
    Thresholds tens = Thresholds.of(Set.of()).andEach(10);
    for (Kind kind : Kind.values()) {
      MilestoneRules changed = RULES.with(kind, tens);
      for (Kind each : Kind.values()) {
        assertThat(changed.of(each)).isEqualTo(each == kind ? tens : RULES.of(each));
      }
      assertThat(changed.reached(kind, 0, 31)).containsExactly(10, 20, 30);
    }
  }

  @Test
  void takeOnlyPositiveThresholds() {
    assertThatIllegalArgumentException().isThrownBy(() -> Thresholds.of(List.of(3, 0)));
    assertThatIllegalArgumentException().isThrownBy(() -> Thresholds.of(List.of(3)).andEach(-1));
    assertThat(Thresholds.of(List.of(1)).andEach(0).reached(0, 9)).containsExactly(1);
  }

  @Test
  void reachTheSameInOneStepAsInMany() {
    Property.forAll(
        1000,
        random -> {
          TreeSet<Integer> listed = new TreeSet<>();
          for (int i = random.nextInt(5); i > 0; i--) {
            listed.add(1 + random.nextInt(50));
          }
          Thresholds thresholds = new Thresholds(listed, random.nextInt(12));
          int from = random.nextInt(60);
          int to = from + random.nextInt(60);
          List<Integer> oneByOne = new ArrayList<>();
          for (int count = from; count < to; count++) {
            oneByOne.addAll(thresholds.reached(count, count + 1));
          }
          assertThat(thresholds.reached(from, to))
              .isEqualTo(oneByOne)
              .isSorted()
              .doesNotHaveDuplicates();
          assertThat(thresholds.reached(0, 50)).containsAll(listed);
        });
  }
}
