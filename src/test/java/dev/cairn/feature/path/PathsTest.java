package dev.cairn.feature.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.Conversation;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.journey.JourneyStore;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.study.StudyListener;
import dev.cairn.feature.study.StudyRecord;
import dev.cairn.feature.study.StudyRecordStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is asked where they want to begin; and what the store of choices promises. */
final class PathsTest {
  @ParameterizedTest
  @EnumSource
  void whoeverJoinsLateIsAskedOnceAndNobodyElse(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-03-02T09:00:00Z");
      List<Reply.Card> told = new ArrayList<>();
      PathStore store = new PathStore(database);
      Journeys journeys = new Journeys(new JourneyStore(database), lab.communities, database);
      Paths paths =
          new Paths(
              TestConversation.CATALOG,
              store,
              new StudyRecord(new StudyRecordStore(database), StudyListener.NONE, database),
              journeys,
              (member, card) -> told.add(card),
              database);
      Member asha = lab.member("asha");
      paths.askOnce(asha, journeys.today(asha.community(), lab.now()), lab.now());
      assertThat(told).as("who was there on day 1").isEmpty();

      Instant later = Instant.parse("2026-04-27T09:00:00Z");
      Member ben = lab.at(later).member("ben");
      JourneyStatus today = journeys.today(asha.community(), later);
      paths.askOnce(asha, today, later);
      paths.askOnce(ben, today, later);
      paths.askOnce(ben, today, later.plusSeconds(60));
      assertThat(told).hasSize(1);
      assertThat(Conversation.labels(told.getFirst()))
          .containsExactly("Join on day 57", "Start at day 1");
      assertThat(Conversation.actions(told.getFirst()))
          .containsExactly("path kind:community", "path kind:own day:1");
      assertThat(store.find(ben)).contains(Choice.DEFAULT);
      paths.choose(ben, new Choice("devops", 3), later);
      assertThat(store.find(ben)).contains(new Choice("devops", 3));
      assertThat(store.find(asha)).isEmpty();
    }
  }
}
