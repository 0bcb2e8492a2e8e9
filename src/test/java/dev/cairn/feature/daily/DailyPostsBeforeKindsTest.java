package dev.cairn.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.database.DatabaseUnderTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Daily posts that were set before a channel could have several stay as they were. */
final class DailyPostsBeforeKindsTest {
  private static final String LAST_BEFORE = "106";

  private static final String DAILY =
      "insert into daily (community_id, platform, external_community_id, external_channel_id,"
          + " channel_name, wall_time, weekdays, track, pin, weekly, since) values (1, 'local',"
          + " 'lab', '%1$s', '%1$s', '08:00', 'mon,tue,wed,thu,fri,sat,sun', %2$s, %3$s, false,"
          + " '2026-01-01 08:00:00+00')";

  private static final List<String> FACTS =
      List.of(
          "insert into community (community_id, name, met_at) values (1, 'lab', '2026-01-01"
              + " 08:00:00+00')",
          "insert into community_place (platform, external_id, community_id) values ('local',"
              + " 'lab', 1)",
          "insert into community_zone (community_id, since, zone) values (1, '2026-01-01"
              + " 08:00:00+00', 'UTC')",
          DAILY.formatted("daily", "null", "true"),
          DAILY.formatted("pipelines", "'mlops'", "false"));

  @ParameterizedTest
  @EnumSource
  void areTopicsWithAThreadAndMentionNobody(DatabaseUnderTest under) throws SQLException {
    under.upgrade(
        LAST_BEFORE,
        FACTS,
        database -> {
          TestConversation lab = new TestConversation(database);
          assertThat(lab.moderate("mod", "/daily show channel:#daily").text())
              .contains("Posted: the topic", "Thread: below each post", "Pinned: yes")
              .doesNotContain("Track:", "Mentions:");
          assertThat(lab.moderate("mod", "/daily show channel:#pipelines").text())
              .contains("Track: mlops", "Pinned: no");
        });
  }
}
