package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.CommunityId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that a move of a community, or its end, forgot would lose or keep what is in it. */
final class CommunityMoveTest {

  @ParameterizedTest
  @EnumSource
  void ofEveryTableItIsDecidedWhetherItComesAlong(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      assertThat(CommunityMove.undecided(database.read(Tables::of))).isEmpty();
      database.update("create table planted (community_id bigint primary key)").execute();
      assertThat(CommunityMove.undecided(database.read(Tables::of))).containsExactly("planted");
      database
          .update(
              "create table planted_of_member (community_id bigint, member_id bigint, foreign key (community_id, member_id) references member)")
          .execute();
      assertThat(CommunityMove.undecided(database.read(Tables::of)))
          .as("what hangs on a member comes along by itself")
          .containsExactly("planted");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everythingOfACommunityGoesAndNothingOfAnother(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      RandomRows.addTo(database, new Random(11));
      List<Long> communities =
          database
              .query("select community_id from community order by community_id")
              .list(Long.class);
      assertThat(communities).hasSizeGreaterThan(2);
      // Work that is planned refers to no table, and may name any community.
      database
          .update("update scheduled_tasks set community_id = :id")
          .bind("id", communities.getFirst())
          .execute();
      List<CommunityRecords> records =
          communities.stream()
              .map(id -> new CommunityRecords(database, new CommunityId(id)))
              .toList();
      while (!counts(records).stream().allMatch(Map::isEmpty)) {
        List<Map<String, Long>> before = counts(records);
        int gone = firstWithRows(before);
        database.transaction(() -> records.get(gone).delete());
        List<Map<String, Long>> after = counts(records);
        assertThat(after.get(gone)).isEmpty();
        assertThat(after.subList(gone + 1, after.size()))
            .isEqualTo(before.subList(gone + 1, before.size()));
      }
      for (String table : CommunityRecords.tables(database.read(Tables::of))) {
        long left =
            database
                .query("select count(*) from " + table + " where community_id is not null")
                .one(Long.class);
        assertThat(left).as(table).isZero();
      }
    }
  }

  private static List<Map<String, Long>> counts(List<CommunityRecords> records) {
    return records.stream().map(CommunityRecords::count).toList();
  }

  private static int firstWithRows(List<Map<String, Long>> counts) {
    int first = 0;
    while (counts.get(first).isEmpty()) {
      first++;
    }
    return first;
  }
}
