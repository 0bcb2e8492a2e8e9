package dev.cairn.feature.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.blog.PostStore;
import dev.cairn.feature.feed.FeedFetcher;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Posts and milestones of a community that becomes a part of another. */
final class PostMoveTest {
  private static final Instant SOON = Instant.parse("2026-01-01T10:00:00Z");

  @ParameterizedTest
  @EnumSource
  void comeAlongWithTheirMembers(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      TestCommunity arriving =
          new TestCommunity(database, new FeedFetcher(), "annex").at("2026-01-01T09:00:00Z");
      lab.write("asha", 1, 2);
      arriving.write("ben", 1, 3);
      CommunityId from = arriving.member("ben").community().id();
      CommunityId to = lab.member("asha").community().id();
      long ben = arriving.member("ben").id().value();
      database.transaction(() -> {
        new JobQueue(database).plan(new JobKey("feed", from, String.valueOf(ben)), SOON);
        new LinkStore(database).move(from, to);
      });
      assertThat(lab.reached())
          .containsExactlyInAnyOrder("asha MEMBER_POSTS 1 WAITING", "ben MEMBER_POSTS 1 WAITING");
      assertThat(new PostStore(database).tally(lab.member("asha").community(), 0)).isEqualTo(5);
      arriving.say("ben", "/blog remove https://ben.example/1");
      arriving.say("ben", "/blog remove https://ben.example/2");
      arriving.say("ben", "/blog remove https://ben.example/3");
      arriving.write("ben", 1, 1);
      assertThat(lab.reached()).as("not reached again").hasSize(2);
      assertThat(database.query("select task_instance from scheduled_tasks").one(String.class))
          .startsWith(to.value() + "." + ben + "@");
      assertThat(database.query("select community_id from scheduled_tasks").one(Long.class))
          .isEqualTo(to.value());
    }
  }
}
