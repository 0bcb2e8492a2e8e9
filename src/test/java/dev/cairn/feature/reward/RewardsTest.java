package dev.cairn.feature.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.CairnApp;
import dev.cairn.TestCairn;
import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.connection.Connections;
import dev.cairn.connection.RewardRoles;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.TestConnection;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RewardsTest {
  private final Connections connections = new Connections();
  private static final LocalMember MODERATOR = new LocalMember("mo", true);
  private static final LocalMember ASHA = LocalMember.named("asha");

  private final Roles roles = new Roles();
  private Instant now = Instant.parse("2026-01-01T09:00:00Z");

  /** A platform with two roles, which tells what it was asked to do. */
  private static final class Roles implements RewardRoles {
    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
    private volatile boolean busy;

    @Override
    public Platform platform() {
      return Platform.LOCAL;
    }

    @Override
    public List<Assignable> assignable(String community) {
      return List.of(new Assignable("7", "Steady"), new Assignable("8", "Steadier"));
    }

    @Override
    public Outcome set(Account account, String role, boolean held) {
      if (busy) {
        changes.add("busy");
        return new Outcome.Later("too much at once");
      }
      changes.add((held ? "+" : "-") + account.user() + " " + role);
      return new Outcome.Done();
    }

    @Nullable String next() throws InterruptedException {
      return changes.poll(20, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRoleComesAndGoesWithTheStreak(DatabaseUnderTest kind) throws InterruptedException {
    try (Database database = kind.open()) {
      CairnApp cairn = cairn(database);
      LocalConversation talk = conversation(cairn);
      assertThat(say(talk, MODERATOR, "/reward show")).contains("No streak earns a role");
      say(talk, ASHA, "/done");
      assertThat(say(talk, MODERATOR, "/reward set days:2 role:steady")).contains("Steady");

      now = now.plus(Duration.ofDays(1));
      say(talk, ASHA, "/done");
      assertThat(roles.next()).isEqualTo("+asha 7");
      assertThat(say(talk, MODERATOR, "/reward show")).contains("2 days: Steady");

      cairn.rewards().refresh();
      assertThat(roles.changes).isEmpty();
      now = now.plus(Duration.ofDays(30));
      cairn.rewards().refresh();
      assertThat(roles.next()).isEqualTo("-asha 7");
      cairn.rewards().refresh();
      assertThat(roles.changes).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewRewardIsGivenAtOnceAndTakenBackWhenSwitchedOff(DatabaseUnderTest kind)
      throws InterruptedException {
    try (Database database = kind.open()) {
      LocalConversation talk = conversation(cairn(database));
      say(talk, ASHA, "/done");
      say(talk, MODERATOR, "/reward set days:1 role:7");
      assertThat(roles.next()).isEqualTo("+asha 7");
      say(talk, MODERATOR, "/reward set days:1 role:Steadier");
      assertThat(List.of(String.valueOf(roles.next()), String.valueOf(roles.next())))
          .containsExactlyInAnyOrder("+asha 8", "-asha 7");
      assertThat(say(talk, MODERATOR, "/reward off days:5")).contains("No role is earned");
      assertThat(say(talk, MODERATOR, "/reward off days:1")).contains("earns no role any more");
      assertThat(roles.next()).isEqualTo("-asha 8");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatThePlatformDidNotDoIsDoneByTheNextRefresh(DatabaseUnderTest kind)
      throws InterruptedException {
    try (Database database = kind.open()) {
      CairnApp cairn = cairn(database);
      LocalConversation talk = conversation(cairn);
      say(talk, MODERATOR, "/reward set days:1 role:Steady");
      roles.busy = true;
      say(talk, ASHA, "/done");
      assertThat(roles.next()).isEqualTo("busy");
      roles.busy = false;
      cairn.rewards().refresh();
      String change = roles.next();
      while ("busy".equals(change)) {
        // The reward itself may have come to its turn after the check-in.
        change = roles.next();
      }
      assertThat(change).isEqualTo("+asha 7");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void refusesRolesThatItMayNotGive(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      CairnApp cairn = cairn(database);
      LocalConversation talk = conversation(cairn);
      assertThat(say(talk, MODERATOR, "/reward set days:3 role:Steaby")).contains("Did you mean");
      assertThat(say(talk, MODERATOR, "/reward set days:3 role:Queen"))
          .contains("I may give: Steady, Steadier");
      assertThat(say(talk, ASHA, "/reward set days:3 role:Steady")).contains("for moderators");
      connections.disconnect(Platform.LOCAL);
      assertThat(say(talk, MODERATOR, "/reward set days:3 role:Steady"))
          .contains("they exist on Discord");
    }
  }

  private CairnApp cairn(Database database) {
    CairnApp cairn = TestCairn.of(database, () -> now, connections);
    connections.connect(TestConnection.with(roles));
    return cairn;
  }

  private static LocalConversation conversation(CairnApp cairn) {
    return new LocalConversation(cairn.dialogue(), LocalCommunity.open("lab"));
  }

  private String say(LocalConversation talk, LocalMember member, String text) {
    return PlainText.of(talk.say(member, text, now, Occasion.newId()).reply());
  }
}
