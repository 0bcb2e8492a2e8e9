package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A daily post that was set in the first version goes on, and is not made twice. */
final class DailyPostsBeforeChannelsTest {
  private static final String LAST_OF_FIRST_VERSION = "15";

  /** Set at eight in the morning; today's post is there, and tomorrow's is planned. */
  private static final List<String> FACTS =
      List.of(
          "insert into community (community_id, name, met_at) values (1, 'lab', '2026-01-01"
              + " 08:00:00+00')",
          "insert into community_place (platform, external_id, community_id) values ('local',"
              + " 'lab', 1)",
          "insert into community_zone (community_id, since, zone) values (1, '2026-01-01"
              + " 08:00:00+00', 'UTC')",
          "insert into daily (community_id, platform, external_community_id, external_channel_id,"
              + " channel_name, wall_time, weekdays, pin, weekly, since) values (1, 'local',"
              + " 'lab', 'daily', 'daily', '08:00', 'mon,tue,wed,thu,fri,sat,sun', true, true,"
              + " '2026-01-01 08:00:00+00')",
          "insert into announcement (community_id, kind, announcement_key, platform,"
              + " external_community_id, external_channel_id, nonce, due_at, expires_at, state,"
              + " attempts, message_id, closed_at) values (1, 'daily', '2026-01-13', 'local',"
              + " 'lab', 'daily', 'daily-1', '2026-01-13 08:00:00+00', '2026-01-14"
              + " 04:00:00+00', 'SENT', 1, 'daily-1', '2026-01-13 08:00:00+00')",
          "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
              + " values ('daily', 'local/lab@2026-01-13T08:00:00Z', '2026-01-13 08:00:00+00',"
              + " false, 1)",
          "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
              + " values ('daily', 'local/lab@2026-01-14T08:00:00Z', '2026-01-14 08:00:00+00',"
              + " false, 1)");

  @ParameterizedTest
  @EnumSource
  void goOnAndAreNotMadeTwice(DatabaseUnderTest under) throws SQLException {
    under.upgrade(
        LAST_OF_FIRST_VERSION,
        FACTS,
        database -> {
          TestConversation lab = new TestConversation(database);
          lab.at("2026-01-13T12:00:00Z");
          assertThat(lab.posts()).as("today's is there").isEmpty();
          lab.at("2026-01-15T12:00:00Z");
          assertThat(lab.posts())
              .extracting(post -> post.at() + " " + post.message().pin())
              .containsExactly("2026-01-14T08:00:00Z true", "2026-01-15T08:00:00Z true");
        });
  }
}
