package dev.cairn.feature.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.TestConversation.Posted;
import dev.cairn.chat.Account;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Platform;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DirectTopicsTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private List<String> sent() {
    return lab.posts().stream()
        .map(post ->
            post.at().toString().substring(5, 16)
                + " "
                + post.message().card().title().replaceFirst(":.*", ""))
        .toList();
  }

  @Test
  void theCommunitysDayComesAtTheMembersOwnHour() {
    lab.at("2026-01-01T06:00:00Z").say("asha", "/settings timezone:America/New_York");
    Turn turn = lab.say("asha", "/topic daily:08:00");
    assertThat(turn.audience()).isEqualTo(Audience.CALLER);
    assertThat(turn.text()).contains("by direct message at 08:00");
    lab.at("2026-01-03T06:00:00Z");

    assertThat(sent()).containsExactly("01-01T13:00 Day 1", "01-02T13:00 Day 2");
    Posted first = lab.posts().getFirst();
    assertThat(first.kind()).isEqualTo("direct");
    assertThat(first.message().address())
        .isInstanceOfSatisfying(
            Address.Direct.class,
            to ->
                assertThat(
                        to.account().isSameAs(new Account(Platform.LOCAL, "lab", "asha", "asha")))
                    .isTrue());
  }

  @Test
  void theDayFollowsOnesOwnPathAndWaitsUntilItIsStudied() {
    lab.at("2026-01-01T06:00:00Z").say("asha", "/path own day:40");
    lab.say("asha", "/topic daily:08:00");
    lab.at("2026-01-02T12:00:00Z").say("asha", "/done day:40");
    lab.at("2026-01-03T12:00:00Z").say("asha", "/done day:41");
    lab.at("2026-01-04T12:00:00Z");

    assertThat(sent())
        .containsExactly(
            "01-01T08:00 Day 40", "01-02T08:00 Day 40", "01-03T08:00 Day 41", "01-04T08:00 Day 42");
  }

  @Test
  void aDayThatIsStudiedAlreadyIsNotSent() {
    lab.at("2026-01-01T06:00:00Z").say("asha", "/topic daily:08:00");
    lab.at("2026-01-01T07:00:00Z").say("asha", "/done day:1");
    lab.at("2026-01-02T12:00:00Z");

    assertThat(sent()).containsExactly("01-02T08:00 Day 2");
  }

  @Test
  void itStopsWhenAskedTo() {
    lab.at("2026-01-01T06:00:00Z").say("asha", "/topic daily:08:00");
    lab.at("2026-01-01T12:00:00Z");
    lab.press("asha", "topic daily:off");
    lab.at("2026-01-03T12:00:00Z");

    assertThat(sent()).containsExactly("01-01T08:00 Day 1");
  }

  @Test
  void anHourThatIsNoneIsRefused() {
    assertThat(lab.text("asha", "/topic daily:25")).contains("daily");
    lab.at("2026-01-03T12:00:00Z");
    assertThat(sent()).isEmpty();
  }
}
