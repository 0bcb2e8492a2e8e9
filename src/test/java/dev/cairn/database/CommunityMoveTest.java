package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that a move of a community forgot would lose what is in it. */
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
}
