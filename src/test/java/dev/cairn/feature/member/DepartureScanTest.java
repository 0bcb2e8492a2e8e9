package dev.cairn.feature.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Platform;
import dev.cairn.connection.Connection;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MembershipLookup;
import dev.cairn.connection.MembershipLookup.Standing;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.Serving;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.TestConnection;
import dev.cairn.jobs.SweepTurns;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who leaves is off the boards, until they are back. */
class DepartureScanTest {
  private final Map<String, Standing> standings = new HashMap<>();
  private final Connections connections = new Connections();
  private Duration later = Duration.ZERO;

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

  @ParameterizedTest
  @EnumSource
  void whoIsGoneFromEachPlaceHasLeftThoughEachIsServedByAnotherProcess(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      Member asha = withAnnex(lab);
      DepartureScan ofLab = serving(lab, place(database));
      DepartureScan ofAnnex = serving(lab, "annex");
      standings.put("asha", Standing.GONE);

      ofLab.note();
      ofAnnex.note();
      assertThat(lab.members.reload(asha).left()).as("still in the annex").isFalse();

      standings.put("asha2", Standing.GONE);
      aDayLater();
      ofAnnex.note();
      assertThat(lab.members.reload(asha).left()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoIsBackAtAPlaceIsThere(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      Member asha = withAnnex(lab);
      DepartureScan ofLab = serving(lab, place(database));
      DepartureScan ofAnnex = serving(lab, "annex");
      standings.put("asha", Standing.GONE);
      ofLab.note();
      lab.say("asha", "/done");
      standings.put("asha2", Standing.GONE);
      ofAnnex.note();
      assertThat(lab.members.reload(asha).left()).as("they have spoken").isFalse();

      aDayLater();
      ofLab.note();
      assertThat(lab.members.reload(asha).left()).isTrue();

      standings.put("asha", Standing.HERE);
      aDayLater();
      ofLab.note();
      assertThat(lab.members.reload(asha).left()).as("though they say nothing").isFalse();
    }
  }

  /** Asha, who has another account at a second place of the community. */
  private static Member withAnnex(TestCommunity lab) {
    Member asha = lab.member("asha");
    lab.database
        .update(
            "insert into community_place (platform, external_id, community_id) values ('local',"
                + " 'annex', :community)")
        .bind("community", asha.community().id())
        .execute();
    lab.database
        .update(
            """
            insert into account
              (platform, external_community_id, external_user_id, community_id, member_id)
            values ('local', 'annex', 'asha2', :community, :member)
            """)
        .bind("community", asha.community().id())
        .bind("member", asha.id())
        .execute();
    return asha;
  }

  private static String place(Database database) {
    return database
        .query("select external_id from community_place where external_id <> 'annex'")
        .one(String.class);
  }

  private void aDayLater() {
    later = later.plusDays(1);
  }

  /** A process that knows one place alone. */
  private DepartureScan serving(TestCommunity lab, String place) {
    Connections ofProcess = new Connections();
    ofProcess.connect(
        new Connection() {
          @Override
          public Platform platform() {
            return Platform.LOCAL;
          }

          @Override
          public MessageSender sender() {
            return TestConnection.with((MembershipLookup) account -> Standing.UNKNOWN).sender();
          }

          @Override
          public Optional<MembershipLookup> membershipLookup() {
            return Optional.of(account ->
                account.community().equals(place)
                    ? standings.getOrDefault(account.user(), Standing.HERE)
                    : Standing.UNKNOWN);
          }

          @Override
          public Serving serving(String community) {
            return community.equals(place) ? Serving.HERE : Serving.ELSEWHERE;
          }
        });
    return departureScan(lab, ofProcess);
  }

  private DepartureScan departureScan(TestCommunity lab) {
    return departureScan(lab, connections);
  }

  private DepartureScan departureScan(TestCommunity lab, Connections ofProcess) {
    return new DepartureScan(
        ofProcess,
        lab.communities,
        lab.members,
        new SweepTurns(lab.database),
        () -> lab.now().plus(later));
  }
}
