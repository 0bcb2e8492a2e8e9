package dev.cairn.feature.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HomeCardTest {
  private static final Caller ASHA =
      new Caller(
          new Account(Platform.LOCAL, "lab", "asha", "asha"), "lab", false, Locale.ENGLISH, null);

  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation conversation = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private Reply.Card home(String at) {
    conversation.at(at);
    return conversation.cairn().home(ASHA, Instant.parse(at));
  }

  @Test
  void whoIsNewIsMetAndInvited() {
    String shown = PlainText.of(home("2026-01-01T09:00:00Z"));
    assertThat(shown).contains("Day 1:", "first stone", "no group", "UTC");
  }

  @Test
  void showsTheDayTheStreakTheGroupAndTheSettings() {
    conversation.at("2026-01-01T09:00:00Z").say("asha", "/done");
    conversation.say("asha", "/group create name:\"Night owls\"");
    conversation.say("asha", "/settings timezone:Asia/Kolkata rest:sun");
    Reply.Card before = home("2026-01-02T06:00:00Z");
    assertThat(before.tone()).isEqualTo(Reply.Tone.WARNING);
    assertThat(PlainText.of(before))
        .contains("Day 2:", "1 day", "Night owls", "0 of 1", "Asia/Kolkata", "sun");
    conversation.say("asha", "/done");
    Reply.Card after = home("2026-01-02T06:00:00Z");
    assertThat(after.tone()).isEqualTo(Reply.Tone.GOOD);
    assertThat(PlainText.of(after)).contains("2 days", "1 of 1");
  }

  @Test
  void showsThePaceOfWhoeverWrites() {
    assertThat(PlainText.of(home("2026-01-01T09:00:00Z"))).doesNotContain("Posts");
    conversation.at("2026-01-01T09:00:00Z").say("asha", "/blog add https://asha.example/1");
    assertThat(PlainText.of(home("2026-01-02T09:00:00Z")))
        .contains("Day 2 of 180: 1 post, 1 behind");
  }

  @Test
  void saysWhenTheJourneyRests() {
    conversation.at("2026-01-01T09:00:00Z").moderate("mod", "/journey start 2026-01-05");
    assertThat(PlainText.of(home("2026-01-02T09:00:00Z"))).contains("begins on");
    conversation.at("2026-01-06T09:00:00Z").moderate("mod", "/journey pause");
    assertThat(PlainText.of(home("2026-01-06T09:00:00Z"))).contains("paused");
  }
}
