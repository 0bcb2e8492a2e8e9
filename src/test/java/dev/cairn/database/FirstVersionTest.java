package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.day.Verdict;
import dev.cairn.domain.streak.Ledger;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.CommunityStore;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.MemberStore;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import dev.cairn.jobs.JobQueue.Due;
import dev.cairn.jobs.JobQueue.Entry;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a community had by the rules of the first version, it has by those of today. */
final class FirstVersionTest {
  private static final String LAST_OF_FIRST_VERSION = "15";

  private static final List<String> FACTS =
      List.of(
          "insert into community (community_id, name, met_at) values (1, 'lab', '2026-01-01"
              + " 08:00:00+00')",
          "insert into community_place (platform, external_id, community_id) values ('local',"
              + " 'lab', 1)",
          "insert into community_zone (community_id, since, zone) values (1, '2026-01-01"
              + " 08:00:00+00', 'UTC')",
          "insert into member (community_id, member_id, name, met_at) values (1, 1, 'asha',"
              + " '2026-01-01 08:00:00+00')",
          "insert into account (platform, external_community_id, external_user_id, community_id,"
              + " member_id) values ('local', 'lab', 'asha', 1, 1)",
          "insert into member_zone (community_id, member_id, since, zone)"
              + " values (1, 1, '2026-01-12 15:00:00+00', 'Pacific/Kiritimati')",
          "insert into rest_choice (community_id, member_id, chosen_on, weekdays) values (1, 1,"
              + " '2026-01-02', 'sat')",
          "insert into rest_choice (community_id, member_id, chosen_on, weekdays) values (1, 1,"
              + " '2026-01-05', 'none')",
          "insert into group_policy (community_id, from_day, quorum, size_limit) values (1,"
              + " '2026-01-04', 80, 9)",
          "insert into study_group (community_id, group_id, name, owner_id, founded_at)"
              + " values (1, 1, 'Owls', 1, '2026-01-01 09:00:00+00')",
          "insert into group_membership (community_id, member_id, ordinal, group_id, joined_on,"
              + " joined_at, left_on, left_at) values (1, 1, 1, 1, '2026-01-01', '2026-01-01"
              + " 09:00:00+00', '2026-01-10', '2026-01-10 09:00:00+00')");

  /** What was planned, as each kind named it: its kind, a colon, its instance. */
  private static final List<String> JOBS =
      List.of(
          "announcement:1.7@2026-01-13T09:00:00Z",
          "feed:1.1@2026-01-13T09:00:00.250Z",
          "daily:local/lab@2026-01-13T09:00:00Z",
          "weekly:local/lab@2026-01-13T09:00:00Z",
          "reminder:1 local/lab@2026-01-13T09:00:00Z",
          "daily:local/forgotten@2026-01-13T09:00:00Z");

  private static final Instant PLANNED = Instant.parse("2026-01-13T09:00:00Z");

  private static final List<Entry> JOBS_NOW =
      List.of(
          entry("announcement", "7", PLANNED),
          entry("feed", "1", PLANNED.plusMillis(250)),
          entry("daily", "local/lab", PLANNED),
          entry("weekly", "local/lab", PLANNED),
          entry("reminder", "1 local/lab", PLANNED));

  private static Entry entry(String kind, String subject, Instant at) {
    return new Entry(new JobKey(kind, new CommunityId(1), subject), at);
  }

  private static List<Entry> jobs(Database database) {
    JobQueue queue = new JobQueue(database);
    List<Entry> jobs = new ArrayList<>();
    for (Optional<Due> due = queue.next(PLANNED); due.isPresent(); due = queue.next(PLANNED)) {
      jobs.add(due.get().entry());
      queue.remove(due.get().entry());
    }
    return jobs;
  }

  /** A week, with a freeze at its end; a gap of two days, which is one too many; three days. */
  private static final List<Integer> CHECKED = List.of(1, 2, 4, 5, 6, 7, 8, 9, 12, 13);

  private static LocalDate day(int number) {
    return LocalDate.of(2026, 1, number);
  }

  @ParameterizedTest
  @EnumSource
  void streaksGroupsAndChoicesStayAsTheyWere(DatabaseUnderTest under) throws SQLException {
    List<String> facts = new ArrayList<>(FACTS);
    for (String job : JOBS) {
      int colon = job.indexOf(':');
      facts.add(
          "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
              + " values ('%s', '%s', '2026-01-13 09:00:00+00', false, 1)"
                  .formatted(job.substring(0, colon), job.substring(colon + 1)));
    }
    for (int number : CHECKED) {
      facts.add(
          "insert into check_in (community_id, member_id, study_day, checked_at, zone)"
              + " values (1, 1, '%s', '%s 12:00:00+00', 'UTC')"
                  .formatted(day(number), day(number)));
    }
    under.upgrade(
        LAST_OF_FIRST_VERSION,
        facts,
        database -> {
          staysAsItWas(database);
          assertThat(jobs(database)).containsExactlyInAnyOrderElementsOf(JOBS_NOW);
        });
  }

  private static void staysAsItWas(Database database) {
    Community lab =
        new CommunityStore(database).find(new Place(Platform.LOCAL, "lab")).orElseThrow();
    Member asha = new MemberStore(database).find(lab, new MemberId(1)).orElseThrow();
    TestCommunity rules = new TestCommunity(database);
    // An hour after the move, which took effect at once: it is the 13th there.
    Instant now = Instant.parse("2026-01-12T16:00:00Z");
    Streak streak = rules.streaks.of(asha, now);
    assertThat(streak.today()).isEqualTo(day(13));
    assertThat(streak.status()).isEqualTo(Streak.Status.DONE);
    assertThat(streak.length()).isEqualTo(2);
    assertThat(streak.longest()).isEqualTo(8);
    assertThat(streak.freezes()).isEqualTo(1);
    assertThat(streak.comeback()).isNull();
    List<Ledger.Entry> entries = Ledger.of(rules.streaks.history(asha), now).entries();
    assertThat(entries.get(2).verdict()).isEqualTo(new Verdict.RestDay(day(2)));
    assertThat(entries.get(9).verdict()).isInstanceOf(Verdict.Missed.class);
    assertThat(entries.get(10).verdict()).isInstanceOf(Verdict.Missed.class);
    assertThat(rules.streaks.history(asha).restDays().at(day(3)).weekdays())
        .isEqualTo(Set.of(DayOfWeek.SATURDAY));

    assertThat(rules.groupStore.on(asha, day(9))).hasSize(1);
    assertThat(rules.groupStore.on(asha, day(10))).as("the day of leaving did not count").isEmpty();
    assertThat(rules.groupStore.policy(lab.id()).timeline().at(day(4)).quorum().percent())
        .isEqualTo(80);

    LocalDate today = database.query("select current_date").one(LocalDate.class);
    assertThat(lab.decisions())
        .as("what is new holds where no day has begun yet")
        .isEqualTo(
            new Decisions<>(
                StreakPolicy.FIRST,
                List.of(new Decisions.Decision<>(null, today.plusDays(2), StreakPolicy.DEFAULT))));
  }
}
