package dev.cairn.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.TestConversation.Posted;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DailyPostTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private List<Instant> instants() {
    return lab.posts().stream().map(Posted::at).toList();
  }

  private String set(String options) {
    return PlainText.of(lab.moderate("mod", "/daily set " + options).reply());
  }

  @Test
  void aPostHasTheTopicAThreadAndAButtonToCheckIn() {
    lab.at("2026-01-01T10:00:00Z").say("asha", "/done");
    assertThat(set("channel:#daily hour:08:00 pin:yes")).contains("#daily", "08:00");
    lab.at("2026-01-02T09:00:00Z");
    Posted post = lab.posts().getFirst();
    assertThat(lab.posts()).hasSize(1);
    assertThat(post.at()).isEqualTo("2026-01-02T08:00:00Z");
    assertThat(post.message().address())
        .isEqualTo(new Address.Channel(new Place(Platform.LOCAL, "lab").channel("daily")));
    assertThat(post.message().thread()).startsWith("Day 2: ");
    assertThat(post.message().pin()).isTrue();
    assertThat(post.text()).contains("To discuss", "1 member checked in");
    assertThat(post.message().card().title()).isEqualTo(post.message().thread());
  }

  @Test
  void itKeepsToItsWeekdaysAndZone() {
    lab.at("2026-01-01T10:00:00Z");
    set("channel:#daily hour:08:00 zone:Asia/Kolkata weekdays:mon,wed");
    lab.at("2026-01-15T00:00:00Z");
    assertThat(instants())
        .containsExactly(
            Instant.parse("2026-01-05T02:30:00Z"),
            Instant.parse("2026-01-07T02:30:00Z"),
            Instant.parse("2026-01-12T02:30:00Z"),
            Instant.parse("2026-01-14T02:30:00Z"));
  }

  @Test
  void aChangeCountsFromThenOnAndNothingIsPostedTwice() {
    lab.at("2026-01-01T10:00:00Z");
    set("channel:#daily hour:12:00");
    lab.at("2026-01-02T13:00:00Z");
    set("hour:15:00");
    lab.at("2026-01-03T11:00:00Z");
    set("hour:10:00");
    lab.at("2026-01-04T20:00:00Z");
    assertThat(instants())
        .as("posted at 12 on the 2nd already; at 11 on the 3rd, 10 is past")
        .containsExactly(
            Instant.parse("2026-01-01T12:00:00Z"),
            Instant.parse("2026-01-02T12:00:00Z"),
            Instant.parse("2026-01-04T10:00:00Z"));
  }

  @Test
  void offEndsItAndSetBeginsAgain() {
    lab.at("2026-01-01T10:00:00Z");
    set("channel:#daily hour:08:00");
    lab.at("2026-01-02T10:00:00Z").moderate("mod", "/daily off");
    lab.at("2026-01-05T10:00:00Z");
    assertThat(lab.posts()).hasSize(1);
    set("channel:#daily hour:08:00");
    lab.at("2026-01-06T10:00:00Z");
    assertThat(lab.posts()).hasSize(2);
  }

  private List<String> posted() {
    return lab.posts().stream()
        .filter(post -> post.kind().equals("daily"))
        .map(post ->
            post.at().toString().substring(8, 13)
                + " "
                + ((Address.Channel) post.message().address()).to().channel())
        .toList();
  }

  @Test
  void severalChannelsHaveEachTheirHourAndNoneGetsAPostTwice() {
    lab.at("2026-01-01T10:00:00Z");
    set("channel:#daily hour:08:00 pin:yes");
    assertThat(set("channel:#evening hour:19:00")).contains("#evening", "19:00");
    lab.at("2026-01-02T20:00:00Z");
    assertThat(posted()).containsExactly("01T19 evening", "02T08 daily", "02T19 evening");
    assertThat(lab.posts())
        .extracting(post -> post.message().pin())
        .containsExactly(false, true, false);
    assertThat(PlainText.of(lab.moderate("mod", "/daily show").reply()))
        .contains("#daily at 08:00", "#evening at 19:00");
    assertThat(lab.moderate("mod", "/daily off").problem()).isEqualTo(Problem.BAD_OPTION);

    lab.moderate("mod", "/daily off channel:#evening");
    set("channel:#evening hour:21:00");
    lab.at("2026-01-02T22:00:00Z");
    assertThat(posted()).as("not a second time on one day").hasSize(3);
    lab.moderate("mod", "/daily off channel:#daily");
    lab.at("2026-01-03T22:00:00Z");
    assertThat(posted()).hasSize(4).endsWith("03T21 evening");
    set("hour:20:00");
    lab.at("2026-01-04T22:00:00Z");
    assertThat(posted()).as("the only one there is was meant").endsWith("04T20 evening");
  }

  @Test
  void theWeekIsSummedUpInOneChannelUnlessAnotherIsWanted() {
    lab.at("2026-01-01T10:00:00Z");
    set("channel:#daily hour:08:00");
    set("channel:#evening hour:19:00");
    lab.say("asha", "/done");
    lab.at("2026-01-05T23:00:00Z");
    assertThat(lab.posts())
        .filteredOn(post -> post.kind().equals("weekly"))
        .extracting(post -> post.message().address())
        .containsExactly(new Address.Channel(new Place(Platform.LOCAL, "lab").channel("daily")));
  }

  @Test
  void aTallyIsKeptOnThePostOfEachChannel() {
    lab.at("2026-01-01T10:00:00Z");
    set("channel:#daily hour:11:00");
    set("channel:#evening hour:12:00");
    lab.at("2026-01-01T13:00:00Z").say("asha", "/done day:1");
    lab.at("2026-01-01T14:00:00Z");
    assertThat(lab.posts())
        .hasSize(2)
        .allSatisfy(post -> assertThat(post.text()).contains("1 studied this"));
  }

  @Test
  void aChannelForATrackGetsItsTopicsOnly() {
    lab.at("2026-01-01T10:00:00Z");
    set("channel:#daily hour:08:00");
    String track = TestConversation.CATALOG.day(1).orElseThrow().track();
    assertThat(set("channel:#pipelines track:" + track + " hour:09:00")).contains("Track");
    lab.moderate("mod", "/journey start date:2026-01-02");
    lab.at("2026-01-12T07:00:00Z");
    List<String> wanted =
        IntStream.rangeClosed(1, 10)
            .filter(day ->
                Objects.equals(track, TestConversation.CATALOG.day(day).orElseThrow().track()))
            .mapToObj(day -> "%02dT09 pipelines".formatted(day + 1))
            .toList();
    assertThat(wanted).hasSizeBetween(1, 9);
    assertThat(posted()).filteredOn(post -> post.endsWith("pipelines")).isEqualTo(wanted);
    assertThat(lab.moderate("mod", "/daily set channel:#other track:nonsense").problem())
        .isNotNull();
  }

  @Test
  void whatWasMissedTodayIsPostedLateWithAWordAboutItAndOlderPostsAreNot() {
    lab.at("2026-01-01T10:00:00Z");
    set("channel:#daily hour:08:00");
    lab.asleepUntil("2026-01-05T11:00:00Z");
    assertThat(instants()).containsExactly(Instant.parse("2026-01-05T11:00:00Z"));
    assertThat(lab.posts().getFirst().text()).contains("Late today", "Day 5");
    lab.at("2026-01-06T09:00:00Z");
    assertThat(lab.posts().getLast().text()).doesNotContain("Late today").contains("Day 6");
  }

  @Test
  void theDayLastsUntilTheNightOwlsHour() {
    lab.at("2026-01-01T10:00:00Z");
    set("channel:#daily hour:23:30");
    lab.asleepUntil("2026-01-04T03:59:00Z");
    assertThat(lab.posts().getFirst().message().thread()).startsWith("Day 3: ");
    lab.asleepUntil("2026-01-06T04:00:00Z");
    assertThat(lab.posts()).hasSize(1);
  }

  @Test
  void aPausedOrLeftOutDayHasNoPostAndShowSaysSo() {
    lab.at("2026-01-01T10:00:00Z");
    set("channel:#daily hour:08:00");
    lab.moderate("mod", "/journey start date:2026-01-01 without:sat,sun");
    lab.at("2026-01-02T10:00:00Z");
    assertThat(PlainText.of(lab.moderate("mod", "/daily show").reply()))
        .contains("nothing will be posted then: its weekday is left out");
    lab.at("2026-01-05T10:00:00Z").moderate("mod", "/journey pause");
    lab.at("2026-01-08T10:00:00Z");
    assertThat(instants())
        .containsExactly(
            Instant.parse("2026-01-02T08:00:00Z"), Instant.parse("2026-01-05T08:00:00Z"));
    assertThat(PlainText.of(lab.moderate("mod", "/daily show").reply()))
        .contains("the journey is paused");
    assertThat(lab.moderate("mod", "/daily preview").problem()).isEqualTo(Problem.CONFLICT);
    assertThat(lab.moderate("mod", "/daily post").problem()).isEqualTo(Problem.CONFLICT);
  }

  @Test
  void aModeratorCanLookAndPostAtOnce() {
    lab.at("2026-01-01T10:00:00Z");
    assertThat(lab.moderate("mod", "/daily show").problem()).isEqualTo(Problem.NOT_FOUND);
    set("channel:#daily hour:08:00");
    assertThat(PlainText.of(lab.moderate("mod", "/daily preview").reply())).contains("Day 2");
    assertThat(lab.moderate("mod", "/daily post").problem()).isNull();
    lab.at("2026-01-01T10:00:00Z");
    assertThat(lab.posts()).hasSize(1);
    assertThat(lab.posts().getFirst().text()).contains("Day 1");
    assertThat(lab.say("asha", "/daily off").problem()).isEqualTo(Problem.NOT_ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({"hour:25:00", "hour:noon", "zone:Atlantis", "weekdays:none", "weekdays:someday"})
  void wrongInputIsToldWhatWouldBeRight(String options) {
    assertThat(lab.moderate("mod", "/daily set " + options).problem())
        .isEqualTo(Problem.BAD_OPTION);
  }

  /** Zones whose clocks change at the worst hours, each posting at just that hour. */
  @ParameterizedTest
  @CsvSource({
    "America/New_York, 02:30",
    "Australia/Lord_Howe, 02:15",
    "Africa/Cairo, 00:00",
    "America/Santiago, 23:30",
    "Asia/Kolkata, 08:00",
  })
  void aYearHasEachPostOnceAtItsLocalTime(ZoneId zone, LocalTime hour) {
    lab.at("2025-12-30T12:00:00Z");
    set("channel:#daily weekly:no hour:%s zone:%s".formatted(hour, zone));
    lab.moderate("mod", "/journey start 2026-01-01");
    LocalDate end = LocalDate.of(2026, 1, 1).plusDays(180);
    lab.at("2026-06-29T12:00:00Z").at("2026-06-30T12:00:00Z");
    lab.moderate("mod", "/journey start " + end);
    lab.at("2026-12-31T23:59:00Z");
    List<LocalDate> dates =
        lab.posts().stream()
            .filter(post -> post.message().thread() != null)
            .map(post -> post.at().atZone(zone).toLocalDate())
            .toList();
    assertThat(dates)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(358)
        .startsWith(LocalDate.of(2026, 1, 1));
    for (Posted post : lab.posts()) {
      ZonedDateTime wall = post.at().atZone(zone);
      boolean there = zone.getRules().getValidOffsets(wall.toLocalDate().atTime(hour)).size() > 0;
      assertThat(wall.toLocalTime())
          .as("%s", wall)
          .matches(time -> there ? time.equals(hour) : time.isAfter(hour));
    }
  }
}
