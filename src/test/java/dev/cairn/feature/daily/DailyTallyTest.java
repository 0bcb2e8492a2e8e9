package dev.cairn.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Audience;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DailyTallyTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @BeforeEach
  void post() {
    lab.at("2026-01-01T10:00:00Z").moderate("mod", "/daily set channel:#daily hour:08:00");
    lab.at("2026-01-02T08:20:00Z");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private String post(int number) {
    return lab.posts().get(number).text();
  }

  @Test
  void pressingThePostsButtonIsAnsweredInPrivateAndCountedOnThePost() {
    assertThat(post(0)).doesNotContain("studied this");
    assertThat(lab.press("asha", "done day:2").audience()).isEqualTo(Audience.CALLER);
    lab.press("ravi", "done day:2");
    lab.press("ravi", "done day:2");
    lab.say("mei", "/done day:5");
    lab.at("2026-01-02T08:21:00Z");
    assertThat(lab.posts()).hasSize(1);
    assertThat(post(0)).contains("So far: 2 studied this").doesNotContain("Late today");
  }

  @Test
  void whatIsTakenBackIsNotCounted() {
    lab.press("asha", "done day:2");
    lab.press("ravi", "done day:2");
    lab.at("2026-01-02T08:21:00Z").say("asha", "/done undo:true");
    lab.at("2026-01-02T08:22:00Z");
    assertThat(post(0)).contains("So far: 1 studied this");
  }

  @Test
  void anOlderPostIsCountedOnToo() {
    lab.at("2026-01-03T09:00:00Z").press("asha", "done day:2");
    lab.at("2026-01-03T09:01:00Z");
    assertThat(post(0)).contains("So far: 1 studied this");
    assertThat(post(1)).doesNotContain("studied this");
  }

  @Test
  void aTypedCheckInIsForAllAndASecondOneIsNot() {
    assertThat(lab.say("asha", "/done").audience()).isEqualTo(Audience.EVERYONE);
    assertThat(lab.say("asha", "/done").audience()).isEqualTo(Audience.CALLER);
  }
}
