package dev.cairn.feature.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.database.DatabaseUnderTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Boards of a database that counted check-ins and kept nothing in order are what they were. */
final class BoardsBeforeStandingsTest {
  private static final String LAST_WITH_COUNTS = "108";

  private static List<String> facts() {
    List<String> facts =
        new ArrayList<>(
            List.of(
                "insert into community (community_id, name, met_at) values (1, 'lab', '2026-01-01"
                    + " 08:00:00+00')",
                "insert into community_place (platform, external_id, community_id) values"
                    + " ('local', 'lab', 1)",
                "insert into community_zone (community_id, since, zone) values (1, '2026-01-01"
                    + " 08:00:00+00', 'UTC')"));
    member(facts, 900, "ben", false, 7, 4, 4, "2026-01-19");
    member(facts, 901, "Asha", false, 7, 3, 5, "2026-01-22");
    member(facts, 902, "cleo", true, 9, 9, 9, "2026-01-22");
    member(facts, 903, "Abe", false, 7, 3, 5, "2026-01-21");
    return facts;
  }

  private static void member(
      List<String> facts,
      int id,
      String name,
      boolean hidden,
      int checkIns,
      int streak,
      int longest,
      String breaksOn) {
    facts.add(
        "insert into member (community_id, member_id, name, hidden, met_at) values (1, %d, '%s', %s, '2026-01-01 08:00:00+00')"
            .formatted(id, name, hidden));
    facts.add(
        "insert into check_in_count (community_id, period, member_id, check_ins) values (1, 'ALL', %d, %d)"
            .formatted(id, checkIns));
    facts.add(
        "insert into streak (community_id, member_id, settled_streak, settled_longest, settled_freezes, settled_gap, streak, longest, breaks_at) values (1, %d, 0, 0, 0, 0, %d, %d, '%s 04:00:00+00')"
            .formatted(id, streak, longest, breaksOn));
  }

  @ParameterizedTest
  @EnumSource
  void areWhatTheyWere(DatabaseUnderTest under) throws SQLException {
    under.upgrade(
        LAST_WITH_COUNTS,
        facts(),
        database -> {
          TestConversation lab = new TestConversation(database).at("2026-01-20T12:00:00Z");
          assertThat(rows(lab, "/leaderboard")).containsExactly("1 Abe 3", "1 Asha 3");
          assertThat(rows(lab, "/leaderboard period:all"))
              .containsExactly("1 Abe 7", "1 Asha 7", "1 ben 7");
          lab.at("2026-01-21T12:00:00Z");
          assertThat(rows(lab, "/leaderboard")).containsExactly("1 Asha 3");
          assertThat(lab.facts("zoe", "/done")).containsEntry("counted", true);
          assertThat(rows(lab, "/leaderboard")).containsExactly("1 Asha 3", "2 zoe 1");
        });
  }

  @ParameterizedTest
  @EnumSource
  void groupsThatThereWereAreOnTheirBoard(DatabaseUnderTest under) throws SQLException {
    List<String> facts = facts();
    facts.addAll(
        List.of(
            "insert into study_group (community_id, group_id, name, owner_id, founded_at) values"
                + " (1, 70, 'Owls', 901, '2026-01-10 08:00:00+00')",
            "insert into group_membership (community_id, member_id, ordinal, group_id, joined_on,"
                + " joined_at) values (1, 901, 1, 70, '2026-01-10', '2026-01-10 08:00:00+00')"));
    under.upgrade(
        LAST_WITH_COUNTS,
        facts,
        database ->
            assertThat(
                    rows(
                        new TestConversation(database).at("2026-01-20T12:00:00Z"),
                        "/leaderboard of:groups"))
                .containsExactly("null Owls 0"));
  }

  private static List<String> rows(TestConversation lab, String line) {
    return ((List<?>) Objects.requireNonNull(lab.facts("zoe", line).get("rows")))
        .stream()
            .map(row -> (Map<?, ?>) Objects.requireNonNull(row))
            .map(row -> row.get("rank") + " " + row.get("name") + " " + row.get("value"))
            .toList();
  }
}
