package dev.cairn.feature.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.TestCommunity;
import dev.cairn.platform.local.Turn;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BlogCommandsTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void countsAPostOnceHoweverItsAddressIsWritten() {
    assertThat(
            lab.facts("asha", "/blog add https://Asha.example/drift/?utm_source=x#top \"Drift\""))
        .containsExactly(
            entry("url", "https://asha.example/drift"), entry("counted", true), entry("posts", 1));
    assertThat(lab.facts("asha", "/blog add https://asha.example/drift"))
        .containsEntry("counted", false)
        .containsEntry("posts", 1);
    assertThat(lab.facts("ben", "/blog add https://asha.example/drift"))
        .as("unique for its member only")
        .containsEntry("counted", true);
  }

  @Test
  void onlyNewsIsForEveryone() {
    assertThat(lab.say("asha", "/blog list").audience()).isEqualTo(Audience.CALLER);
    assertThat(lab.say("ben", "/blog list @asha").audience()).isEqualTo(Audience.CALLER);
    String add = "/blog add https://asha.example/drift \"My post\"";
    assertThat(lab.say("asha", add).audience()).isEqualTo(Audience.EVERYONE);
    Turn again = lab.say("asha", add);
    assertThat(again.audience()).isEqualTo(Audience.CALLER);
    assertThat(again.text()).contains("asha had already added My post");
    assertThat(lab.say("asha", "/blog list").audience()).isEqualTo(Audience.EVERYONE);
  }

  @Test
  void takesATitleLater() {
    lab.say("asha", "/blog add https://asha.example/drift");
    assertThat(lab.text("asha", "/blog list")).contains("https://asha.example/drift");
    lab.say("asha", "/blog add https://asha.example/drift title:\"What drift is\"");
    assertThat(lab.text("asha", "/blog list")).contains("What drift is");
    assertThat(lab.text("ben", "/blog list @asha"))
        .contains("Posts of asha")
        .contains("What drift is");
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertThat(lab.say("asha", "/blog add ftp://asha.example/drift").problem())
        .isEqualTo(Problem.BAD_OPTION);
    assertThat(lab.say("asha", "/blog add https://me:secret@asha.example/drift").problem())
        .isEqualTo(Problem.BAD_OPTION);
    assertThat(lab.facts("asha", "/blog list")).containsEntry("total", 0);
  }

  @Test
  void removesAPostAndNamesTheNearestWhereThereIsNone() {
    lab.write("asha", 1, 3);
    assertThat(lab.facts("asha", "/blog remove https://asha.example/2/"))
        .containsEntry("url", "https://asha.example/2")
        .containsEntry("posts", 2);
    Turn again = lab.say("asha", "/blog remove https://asha.example/2");
    assertThat(again.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(PlainText.of(again.reply())).contains("Did you mean");
    assertThat(lab.say("ben", "/blog remove https://asha.example/1").problem())
        .isEqualTo(Problem.NOT_FOUND);
    assertThat(lab.facts("asha", "/blog add https://asha.example/2"))
        .containsEntry("counted", true)
        .containsEntry("posts", 3);
  }

  @Test
  void aModeratorTakesAFalsePostDownWithAReasonAndPutsItBack() {
    lab.write("asha", 1, 7);
    assertThat(lab.facts("asha", "/blog list")).containsEntry("total", 7);
    String strike = "/blog strike member:@asha url:https://asha.example/3 reason:\"a copy\"";
    assertThat(lab.say("asha", strike).problem()).isEqualTo(Problem.NOT_ALLOWED);
    assertThat(lab.moderate(strike).reply().facts().values())
        .containsEntry("posts", 6)
        .containsEntry("member", "asha");
    assertThat(PlainText.of(lab.told.getLast()))
        .contains("mod took down a post of yours", "https://asha.example/3", "“a copy”");
    assertThat(PlainText.of(lab.moderate("/milestone list").reply()))
        .as("the milestone of seven posts waits no more")
        .doesNotContain("7");
    Turn again = lab.say("asha", "/blog add https://asha.example/3");
    assertThat(again.problem()).isEqualTo(Problem.CONFLICT);
    assertThat(PlainText.of(again.reply())).contains("“a copy”");
    assertThat(lab.moderate(strike).problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(lab.moderate(strike + " undo:true").reply().facts().values())
        .containsEntry("posts", 7);
    assertThat(lab.facts("asha", "/blog add https://asha.example/3"))
        .as("it is there again")
        .containsEntry("counted", false);
    assertThat(PlainText.of(lab.moderate("/milestone list").reply())).contains("7");
  }

  @Test
  void showsLongListsInPages() {
    lab.write("asha", 1, 23);
    assertThat(lab.facts("asha", "/blog list"))
        .containsEntry("total", 23)
        .extractingByKey("posts", LIST)
        .hasSizeLessThan(23);
    assertThat(lab.text("asha", "/blog list")).contains("Page 1 of 3");
  }

  @Test
  void tellsThePaceOfTheVow() {
    for (int day = 1; day <= 62; day++) {
      if (day > 4) {
        lab.write("asha", day, day);
      } else if (day == 1) {
        lab.say("asha", "/blog goal posts:180 days:180 start:2026-01-01");
      }
      lab.after(Duration.ofDays(day < 62 ? 1 : 0));
    }
    assertThat(lab.text("asha", "/blog list"))
        .contains("Day 62 of 180: 58 posts, 4 behind; at this pace done on 12 July.");
    assertThat(lab.facts("asha", "/blog goal"))
        .containsEntry("day", 62)
        .containsEntry("days", 180)
        .containsEntry("posts", 58)
        .containsEntry("behind", 4)
        .containsEntry("doneOn", "2026-07-12");
  }

  @Test
  void vowsOnePostADayFromTheFirstUnlessToldOtherwise() {
    lab.after(Duration.ofDays(5));
    lab.write("asha", 1, 1);
    assertThat(lab.text("asha", "/blog goal"))
        .contains("Day 1 of 180: 1 post, right on pace")
        .contains("180 posts in 180 days");
    assertThat(lab.text("asha", "/blog goal posts:26 days:182"))
        .contains("26 posts in 182 days")
        .doesNotContain("First day");
    assertThat(lab.facts("asha", "/blog goal reset:true")).containsEntry("goal", 180);
    assertThat(lab.say("asha", "/blog goal start:2029-01-01").problem())
        .isEqualTo(Problem.BAD_OPTION);
    assertThat(lab.text("asha", "/blog goal start:2026-02-01"))
        .contains("The first of 180 days is Sunday 1 February 2026.")
        .contains("First day")
        .doesNotContain("180 posts");
  }

  @Test
  void checksInByAPostOnlyWhereTheMemberSaysSo() {
    lab.write("asha", 1, 1);
    assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 0);
    assertThat(lab.text("asha", "/blog add https://asha.example/2 checkin:true"))
        .contains("It counts as today's check-in.");
    assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 1);
    lab.after(Duration.ofDays(1)).say("asha", "/blog settings checkin:true");
    lab.write("asha", 3, 3);
    assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 2);
    assertThat(lab.text("asha", "/blog add https://asha.example/4"))
        .contains("asha had already checked in today");
    lab.after(Duration.ofDays(1)).say("asha", "/blog add https://asha.example/5 checkin:false");
    assertThat(lab.facts("asha", "/streak")).containsEntry("status", "at_risk");
  }
}
