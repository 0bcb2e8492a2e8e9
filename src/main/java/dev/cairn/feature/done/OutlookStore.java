package dev.cairn.feature.done;

import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.database.remembered.RememberedAnswers;
import dev.cairn.domain.MemberId;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what stands around a check-in, which is what is given most often. */
public final class OutlookStore {
  private static final int MOST_REMEMBERED = 2_000;

  /** All tables that {@link #SELDOM_CHANGED} reads. */
  private static final String[] TABLES = {
    "journey", "journey_decision", "member_path", "reminder", "buddy", "milestone_policy"
  };

  private static final String SELDOM_CHANGED =
      """
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
      select 3, 'BUDDY', 0, cast(null as date), cast(null as varchar), 0, 0
      from buddy where community_id = :community and member_id = :member and buddy_id is not null
      union all
      select 3, 'MILESTONES', 0, cast(null as date), member_streak, 0, 0
      from milestone_policy where community_id = :community
      """;

  private static final String TODAY =
      """
      select 3 as turn, 'TOLD' as kind, 0 as position, cast(null as date) as on_day,
        cast(null as varchar) as word, 0 as many, 0 as present
      from announcement
      where community_id = :community and kind = 'reminder' and announcement_key = :reminder and state = 'SENT'
      union all
      select 3, 'NUDGED', 0, cast(null as date), cast(null as varchar), 0, 0
      from announcement
      where community_id = :community and kind = 'buddy' and announcement_key = :nudge and state = 'SENT'
      union all
      select 3, 'REVOKED', 0, cast(null as date), cast(null as varchar), 0, 0
      from revocation where community_id = :community and member_id = :member and study_day = :today
      union all
      select 3, 'BEGAN', 0, min(study_day), cast(null as varchar), 0, 0
      from check_in where community_id = :community and member_id = :member
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
      """;

  private final Database database;
  private final RememberedAnswers<MemberId, List<Fact>> seldomChanged;

  public OutlookStore(Database database) {
    this.database = database;
    this.seldomChanged = database.remembering(MOST_REMEMBERED, TABLES);
  }

  /**
   * Something that stands around a check-in.
   *
   * @param kind what it is, which says what the rest means
   */
  private record Fact(
      String kind,
      int position,
      @Nullable LocalDate day,
      @Nullable String word,
      int many,
      int present) {
    static Fact of(Row row) {
      return new Fact(
          row.text("kind"),
          row.number("position"),
          row.find("on_day", LocalDate.class),
          row.findText("word"),
          row.number("many"),
          row.number("present"));
    }

    LocalDate onDay() {
      return Objects.requireNonNull(day, kind);
    }

    String inWords() {
      return Objects.requireNonNull(word, kind);
    }
  }

  /**
   * What stands around a member's check-in.
   *
   * @param today their study day
   */
  Outlook find(Member member, LocalDate today) {
    Reading reading = new Reading(today);
    if (database.isExclusive()) {
      seldomChanged
          .get(
              member.id(),
              () -> of(member, SELDOM_CHANGED).bind("together", Paths.TOGETHER).list(Fact::of))
          .forEach(reading::add);
      today(of(member, TODAY), member, today).list(Fact::of).forEach(reading::add);
    } else {
      // All in one statement.
      today(of(member, SELDOM_CHANGED + " union all " + TODAY), member, today)
          .bind("together", Paths.TOGETHER)
          .list(Fact::of)
          .forEach(reading::add);
    }
    return reading.outlook();
  }

  /**
   * In order, with a select around the union because H2 would parse a bare union anew each time.
   */
  private Query of(Member member, String facts) {
    return database
        .query("select * from (" + facts + ") as facts order by turn, position")
        .bind("community", member.community().id())
        .bind("member", member.id());
  }

  private static Query today(Query query, Member member, LocalDate today) {
    return query
        .bind("today", today)
        .bind("reminder", Reminders.key(member, today))
        .bind("nudge", Buddies.nudgeKey(member, today));
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

    void add(Fact fact) {
      switch (fact.kind()) {
        case "JOURNEY" -> start = fact.onDay();
        case "OWN_PACE" -> ownPace = true;
        case "REMINDED" -> reminded = true;
        case "TOLD" -> told = true;
        case "NUDGED" -> nudged = true;
        case "BUDDY" -> buddy = true;
        case "REVOKED" -> revoked = true;
        case "BEGAN" -> began = fact.day();
        case "MILESTONES" ->
            milestones =
                ThresholdText.read("streak", fact.inWords(), MilestoneRules.Kind.MEMBER_STREAK);
        case "GROUP" ->
            group =
                new Outlook.GroupToday(
                    fact.inWords(),
                    fact.position(),
                    fact.many(),
                    fact.present(),
                    !fact.onDay().isBefore(today));
        default ->
            decisions.add(
                new JourneyDecision(
                    fact.onDay(), JourneyDecision.Kind.valueOf(fact.kind()), fact.inWords()));
      }
    }

    Outlook outlook() {
      JourneyCalendar journey = start == null ? null : JourneyDecision.journey(start, decisions);
      return new Outlook(
          journey, ownPace, group, reminded, told, nudged, buddy, revoked, began, milestones);
    }
  }
}
