package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.database.DatabaseUnderTest.Version;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No date that is kept stands for "none" or "always". */
final class StandInDatesTest {

  /** Communities of every version, with what it kept. */
  private static final List<Version> VERSIONS =
      List.of(
          new Version(
              "1",
              List.of(
                  "insert into community (community_id, name, met_at) values (1, 'lab', '2026-01-01"
                      + " 08:00:00+00')",
                  "insert into community_place (platform, external_id, community_id) values"
                      + " ('local', 'lab', 1)",
                  "insert into community_zone (community_id, since, zone) values (1, '2026-01-01"
                      + " 08:00:00+00', 'UTC')",
                  "insert into member (community_id, member_id, name, met_at) values (1, 900,"
                      + " 'asha', '2026-01-01 08:00:00+00')",
                  "insert into member (community_id, member_id, name, met_at) values (1, 901, 'bo',"
                      + " '2026-01-01 08:00:00+00')",
                  "insert into account (platform, external_community_id, external_user_id,"
                      + " community_id, member_id) values ('local', 'lab', 'asha', 1, 900)",
                  "insert into account (platform, external_community_id, external_user_id,"
                      + " community_id, member_id) values ('local', 'lab', 'bo', 1, 901)",
                  "insert into member_zone (community_id, member_id, since, zone) values (1, 900,"
                      + " '1970-01-01 00:00:00+00', 'Asia/Kolkata')",
                  "insert into member_zone (community_id, member_id, since, zone) values (1, 901,"
                      + " '1970-01-01 00:00:00+00', 'Asia/Kolkata')",
                  "insert into member_zone (community_id, member_id, since, zone) values (1, 901,"
                      + " '2026-01-01 08:00:00+00', 'Asia/Tokyo')",
                  "insert into check_in (community_id, member_id, study_day, checked_at, zone)"
                      + " values (1, 900, '2026-01-01', '2026-01-01 09:00:00+00', 'UTC')",
                  "insert into check_in (community_id, member_id, study_day, checked_at, zone)"
                      + " values (1, 900, '2026-01-02', '2026-01-02 09:00:00+00', 'UTC')",
                  "insert into journey (community_id, starts_on) values (1, '2026-01-01')",
                  "insert into journey_decision (community_id, position, from_day, kind, detail)"
                      + " values (1, 0, '1970-01-01', 'LEAVE_OUT', 'sat,sun')")),
          new Version(
              "2",
              List.of(
                  "insert into streak (community_id, member_id, settled_through, settled_streak,"
                      + " settled_longest, settled_freezes, settled_gap, streak, longest) values"
                      + " (1, 900, '0001-01-01', 0, 0, 0, 0, 0, 0)",
                  "insert into streak (community_id, member_id, settled_through, settled_streak,"
                      + " settled_longest, settled_freezes, settled_gap, streak, longest) values"
                      + " (1, 901, '1970-01-01', 0, 0, 0, 0, 0, 0)")),
          new Version(
              "4",
              List.of(
                  "insert into check_in_count (community_id, period, starts_on, member_id,"
                      + " check_ins) values (1, 'ALL', '0001-01-01', 900, 1)",
                  "insert into check_in_count (community_id, period, starts_on, member_id,"
                      + " check_ins) values (1, 'ALL', '0001-01-03', 900, 1)")));

  @ParameterizedTest
  @EnumSource
  void whatWasKeptFromTheFirstVersionOnHasNone(DatabaseUnderTest under) throws SQLException {
    under.upgrade(
        VERSIONS,
        database -> {
          assertThat(standIns(database)).isEmpty();
          TestConversation lab = new TestConversation(database).at("2026-01-03T12:00:00Z");
          assertThat(lab.text("asha", "/leaderboard period:all")).contains("asha").contains("2");
          assertThat(lab.text("asha", "/settings")).contains("Asia/Kolkata");
          assertThat(lab.text("bo", "/settings")).contains("Asia/Tokyo");
          assertThat(lab.text("asha", "/topic"))
              .as("a Saturday")
              .contains("leaves out this weekday");
          assertThat(
                  lab.cairn()
                      .recomputation()
                      .run(java.time.Instant.parse("2026-01-03T12:00:00Z"))
                      .checkIns())
              .as("what the fourth version did not fill in")
              .isZero();
        });
  }

  @ParameterizedTest
  @EnumSource
  void noCommandKeepsOne(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      RandomConversation conversation = new RandomConversation(database, new Random(11));
      conversation.run(400);
      new TestConversation(database).moderate("mod", "/journey start weekdays:sat,sun");
      assertThat(standIns(database)).isEmpty();
      assertThat(
              new TestConversation(database)
                  .at(conversation.now())
                  .cairn()
                  .recomputation()
                  .run(conversation.now())
                  .total())
          .as("what is kept for speed is what the records come to")
          .isZero();
    }
  }

  private static List<String> standIns(Database database) {
    return database.read(handle -> {
      List<String> found = new ArrayList<>();
      for (Map.Entry<String, List<Tables.Column>> table : Tables.of(handle).columns().entrySet()) {
        for (Tables.Column column : table.getValue()) {
          if (column.type() == Types.DATE || column.type() == Types.TIMESTAMP_WITH_TIMEZONE) {
            long rows =
                handle
                    .createQuery(
                        "select count(*) from %1$s where %2$s < date '1971-01-01' or %2$s > date '9000-01-01'"
                            .formatted(table.getKey(), column.name()))
                    .mapTo(Long.class)
                    .one();
            if (rows > 0) {
              found.add(table.getKey() + "." + column.name());
            }
          }
        }
      }
      return found;
    });
  }
}
