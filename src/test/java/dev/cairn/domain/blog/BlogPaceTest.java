package dev.cairn.domain.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.domain.Property;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class BlogPaceTest {
  private static final LocalDate START = LocalDate.of(2025, 10, 23);
  private static final BlogGoal DAILY = new BlogGoal(180, 180, START);

  @Test
  void tellsHowFarBehindAndWhenItWillBeDone() {
    BlogPace pace = BlogPace.on(START.plusDays(61), DAILY, 58);
    assertThat(pace.day()).isEqualTo(62);
    assertThat(pace.behind()).isEqualTo(4);
    assertThat(pace.doneOn()).as("58 in 62 days: 180 in 193").isEqualTo(START.plusDays(192));
  }

  @Test
  void isAheadWhereMoreIsWrittenThanDue() {
    BlogPace pace = BlogPace.on(START.plusDays(9), new BlogGoal(26, 180, START), 5);
    assertThat(pace.due()).as("26 in 180 days: one in the first ten").isEqualTo(1);
    assertThat(pace.behind()).isEqualTo(-4);
  }

  @Test
  void foretellsNothingBeforeTheFirstPostNorAfterTheLast() {
    assertThat(BlogPace.on(START, DAILY, 0).doneOn()).isNull();
    assertThat(BlogPace.on(START.minusDays(3), DAILY, 0).day()).isEqualTo(-2);
    assertThat(BlogPace.on(START.minusDays(3), DAILY, 0).due()).isZero();
    BlogPace reached = BlogPace.on(START.plusDays(150), DAILY, 180);
    assertThat(reached.isReached()).isTrue();
    assertThat(reached.doneOn()).isNull();
  }

  @Test
  void nobodyIsBehindOnTheFirstDay() {
    assertThat(BlogPace.on(START, DAILY, 0).behind()).isZero();
    assertThat(BlogPace.on(START, DAILY, 1).behind()).isZero();
    assertThat(BlogPace.on(START.plusDays(1), DAILY, 0).behind()).isEqualTo(2);
  }

  @Test
  void endsWithItsLastDay() {
    BlogGoal month = new BlogGoal(30, 30, START);
    assertThat(BlogPace.on(START.plusDays(29), month, 3).isOver()).isFalse();
    assertThat(BlogPace.on(START.plusDays(30), month, 3).isOver()).isTrue();
  }

  @Test
  void expectsNoMoreThanAllOnceTheDaysAreOver() {
    assertThat(BlogPace.on(START.plusDays(400), DAILY, 100).due()).isEqualTo(180);
  }

  @Test
  void whoeverWritesOnAsTheyDidIsDoneOnTheDayThatIsForetold() {
    Property.forAll(
        500,
        random -> {
          BlogGoal goal = new BlogGoal(1 + random.nextInt(400), 1 + random.nextInt(400), START);
          int day = 1 + random.nextInt(600);
          int posts = 1 + random.nextInt(goal.posts());
          LocalDate doneOn = BlogPace.on(START.plusDays(day - 1L), goal, posts).doneOn();
          if (posts >= goal.posts()) {
            assertThat(doneOn).isNull();
            return;
          }
          assertThat(doneOn).isNotNull();
          long inAll = START.until(doneOn, java.time.temporal.ChronoUnit.DAYS) + 1;
          assertThat(posts * inAll).isGreaterThanOrEqualTo((long) goal.posts() * day);
          assertThat(posts * (inAll - 1)).isLessThan((long) goal.posts() * day);
        });
  }

  @Test
  void aGoalIsSomething() {
    assertThatIllegalArgumentException().isThrownBy(() -> new BlogGoal(0, 1, START));
    assertThatIllegalArgumentException().isThrownBy(() -> new BlogGoal(1, 0, START));
  }
}
