package dev.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.day.Period;
import dev.cairn.domain.day.StudyClock;
import dev.cairn.domain.group.GroupFold;
import dev.cairn.domain.group.GroupHistory;
import dev.cairn.domain.group.GroupScore;
import dev.cairn.domain.group.GroupStreak;
import dev.cairn.domain.group.Membership;
import dev.cairn.domain.group.Quorum;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.domain.streak.StreakFold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Groups of generated lives, against a reading of section 4 that goes through dates and members one
 * by one.
 */
class GroupPropertiesTest {
  private static final Instant BEGINS = Instant.parse("2026-03-01T00:00:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-02-20");

  private record Mate(
      NaiveStreak naive, List<Membership> memberships, Predicate<LocalDate> covers) {
    boolean belongs(LocalDate date) {
      return memberships.stream()
          .anyMatch(time ->
              date.isAfter(time.joinedOn())
                  && (time.leftOn() == null || !date.isAfter(time.leftOn())));
    }

    boolean expected(LocalDate date) {
      return belongs(date) && (naive.isChecked(date) || !covers.test(date));
    }

    boolean present(LocalDate date) {
      return belongs(date) && naive.isChecked(date);
    }
  }

  @Test
  void agreeWithAnIndependentReadingOfTheRules() {
    Property.forAll(
        40,
        random -> {
          Instant now = BEGINS.plus(Life.QUARTER.multipliedBy(random.nextInt(96 * 50)));
          Map<MemberId, MemberHistory> histories = new HashMap<>();
          List<Mate> mates = new ArrayList<>();
          List<Membership> memberships = new ArrayList<>();
          int size = 1 + random.nextInt(5);
          for (int id = 0; id < size; id++) {
            Life life = Life.generate(random, ZoneId.of("UTC"), BEGINS);
            Life.Recorder recorder = new Life.Recorder(life);
            NaiveStreak naive = new NaiveStreak(life);
            for (Life.Act act : life.acts()) {
              if (!act.at().isAfter(now)) {
                recorder.record(act);
                naive.record(act);
              }
            }
            MemberId member = new MemberId(id);
            List<Membership> own = memberships(member, random);
            histories.put(member, recorder.history());
            memberships.addAll(own);
            mates.add(new Mate(naive, own, naive.covers(now)));
          }
          Quorum quorum = new Quorum(1 + random.nextInt(100));
          GroupFold fold =
              new GroupFold(new GroupHistory(memberships, histories, Timeline.of(quorum)), now);

          assertThat(fold.streak()).isEqualTo(streak(mates, quorum, now));
          LocalDate today =
              new StudyClock(ZoneOffset.UTC, Timeline.of(StreakPolicy.DEFAULT)).dayAt(now);
          for (Period period : Period.values()) {
            DateRange range = period.around(today);
            assertThat(fold.score(range)).as("%s", period).isEqualTo(score(mates, range, now));
          }
        });
  }

  private static List<Membership> memberships(MemberId member, RandomGenerator random) {
    LocalDate joined = FIRST.plusDays(random.nextInt(30));
    if (random.nextBoolean()) {
      return List.of(new Membership(member, joined, null));
    }
    LocalDate left = joined.plusDays(random.nextInt(20));
    return random.nextBoolean()
        ? List.of(new Membership(member, joined, left))
        : List.of(
            new Membership(member, joined, left),
            new Membership(member, left.plusDays(random.nextInt(3)), null));
  }

  private static GroupStreak streak(List<Mate> mates, Quorum quorum, Instant now) {
    List<LocalDate> kept = new ArrayList<>();
    List<LocalDate> missed = new ArrayList<>();
    LocalDate last =
        mates.stream().map(mate -> mate.naive().today(now)).max(LocalDate::compareTo).orElseThrow();
    for (LocalDate date = FIRST; !date.isAfter(last); date = date.plusDays(1)) {
      LocalDate each = date;
      long expected = mates.stream().filter(mate -> mate.expected(each)).count();
      long present = mates.stream().filter(mate -> mate.present(each)).count();
      boolean closed =
          mates.stream()
              .filter(mate -> mate.belongs(each))
              .allMatch(mate -> mate.naive().isClosed(each, now));
      if (expected > 0 && present >= Math.ceil(expected * quorum.percent() / 100.0)) {
        kept.add(date);
      } else if (expected > 0 && closed) {
        missed.add(date);
      }
    }
    int longest = 0;
    for (LocalDate end : kept) {
      longest = Math.max(longest, since(missed, kept, end));
    }
    return new GroupStreak(
        since(missed, kept, last), longest, kept.isEmpty() ? null : kept.getLast());
  }

  /** How many dates were kept up to one since the last that was missed. */
  private static int since(List<LocalDate> missed, List<LocalDate> kept, LocalDate end) {
    LocalDate broken =
        missed.stream()
            .filter(date -> !date.isAfter(end))
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    return (int) kept.stream().filter(date -> date.isAfter(broken) && !date.isAfter(end)).count();
  }

  private static GroupScore score(List<Mate> mates, DateRange range, Instant now) {
    int present = 0;
    int absent = 0;
    boolean ranked = false;
    for (Mate mate : mates) {
      LocalDate today = mate.naive().today(now);
      for (LocalDate date = FIRST; !date.isAfter(today); date = date.plusDays(1)) {
        if (range.contains(date) && mate.expected(date)) {
          LocalDate each = date;
          ranked |= mates.stream().filter(other -> other.expected(each)).count() >= 2;
          if (mate.present(date)) {
            present++;
          } else if (mate.naive().isClosed(date, now)) {
            absent++;
          }
        }
      }
    }
    return new GroupScore(present, present + absent, ranked);
  }

  @Test
  void aGroupOfOneWithoutFreezesHasItsMembersStreak() {
    StreakPolicy withoutFreezes = StreakPolicy.DEFAULT.withFreezes(0, 7, 0).withComebackDays(0);
    Property.forAll(
        300,
        random -> {
          Life life = Life.generate(random);
          Life.Recorder recorder = new Life.Recorder(life);
          life.acts().forEach(recorder::record);
          MemberHistory history =
              recorder.history().and().policy(Timeline.of(withoutFreezes)).build();
          MemberId member = new MemberId(1);
          Instant now = life.ends().plus(Duration.ofHours(random.nextInt(60)));
          LocalDate joined =
              history.checked().isEmpty()
                  ? history.today(now)
                  : history.checked().firstKey().minusDays(1);
          GroupStreak group =
              new GroupFold(
                      new GroupHistory(
                          List.of(new Membership(member, joined, null)),
                          Map.of(member, history),
                          Timeline.of(Quorum.DEFAULT)),
                      now)
                  .streak();
          Streak own = StreakFold.fold(history, now);
          assertThat(group).isEqualTo(new GroupStreak(own.length(), own.longest(), own.lastDay()));
        });
  }
}
