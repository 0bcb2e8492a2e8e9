package dev.cairn.feature.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.PerPlatform;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Roster;
import dev.cairn.chat.Roster.Standing;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.community.Communities;
import dev.cairn.storage.Database;
import dev.cairn.storage.DatabaseUnderTest;
import dev.cairn.storage.JdbiCommunityStore;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who leaves is off the boards, until they are back. */
class DeparturesTest {
  private final Map<String, Standing> standings = new HashMap<>();
  private final PerPlatform<Roster> rosters = new PerPlatform<>();

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
      rosters.connect(
          Platform.LOCAL, account -> standings.getOrDefault(account.user(), Standing.HERE));

      departures(lab).note();

      assertThat(lab.members.again(asha).left()).isFalse();
      assertThat(lab.members.again(ben).left()).isTrue();
      assertThat(lab.members.again(chen).left()).as("when in doubt, still here").isFalse();
      lab.say("ben", "/done");
      assertThat(lab.members.again(ben).left()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereNobodyCanTellNobodyHasLeft(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      Member asha = lab.member("asha");
      departures(lab).note();
      assertThat(lab.members.again(asha).left()).isFalse();
    }
  }

  private Departures departures(TestCommunity lab) {
    Communities communities = new Communities(new JdbiCommunityStore(lab.database), lab.database);
    return new Departures(rosters, communities, lab.members, lab::now);
  }
}
