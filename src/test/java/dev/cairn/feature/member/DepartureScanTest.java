package dev.cairn.feature.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.connection.Connections;
import dev.cairn.connection.MembershipLookup;
import dev.cairn.connection.MembershipLookup.Standing;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.TestConnection;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.CommunityStore;
import dev.cairn.jobs.SweepTurns;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who leaves is off the boards, until they are back. */
class DepartureScanTest {
  private final Map<String, Standing> standings = new HashMap<>();
  private final Connections connections = new Connections();

  @ParameterizedTest
  @EnumSource
  void whoIsGoneHasLeftUntilTheySpeak(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      Member asha = lab.member("asha");
      Member ben = lab.member("ben");
      Member chen = lab.member("chen");
      standings.put("ben", Standing.GONE);
      standings.put("chen", Standing.UNKNOWN);
      MembershipLookup lookup = account -> standings.getOrDefault(account.user(), Standing.HERE);
      connections.connect(TestConnection.with(lookup));

      departureScan(lab).note();

      assertThat(lab.members.reload(asha).left()).isFalse();
      assertThat(lab.members.reload(ben).left()).isTrue();
      assertThat(lab.members.reload(chen).left()).as("when in doubt, still here").isFalse();
      lab.say("ben", "/done");
      assertThat(lab.members.reload(ben).left()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereNobodyCanTellNobodyHasLeft(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      Member asha = lab.member("asha");
      departureScan(lab).note();
      assertThat(lab.members.reload(asha).left()).isFalse();
    }
  }

  private DepartureScan departureScan(TestCommunity lab) {
    Communities communities = new Communities(new CommunityStore(lab.database), lab.database);
    return new DepartureScan(
        connections, communities, lab.members, new SweepTurns(lab.database), lab::now);
  }
}
