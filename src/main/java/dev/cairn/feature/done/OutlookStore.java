package dev.cairn.feature.done;

import dev.cairn.database.Database;
import dev.cairn.database.Row;
import dev.cairn.domain.blog.MilestoneRules;
import dev.cairn.domain.blog.Thresholds;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.feature.buddy.Buddies;
import dev.cairn.feature.journey.JourneyDecision;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.milestone.ThresholdText;
import dev.cairn.feature.path.Paths;
import dev.cairn.feature.reminder.Reminders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands around a check-in, which is what is given most often: all of it in one
 * statement, with a select around the union because H2 would parse a bare union anew each time.
 */
public final class OutlookStore {
  private static final String FACTS =
      """
      select * from (
      select 1 as turn, 'JOURNEY' as kind, 0 as position, starts_on as on_day, cast(null as varchar) as word,
        0 as many, 0 as present
      from journey where community_id = :community
      union all
      select 2, kind, position, from_day, detail, 0, 0
      from journey_decision where community_id = :community
      union all
      select 3, 'OWN_PACE', 0, cast(null as date), kind, 0, 0
      from member_path where community_id = :community and member_id = :member and kind <> :together
      union all
      select 3, 'REMINDED', 0, cast(null as date), cast(null as varchar), 0, 0
      from reminder where community_id = :community and member_id = :member
      union all
      select 3, 'TOLD', 0, cast(null as date), cast(null as varchar), 0, 0
      from announcement
      where community_id = :community and kind = 'reminder' and announcement_key = :reminder and state = 'SENT'
      union all
      select 3, 'NUDGED', 0, cast(null as date), cast(null as varchar), 0, 0
      from announcement
      where community_id = :community and kind = 'buddy' and announcement_key = :nudge and state = 'SENT'
      union all
      select 3, 'BUDDY', 0, cast(null as date), cast(null as varchar), 0, 0
      from buddy where community_id = :community and member_id = :member and buddy_id is not null
      union all
      select 3, 'REVOKED', 0, cast(null as date), cast(null as varchar), 0, 0
      from revocation where community_id = :community and member_id = :member and study_day = :today
      union all
      select 3, 'BEGAN', 0, min(study_day), cast(null as varchar), 0, 0
      from check_in where community_id = :community and member_id = :member
      union all
      select 3, 'MILESTONES', 0, cast(null as date), member_streak, 0, 0
      from milestone_policy where community_id = :community
      union all
      select 3, 'GROUP', cast(count(*) as int), own.joined_on, g.name,
        cast(count(case when m.joined_on < :today then 1 end) as int),
        cast(count(case when m.joined_on < :today then c.member_id end) as int)
      from group_membership own
      join study_group g on g.community_id = own.community_id and g.group_id = own.group_id
      join group_membership m
        on m.community_id = own.community_id and m.group_id = own.group_id and m.left_on is null
      left join check_in c
        on c.community_id = m.community_id and c.member_id = m.member_id and c.study_day = :today
      where own.community_id = :community and own.member_id = :member and own.left_on is null
      group by g.name, own.joined_on
      ) as facts
      order by turn, position
      """;

  private final Database database;

  public OutlookStore(Database database) {
    this.database = database;
  }

  /**
   * What stands around a member's check-in.
   *
   * @param today their study day
   */
  Outlook find(Member member, LocalDate today) {
    Reading reading = new Reading(today);
    database
        .query(FACTS)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("together", Paths.TOGETHER)
        .bind("today", today)
        .bind("reminder", Reminders.key(member, today))
        .bind("nudge", Buddies.nudgeKey(member, today))
        .each(reading::add);
    return reading.outlook();
  }

  private static final class Reading {
    private final LocalDate today;
    private @Nullable LocalDate start;
    private final List<JourneyDecision> decisions = new ArrayList<>();
    private boolean ownPace;
    private boolean reminded;
    private boolean told;
    private boolean nudged;
    private boolean buddy;
    private boolean revoked;
    private @Nullable LocalDate began;
    private Outlook.@Nullable GroupToday group;
    private Thresholds milestones = MilestoneRules.DEFAULT.memberStreak();

    Reading(LocalDate today) {
      this.today = today;
    }

    void add(Row row) {
      switch (row.text("kind")) {
        case "JOURNEY" -> start = row.date("on_day");
        case "OWN_PACE" -> ownPace = true;
        case "REMINDED" -> reminded = true;
        case "TOLD" -> told = true;
        case "NUDGED" -> nudged = true;
        case "BUDDY" -> buddy = true;
        case "REVOKED" -> revoked = true;
        case "BEGAN" -> began = row.find("on_day", LocalDate.class);
        case "MILESTONES" ->
            milestones =
                ThresholdText.read("streak", row.text("word"), MilestoneRules.Kind.MEMBER_STREAK);
        case "GROUP" ->
            group =
                new Outlook.GroupToday(
                    row.text("word"),
                    row.number("position"),
                    row.number("many"),
                    row.number("present"),
                    !row.date("on_day").isBefore(today));
        default ->
            decisions.add(
                new JourneyDecision(
                    row.date("on_day"),
                    row.get("kind", JourneyDecision.Kind.class),
                    row.text("word")));
      }
    }

    Outlook outlook() {
      JourneyCalendar journey = start == null ? null : JourneyDecision.journey(start, decisions);
      return new Outlook(
          journey, ownPace, group, reminded, told, nudged, buddy, revoked, began, milestones);
    }
  }
}
