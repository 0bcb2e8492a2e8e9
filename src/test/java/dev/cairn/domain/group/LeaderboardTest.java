package dev.cairn.domain.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LeaderboardTest {
  @Test
  void equalValuesShareARank() {
    Leaderboard<MemberStanding> board =
        Leaderboard.ofMembers(
            List.of(
                member(1, "asha", 3, 3),
                member(2, "bo", 9, 9),
                member(3, "chi", 3, 3),
                member(4, "dee", 1, 9)));

    assertThat(board.ranked())
        .extracting(rank -> rank.place() + " " + rank.standing().name())
        .containsExactly("1 bo", "2 asha", "2 chi", "4 dee");
    assertThat(board.unranked()).isEmpty();
  }

  @Test
  void withinARankComesTheLongerLongestThenTheNameThenTheId() {
    Leaderboard<MemberStanding> board =
        Leaderboard.ofMembers(
            List.of(
                member(5, "Bo", 3, 4),
                member(4, "asha", 3, 4),
                member(3, "bo", 3, 4),
                member(2, "zoe", 3, 5),
                member(1, "CHI", 3, 4)));

    assertThat(board.ranked())
        .extracting(rank -> rank.standing().member().value())
        .containsExactly(2L, 4L, 3L, 5L, 1L);
    assertThat(board.ranked()).extracting(Leaderboard.Rank::place).containsOnly(1);
  }

  @Test
  void theRatioOrdersAsPercentagesDo() {
    Property.forAll(
        2_000,
        random -> {
          GroupScore one = score(random);
          GroupScore other =
              random.nextBoolean()
                  ? score(random)
                  // As near as two can be.
                  : new GroupScore(
                      Math.max(0, one.present() - random.nextInt(2)),
                      Math.max(one.present(), one.expected() - random.nextInt(2)),
                      true);
          assertThat(Long.compare(one.ratio(), other.ratio()))
              .as("%s and %s", one, other)
              .isEqualTo(GroupScore.BY_RATIO.compare(one, other));
        });
  }

  private static GroupScore score(RandomGenerator random) {
    int most = random.nextBoolean() ? 20 : Integer.MAX_VALUE;
    int expected = random.nextInt(most);
    return new GroupScore(expected == 0 ? 0 : random.nextInt(expected), expected, true);
  }

  @Test
  void groupsAreOrderedByExactPercentageThenStreakThenCheckInsThenName() {
    Leaderboard<GroupStanding> board =
        Leaderboard.ofGroups(
            List.of(
                group(1, "alone", new GroupScore(9, 9, false), 9),
                group(2, "two thirds", new GroupScore(2, 3, true), 1),
                group(3, "a bit more", new GroupScore(667, 1000, true), 1),
                group(4, "half, longer streak", new GroupScore(1, 2, true), 4),
                group(5, "half, more check-ins", new GroupScore(3, 6, true), 3),
                group(6, "half, Z", new GroupScore(1, 2, true), 3),
                group(7, "Half, A", new GroupScore(1, 2, true), 3),
                group(9, "half, a", new GroupScore(1, 2, true), 3),
                group(8, "half, A", new GroupScore(1, 2, true), 3),
                group(10, "none yet", new GroupScore(0, 0, true), 0)));

    assertThat(board.ranked())
        .extracting(rank -> rank.place() + ":" + rank.standing().group().value())
        .containsExactly("1:3", "2:2", "3:4", "3:5", "3:7", "3:8", "3:9", "3:6", "9:10");
    assertThat(board.unranked()).extracting(GroupStanding::name).containsExactly("alone");
  }

  @Test
  void aPlaceIsOneMoreThanHowManyAreBetterWhateverTheOrderTheyComeIn() {
    Property.forAll(
        300,
        random -> {
          List<MemberStanding> members = new ArrayList<>();
          for (int id = random.nextInt(30); id > 0; id--) {
            members.add(
                member(
                    id,
                    Property.oneOf(random, List.of("ann", "Ann", "ben")),
                    random.nextInt(6),
                    random.nextInt(3)));
          }
          Leaderboard<MemberStanding> board = Leaderboard.ofMembers(members);
          List<MemberStanding> shuffled = new ArrayList<>(members);
          Collections.shuffle(shuffled, new Random(random.nextLong()));

          assertThat(Leaderboard.ofMembers(shuffled)).isEqualTo(board);
          assertThat(board.ranked())
              .extracting(Leaderboard.Rank::standing)
              .containsExactlyInAnyOrderElementsOf(members);
          for (Leaderboard.Rank<MemberStanding> rank : board.ranked()) {
            long better =
                members.stream().filter(other -> other.value() > rank.standing().value()).count();
            assertThat(rank.place()).isEqualTo((int) better + 1);
          }
        });
  }

  private static MemberStanding member(long id, String name, long value, int longest) {
    return new MemberStanding(new MemberId(id), name, value, longest);
  }

  private static GroupStanding group(long id, String name, GroupScore score, int streak) {
    return new GroupStanding(new GroupId(id), name, score, streak);
  }
}
