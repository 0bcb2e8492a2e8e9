package dev.cairn.feature.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Problem;
import dev.cairn.connection.RewardRoles;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.LocalMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Section 9, told through commands: a race of two groups of two from Monday to Sunday. */
final class RaceTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-01-05");
  private static final String START = "/race start name:Sprint from:2026-01-05 until:2026-01-11";

  private static TestConversation groups(Database database) {
    TestConversation lab = new TestConversation(database).at("2026-01-03T09:00:00Z");
    lab.say("asha", "/group create name:Owls");
    lab.say("ben", "/group join name:Owls");
    lab.say("chen", "/group create name:Larks");
    lab.say("dia", "/group join name:Larks");
    lab.at("2026-01-04T09:00:00Z");
    return lab;
  }

  private static void study(TestConversation lab, int day, String... members) {
    lab.at(FIRST.plusDays(day) + "T12:00:00Z");
    for (String member : members) {
      assertThat(lab.facts(member, "/done")).containsEntry("counted", true);
    }
  }

  private static @Nullable Object state(TestConversation lab) {
    return lab.facts("asha", "/race show").get("state");
  }

  private static List<String> rows(TestConversation lab) {
    return ((List<?>) Objects.requireNonNull(lab.facts("asha", "/race show").get("rows")))
        .stream()
            .map(row -> (Map<?, ?>) row)
            .map(row ->
                "%s %s %s%% %s %s"
                    .formatted(
                        row.get("rank"),
                        row.get("name"),
                        row.get("percent"),
                        row.get("streak"),
                        row.get("value")))
            .toList();
  }

  @ParameterizedTest
  @EnumSource
  void goesFromPlannedToOverAndItsResultStands(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = groups(database);
      assertThat(lab.moderate("mod", START).problem()).isNull();
      assertThat(lab.facts("asha", "/race show"))
          .containsEntry("name", "Sprint")
          .containsEntry("from", "2026-01-05")
          .containsEntry("until", "2026-01-11")
          .containsEntry("state", "planned");
      study(lab, 0, "asha", "ben", "chen");
      assertThat(state(lab)).isEqualTo("running");
      assertThat(rows(lab)).containsExactly("1 Owls 100% 1 2", "1 Larks 100% 1 1");
      for (int day = 1; day < 7; day++) {
        study(lab, day, "asha", "chen", "dia");
      }
      lab.at("2026-01-12T03:59:59Z");
      assertThat(state(lab)).isEqualTo("running");
      lab.at("2026-01-12T04:00:00Z");
      assertThat(state(lab)).isEqualTo("over");
      List<String> result = List.of("1 Larks 93% 7 13", "2 Owls 57% 7 8");
      assertThat(lab.text("chen", "/streak")).contains("Badges: 7 in a row · won “Sprint”");
      assertThat(lab.text("ben", "/streak")).doesNotContain("Badges");
      assertThat(lab.text("ben", "/leaderboard"))
          .contains("chen, 7 days (7 in a row · 1 race won)")
          .contains("asha, 7 days (7 in a row);");
      assertThat(lab.press("ben", "leaderboard of:members page:1 table:true").text())
          .contains("7 in a row · 1 race won");
      assertThat(lab.say("ben", "/leaderboard").reply().facts().toString())
          .contains("badges=7 in a row · 1 race won");
      assertThat(rows(lab)).isEqualTo(result);
      assertThat(lab.moderate("mod", "/checkin grant @ben 2026-01-08 reason:forgot").problem())
          .isNull();
      lab.at("2026-01-12T05:00:00Z").say("dia", "/done yesterday:true");
      lab.say("asha", "/group leave");
      assertThat(rows(lab)).as("what comes later changes no result").isEqualTo(result);
      assertThat(String.valueOf(lab.facts("ben", "/race list").get("races")))
          .contains("winners=[Larks]", "state=over");
    }
  }

  @Test
  void tellsWhichRoleTheWinnersAreGiven() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = groups(database);
      assertThat(lab.moderate("mod", START + " role:\"Spring champions\"").text())
          .contains("The winners' role: Spring champions");
      assertThat(lab.text("asha", "/race show")).contains("The winners' role: Spring champions");
      study(lab, 0, "asha", "ben", "chen");
      assertThat(lab.text("asha", "/race show")).contains("The winners' role: Spring champions");
      lab.moderate("mod", "/race stop");
      assertThat(lab.text("asha", "/race show")).doesNotContain("role");
    }
  }

  @Test
  void isClosingUntilItsLastDateHasClosedForEveryMember() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = groups(database);
      lab.say("dia", "/settings timezone:Pacific/Honolulu");
      lab.moderate("mod", START);
      study(lab, 6, "asha");
      lab.at("2026-01-12T04:00:00Z");
      assertThat(state(lab)).isEqualTo("closing");
      assertThat(lab.facts("dia", "/done")).containsEntry("studyDay", "2026-01-11");
      lab.at("2026-01-12T13:59:00Z");
      assertThat(state(lab)).isEqualTo("closing");
      lab.at("2026-01-12T14:00:00Z");
      assertThat(state(lab)).isEqualTo("over");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatArrivedInTimeCountsThoughSomebodyLooksBeforeItIsKept(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = groups(database);
      lab.moderate("mod", START);
      study(lab, 6, "asha");
      lab.at("2026-01-12T04:00:00Z");
      assertThat(state(lab)).isEqualTo("over");
      assertThat(rows(lab)).containsExactly("1 Owls 7% 1 1", "2 Larks 0% 0 0");
      assertThat(lab.moderate("mod", "/checkin revoke @asha 2026-01-11 reason:mistaken").problem())
          .isNull();
      assertThat(rows(lab))
          .as("what is corrected later")
          .containsExactly("1 Owls 7% 1 1", "2 Larks 0% 0 0");
      assertThat(lab.moderate("mod", "/checkin grant @asha 2026-01-11 reason:right").problem())
          .isNull();
      lab.conversation()
          .say(LocalMember.named("chen"), "/done", Instant.parse("2026-01-12T03:59:59Z"), "late");
      assertThat(state(lab)).isEqualTo("over");
      assertThat(rows(lab)).containsExactly("1 Larks 7% 1 1", "1 Owls 7% 1 1");
    }
  }

  @Test
  void oneAtATimeWithDatesThatARaceMayHave() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = groups(database);
      assertThat(lab.say("asha", START).problem()).isEqualTo(Problem.NOT_ALLOWED);
      assertThat(lab.say("asha", "/race show").problem()).isEqualTo(Problem.NOT_FOUND);
      for (String dates :
          List.of(
              "from:2026-01-04 until:2026-01-20",
              "from:2026-01-05 until:2026-01-10",
              "from:2026-01-05 until:2026-02-16")) {
        assertThat(lab.moderate("mod", "/race start name:Sprint " + dates).problem())
            .as(dates)
            .isEqualTo(Problem.BAD_OPTION);
      }
      assertThat(lab.moderate("mod", "/race stop").problem()).isEqualTo(Problem.NOT_FOUND);
      assertThat(
              lab.moderate("mod", "/race start name:Long from:2026-01-05 until:2026-02-15")
                  .problem())
          .isNull();
      assertThat(lab.moderate("mod", START).problem()).isEqualTo(Problem.CONFLICT);
      assertThat(lab.moderate("mod", "/race stop").problem()).isNull();
      assertThat(state(lab)).isEqualTo("stopped");
      assertThat(lab.moderate("mod", START).problem()).isNull();
      assertThat(state(lab)).isEqualTo("planned");
    }
  }

  @Test
  void aGroupThatIsDisbandedDropsOutAndOneThatCameTooLateIsNotInIt() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = groups(database);
      lab.moderate("mod", START);
      study(lab, 1, "asha", "ben", "chen", "dia");
      lab.say("chen", "/group leave");
      lab.say("dia", "/group leave");
      assertThat(rows(lab)).singleElement().asString().contains("Owls");
      study(lab, 6, "asha");
      lab.say("eve", "/group create name:Late");
      assertThat(rows(lab)).singleElement().asString().contains("Owls");
    }
  }

  @Test
  void theResultIsAnnouncedOnceAndALeadAtMostOnceADay() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = groups(database);
      lab.moderate("mod", START);
      study(lab, 0, "asha", "ben");
      study(lab, 1, "chen", "dia");
      study(lab, 2, "chen", "dia");
      for (int day = 3; day < 7; day++) {
        study(lab, day, "chen", "dia");
      }
      lab.at("2026-01-20T09:00:00Z");
      lab.facts("asha", "/race show");
      List<String> told =
          lab.posts().stream()
              .filter(post -> post.kind().equals("race"))
              .map(post -> post.text().lines().findFirst().orElseThrow())
              .toList();
      assertThat(told).containsExactly("Sprint: Larks takes the lead", "Sprint: the result");
      String result =
          lab.posts().stream()
              .map(post -> post.text())
              .filter(text -> text.startsWith("Sprint: the result"))
              .findFirst()
              .orElseThrow();
      assertThat(result)
          .contains(
              "Result of the race Sprint, Monday 5 January 2026 to Sunday 11 January 2026."
                  + " Winner: Larks, 86% present; 2. Owls, 14%.");
    }
  }

  /** Tells which roles were given, once the platform is not busy any more. */
  private static final class Roles implements RewardRoles {
    private final List<String> given = new ArrayList<>();
    private boolean busy = true;

    @Override
    public Platform platform() {
      return Platform.LOCAL;
    }

    @Override
    public List<Assignable> assignable(String community) {
      return List.of(new Assignable("7", "Champions"));
    }

    @Override
    public Outcome set(Account account, String role, boolean held) {
      if (busy) {
        return new Outcome.Later("too much at once");
      }
      given.add((held ? "+" : "-") + account.user() + " " + role);
      return new Outcome.Done();
    }
  }

  @Test
  void theWinnersAreGivenTheRoleAsSoonAsThePlatformLetsUs() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      Roles roles = new Roles();
      TestConversation lab = groups(database).gives(roles);
      lab.moderate("mod", START + " role:7");
      for (int day = 0; day < 7; day++) {
        study(lab, day, "chen", "dia", "asha");
      }
      lab.at("2026-01-12T12:00:00Z");
      assertThat(state(lab)).isEqualTo("over");
      assertThat(roles.given).as("the platform is busy").isEmpty();
      roles.busy = false;
      lab.at("2026-01-12T13:00:00Z");
      assertThat(roles.given).containsExactlyInAnyOrder("+chen 7", "+dia 7");
      lab.at("2026-01-20T12:00:00Z");
      assertThat(roles.given).as("given once").hasSize(2);
    }
  }
}
