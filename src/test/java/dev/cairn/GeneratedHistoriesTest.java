package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.Property;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.day.Period;
import dev.cairn.domain.group.Quorum;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.outage.OutageStore;
import dev.cairn.platform.local.Turn;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Communities in which members and moderators do what they like, told through commands: whatever is
 * kept derived in the database (streaks, leaderboards, groups' dates) equals the fold over the
 * facts from scratch, after any history.
 */
final class GeneratedHistoriesTest {
  private static final List<String> NAMES = List.of("asha", "Ben", "chen", "Dia");
  private static final List<String> GROUPS = List.of("Owls", "Larks");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private static final List<ZoneId> ZONES =
      List.of(
              "UTC",
              "Asia/Kolkata",
              "America/New_York",
              "Europe/London",
              "Australia/Lord_Howe",
              "Pacific/Apia",
              "Pacific/Kiritimati",
              "Pacific/Pago_Pago")
          .stream()
          .map(ZoneId::of)
          .toList();

  private static final List<Instant> BEGINNINGS =
      List.of(
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2026-03-01T00:00:00Z"),
          Instant.parse("2026-10-01T00:00:00Z"),
          Instant.parse("2011-12-15T00:00:00Z"));

  @Test
  void whatH2KeepsEqualsTheFoldFromScratch() {
    Property.forAll(40, random -> run(DatabaseUnderTest.H2, random));
  }

  @Test
  void whatPostgresqlKeepsEqualsTheFoldFromScratch() {
    Property.forAll(3, random -> run(DatabaseUnderTest.POSTGRESQL, random));
  }

  private static void run(DatabaseUnderTest under, RandomGenerator random) {
    try (Database database = under.open()) {
      new History(database, random).live();
    }
  }

  /** One community's history, real and modelled. */
  private static final class History {
    private final RandomGenerator random;
    private final Database database;
    private final TestConversation lab;
    private final ModelCommunity model;
    private final double diligence;
    private final double wanderlust;
    private Instant now;

    History(Database database, RandomGenerator random) {
      this.random = random;
      this.database = database;
      this.lab = new TestConversation(database);
      this.diligence = 0.6 + random.nextDouble() * 0.35;
      this.wanderlust = random.nextInt(3) == 0 ? 0.1 : 0.01;
      this.now = Property.oneOf(random, BEGINNINGS);
      this.model = new ModelCommunity(NAMES, now);
    }

    void live() {
      lab.at(now);
      NAMES.forEach(name -> lab.say(name, "/streak"));
      int acts = 60 + random.nextInt(140);
      for (int act = 0; act < acts; act++) {
        now = now.plus(QUARTER.multipliedBy(random.nextInt(28)));
        lab.at(now);
        act(Property.oneOf(random, NAMES));
        if (random.nextInt(8) == 0) {
          compare();
        } else if (random.nextInt(16) == 0) {
          aroundAnEnd();
        }
      }
      for (int day = 0; day < 4; day++) {
        compare();
        aroundAnEnd();
        now = now.plus(QUARTER.multipliedBy(random.nextInt(150)));
        lab.at(now);
      }
    }

    private void act(String name) {
      if (random.nextDouble() < wanderlust) {
        ZoneId zone = Property.oneOf(random, ZONES);
        expect(lab.say(name, "/settings timezone:" + zone), model.move(name, zone, now));
      } else if (random.nextInt(4) == 0) {
        rarer(name);
      } else if (random.nextDouble() < diligence) {
        checkIn(name);
      }
    }

    private void checkIn(String name) {
      if (!model.mayCheckIn(name, now)) {
        expect(lab.say(name, "/done"), false);
        return;
      }
      LocalDate today = model.today(name, now);
      boolean counted = model.checkIn(name, now);
      Streak streak = model.streak(name, now);
      assertThat(lab.facts(name, "/done"))
          .containsEntry("studyDay", today.toString())
          .containsEntry("counted", counted)
          .containsEntry("streak", streak.length())
          .containsEntry("longest", streak.longest())
          .containsEntry("freezes", streak.freezes());
    }

    private void rarer(String name) {
      LocalDate today = model.today(name, now);
      switch (random.nextInt(17)) {
        case 14, 15 -> expect(lab.say(name, "/done yesterday:true"), model.checkInLate(name, now));
        case 16 -> {
          Optional<LocalDate> undone = model.undo(name, now);
          Turn turn = lab.say(name, "/done undo:true");
          expect(turn, undone.isPresent());
          undone.ifPresent(day ->
              assertThat(turn.reply().facts().values())
                  .containsEntry("studyDay", day.toString())
                  .containsEntry("counted", false));
        }
        case 0 -> rest(name);
        case 1 -> {
          LocalDate until = today.plusDays(random.nextInt(10));
          expect(lab.say(name, "/pause until:" + until), model.pause(name, until, now));
        }
        case 2 -> expect(lab.say(name, "/pause off:true"), model.endPause(name, now));
        case 3 -> {
          boolean hidden = random.nextBoolean();
          expect(lab.say(name, "/settings hide:" + hidden), model.hide(name, hidden));
        }
        case 4, 5 -> {
          LocalDate day = today.minusDays(random.nextInt(5));
          expect(correct("grant", name, day), model.grant(name, day, now));
        }
        case 6 -> {
          LocalDate day = today.minusDays(random.nextInt(12));
          expect(correct("revoke", name, day), model.revoke(name, day));
        }
        case 7 -> {
          LocalDate day = today.minusDays(random.nextInt(7));
          expect(correct("excuse", name, day), model.excuse(name, day, now));
        }
        case 8 -> policy();
        case 9 -> {
          int percent = 1 + random.nextInt(100);
          expect(
              lab.moderate("mod", "/community set quorum:" + percent),
              model.setQuorum(new Quorum(percent), now));
        }
        case 10 -> outage(QUARTER.multipliedBy(1 + random.nextInt(20)));
        case 11 -> {
          String group = Property.oneOf(random, GROUPS);
          expect(lab.say(name, "/group create name:" + group), model.found(name, group, now));
        }
        case 12 -> {
          String group = Property.oneOf(random, GROUPS);
          expect(lab.say(name, "/group join name:" + group), model.join(name, group, now));
        }
        default -> {
          if (random.nextInt(3) == 0) {
            expect(lab.say(name, "/group leave"), model.leave(name, now));
          } else {
            ZoneId zone = Property.oneOf(random, ZONES);
            expect(
                lab.moderate("mod", "/community set timezone:" + zone),
                model.moveCommunity(zone, now));
          }
        }
      }
    }

    private void rest(String name) {
      Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
      for (int i = random.nextInt(4); i > 0; i--) {
        weekdays.add(Property.oneOf(random, List.of(DayOfWeek.values())));
      }
      String typed =
          weekdays.isEmpty()
              ? "none"
              : weekdays.stream()
                  .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(","));
      expect(lab.say(name, "/settings rest:" + typed), model.rest(name, weekdays, now));
    }

    private Turn correct(String how, String name, LocalDate day) {
      String reason = how.equals("grant") ? "forgot" : how.equals("revoke") ? "not so" : "ill";
      return lab.moderate(
          "mod", "/checkin %s member:@%s day:%s reason:\"%s\"".formatted(how, name, day, reason));
    }

    private void policy() {
      StreakPolicy policy =
          new StreakPolicy(
              random.nextInt(3),
              1 + random.nextInt(7),
              random.nextInt(4),
              random.nextInt(4),
              random.nextInt(9),
              random.nextInt(4),
              LocalTime.of(random.nextInt(7), 0),
              false);
      expect(
          lab.moderate(
              "mod",
              "/community set freezestart:%d freezeevery:%d freezecap:%d comebackdays:%d lateevery:%d restcap:%d daystart:%d"
                  .formatted(
                      policy.freezeStart(),
                      policy.freezeEvery(),
                      policy.freezeCap(),
                      policy.comebackDays(),
                      policy.lateEvery(),
                      policy.restDayCap(),
                      policy.dayStartsAt().getHour())),
          model.setPolicy(policy, now));
    }

    private void outage(Duration lasted) {
      new OutageStore(database).setReached(Platform.LOCAL, now.minus(lasted));
      lab.outageTracker().reached(Platform.LOCAL, now);
      model.outage(now.minus(lasted), now);
    }

    private void expect(Turn turn, boolean allowed) {
      assertThat(turn.problem() == null)
          .as("%s: %s", now, PlainText.of(turn.reply()))
          .isEqualTo(allowed);
    }

    private void compare() {
      for (String name : NAMES) {
        Streak streak = model.streak(name, now);
        assertThat(lab.facts("mod", "/streak member:@" + name))
            .as("%s of %s", now, name)
            .containsEntry("streak", streak.length())
            .containsEntry("longest", streak.longest())
            .containsEntry("freezes", streak.freezes())
            .containsEntry("status", streak.status().name().toLowerCase(Locale.ROOT))
            .containsEntry("lastDay", Objects.toString(streak.lastDay(), null));
        comeback(lab.facts("mod", "/streak member:@" + name), streak);
      }
      assertThat(rows("/leaderboard", "rank", "name", "value"))
          .as("%s by streak", now)
          .isEqualTo(model.members(Optional.empty(), now));
      for (Period period : Period.values()) {
        String word = period.name().toLowerCase(Locale.ROOT);
        assertThat(rows("/leaderboard period:" + word, "rank", "name", "value"))
            .as("%s by %s", now, word)
            .isEqualTo(model.members(Optional.of(period), now));
      }
      compareGroups();
    }

    /** The boards of groups the second before somebody's day ends, and when it does. */
    private void aroundAnEnd() {
      String name = Property.oneOf(random, NAMES);
      LocalDate today = model.today(name, now);
      Instant end = now;
      while (model.today(name, end).equals(today)) {
        end = end.plus(QUARTER);
      }
      if (random.nextBoolean()) {
        lab.cairn().renewGroupStandings();
      }
      now = end.minusSeconds(1);
      lab.at(now);
      compareGroups();
      now = end;
      lab.at(now);
      compareGroups();
    }

    private void compareGroups() {
      for (Period period : Period.values()) {
        String word = period.name().toLowerCase(Locale.ROOT);
        assertThat(
                rows(
                    "/leaderboard of:groups period:" + word,
                    "rank",
                    "name",
                    "value",
                    "percent",
                    "streak"))
            .as("%s of groups by %s", now, word)
            .isEqualTo(model.groups(period, now));
      }
    }

    private static void comeback(Map<String, @Nullable Object> facts, Streak streak) {
      Streak.Comeback comeback = streak.comeback();
      if (comeback == null || !comeback.isOpen()) {
        assertThat(facts).doesNotContainKey("comeback");
      } else {
        assertThat(facts)
            .containsEntry(
                "comeback",
                Map.of("days", comeback.days(), "of", comeback.of(), "streak", comeback.streak()));
      }
    }

    private List<String> rows(String command, String... columns) {
      List<String> rows = new ArrayList<>();
      Map<String, @Nullable Object> facts = lab.facts("mod", command);
      for (Object row : (List<?>) Objects.requireNonNull(facts.get("rows"))) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
          cells.add(String.valueOf(((Map<?, ?>) row).get(column)));
        }
        rows.add(String.join(" ", cells));
      }
      return rows;
    }
  }
}
