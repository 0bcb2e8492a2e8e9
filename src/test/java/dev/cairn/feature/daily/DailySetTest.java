package dev.cairn.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.TestConversation.Posted;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Problem;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.Ping;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes along with a daily post, and what several of them do in one channel. */
final class DailySetTest {
  private static final String FIRST_TRACK = track(1);

  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @BeforeEach
  void begin() {
    lab.at("2026-01-01T10:00:00Z");
    lab.moderate("mod", "/journey start date:2026-01-02");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static String track(int day) {
    return Objects.requireNonNull(TestConversation.CATALOG.day(day).orElseThrow().track());
  }

  /** A day of another track than the first, and that track. */
  private static int dayOfAnotherTrack() {
    return IntStream.rangeClosed(2, 180)
        .filter(day -> !FIRST_TRACK.equals(TestConversation.CATALOG.day(day).orElseThrow().track()))
        .findFirst()
        .orElseThrow();
  }

  private Turn give(String command) {
    return lab.moderate("mod", "/daily " + command);
  }

  private String set(String options) {
    Turn turn = give("set " + options);
    assertThat(turn.problem()).as(turn.text()).isNull();
    return turn.text();
  }

  private List<String> posted() {
    return lab.posts().stream()
        .map(post ->
            "%s %s in %s"
                .formatted(
                    post.at().toString().substring(8, 16),
                    post.kind(),
                    ((Address.Channel) post.message().address()).to().channel()))
        .toList();
  }

  @Test
  void aPostMentionsTheRoleThatWasChosenAndShowSaysSo() {
    assertThat(set("channel:#daily hour:08:00 ping:@readers")).contains("Mentions: @readers");
    lab.at("2026-01-02T09:00:00Z");
    assertThat(lab.posts().getLast().message().pings())
        .isEqualTo(new Ping.OfRole(new Value.Role("readers", "readers")));
    assertThat(set("hour:09:00")).doesNotContain("Mentions");
    assertThat(give("show").text()).contains("Mentions: @readers");
    assertThat(lab.moderatorPresses("mod", "daily set ping:none").text())
        .contains("Mentions: nobody");
    assertThat(give("show").text()).doesNotContain("Mentions");
    lab.at("2026-01-03T10:00:00Z");
    assertThat(lab.posts()).hasSize(2);
    assertThat(lab.posts().getLast().message().pings()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"@everyone", "everyone", "@here", "channel"})
  void nobodyIsMentionedWhoHasNotAskedForIt(String whom) {
    Turn refused = give("set channel:#daily ping:" + whom);
    assertThat(refused.problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(refused.text()).contains("never everybody at once");
    assertThat(give("show").problem()).isEqualTo(Problem.NOT_FOUND);
  }

  @Test
  void aThreadIsOpenedUnlessItIsNotWanted() {
    assertThat(set("channel:#daily hour:08:00")).contains("Thread: below each post");
    lab.at("2026-01-02T09:00:00Z");
    assertThat(lab.posts().getLast().message().thread()).isEqualTo("Day 1: " + title(1));
    assertThat(set("thread:false")).contains("Thread: none");
    lab.at("2026-01-03T09:00:00Z");
    assertThat(lab.posts().getLast().message().thread()).isNull();
    assertThat(set("thread:true")).contains("Thread: below each post");
  }

  private static String title(int day) {
    return TestConversation.CATALOG.day(day).orElseThrow().title();
  }

  @Test
  void aTagIsRefusedWhereThereAreNoForums() {
    Turn refused = give("set channel:#daily tag:News");
    assertThat(refused.problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(refused.text()).contains("Only posts in a forum channel of Discord have tags");
  }

  @Test
  void theQuestionComesInTheEveningBesideTheTopic() {
    set("channel:#daily hour:08:00");
    assertThat(set("channel:#daily kind:question"))
        .contains("Posted: the question for the discussion", "Hour: 19:00", "Thread: none");
    lab.at("2026-01-02T12:00:00Z")
        .say("asha", "/discussion answer 2026-01-02 \"Whoever asks for it.\"");
    lab.at("2026-01-03T09:00:00Z");
    assertThat(posted())
        .containsExactly(
            "02T08:00 daily in daily", "02T19:00 question in daily", "03T08:00 daily in daily");
    Posted question = lab.posts().get(1);
    assertThat(question.message().card().title()).isEqualTo("To discuss on day 1: " + title(1));
    assertThat(question.text())
        .contains(TestConversation.CATALOG.day(1).orElseThrow().discuss(), "1 answer so far.");
    assertThat(give("show").text())
        .contains("#daily at 08:00, UTC, every topic", "#daily at 19:00, UTC, every question");
    assertThat(give("show kind:question").text()).contains("Hour: 19:00");
    assertThat(give("off").problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(give("off kind:question").text())
        .contains("This is not posted any more: #daily at 19:00, every question");
    lab.at("2026-01-04T09:00:00Z");
    assertThat(posted()).hasSize(4).last().isEqualTo("04T08:00 daily in daily");
  }

  @Test
  void theQuestionAsksWhatAMemberSuggested() {
    set("channel:#talk kind:question hour:19:00");
    lab.say("asha", "/suggest \"Who pays for it?\" named:yes");
    lab.moderate("mod", "/suggestion take 1");
    lab.at("2026-01-02T20:00:00Z");
    assertThat(lab.posts())
        .filteredOn(post -> post.kind().equals("question"))
        .singleElement()
        .satisfies(post -> {
          assertThat(post.text()).contains("Who pays for it? Asked by asha.");
          assertThat(post.message().thread()).startsWith("To discuss on day 1: ");
        });
  }

  @Test
  void theTopicAndItsQuestionAreNotPostedAtOnce() {
    set("channel:#daily hour:08:00");
    Turn refused = give("set channel:#daily kind:question hour:08:00");
    assertThat(refused.problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(refused.text()).contains("both would be posted at once", "kind:question hour:19:30");
    set("channel:#daily kind:question hour:08:00 zone:Asia/Tokyo");
    assertThat(give("set channel:#daily kind:question zone:community").problem())
        .isEqualTo(Problem.BAD_OPTION);
    assertThat(give("set channel:#daily kind:topic zone:Asia/Tokyo").problem())
        .isEqualTo(Problem.BAD_OPTION);
    set("channel:#other kind:question hour:08:00");
  }

  @Test
  void oneChannelHasThePostsOfSeveralTracksEachAtItsHour() {
    int other = dayOfAnotherTrack();
    set("channel:#lab track:%s hour:09:00".formatted(FIRST_TRACK));
    set("channel:#lab track:%s hour:17:00 ping:@ops".formatted(track(other)));
    lab.at("2026-01-02T00:00:00Z").after(Duration.ofDays(other));
    List<String> hours = posted().stream().map(post -> post.substring(3, 8)).distinct().toList();
    assertThat(hours).containsExactly("09:00", "17:00");
    assertThat(lab.posts().getLast().text()).contains("Day " + other);
    assertThat(lab.posts().getLast().message().pings()).isNotNull();
    assertThat(lab.posts().getFirst().message().pings()).isNull();
    assertThat(posted()).as("no day twice").doesNotHaveDuplicates();
    Turn ambiguous = give("set channel:#lab hour:10:00");
    assertThat(ambiguous.problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(ambiguous.text()).contains("with track");
    assertThat(set("channel:#lab hour:10:00 track:" + FIRST_TRACK)).contains("Hour: 10:00");
    Turn all = give("set channel:#lab track:all");
    assertThat(all.problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(all.text()).contains("would be made twice", "Nothing was changed");
    assertThat(give("off channel:#lab track:" + FIRST_TRACK).problem()).isNull();
    assertThat(set("channel:#lab track:all")).contains("Track: every topic");
  }

  @Test
  void anOnlyPostIsNarrowedToATrackAndWidenedAgain() {
    set("channel:#daily hour:08:00");
    assertThat(set("channel:#daily track:" + FIRST_TRACK)).contains("Track: " + FIRST_TRACK);
    assertThat(give("show").text()).contains("Hour: 08:00", "Track: " + FIRST_TRACK);
    assertThat(set("track:all")).contains("Track: every topic");
    assertThat(give("show").text()).doesNotContain("Track:");
    assertThat(undone()).contains("The topic of the day is posted in #daily at 08:00 again");
    assertThat(give("show").text()).contains("Track: " + FIRST_TRACK);
  }

  @Test
  void nothingChangesWhereTheSameIsSetAgain() {
    set("channel:#daily hour:08:00");
    assertThat(set("channel:#daily hour:08:00")).startsWith("Nothing changed");
  }

  @Test
  void theAuditLogTellsWhatWasSetAndUndoesIt() {
    set("channel:#daily hour:08:00 ping:@readers thread:no");
    set("channel:#daily kind:question hour:19:00");
    assertThat(lab.moderate("mod", "/audit").text())
        .contains(
            "had the topic of the day posted in #daily at 08:00, every day, mentioning @readers,"
                + " without a thread",
            "had the question of the day posted in #daily at 19:00");
    String before = give("show").text();
    give("off kind:topic");
    assertThat(undone()).contains("The topic of the day is posted in #daily at 08:00 again");
    assertThat(give("show").text()).isEqualTo(before);
    assertThat(give("show kind:topic").text()).contains("Mentions: @readers", "Thread: none");
    give("off kind:topic");
    set("channel:#daily kind:question hour:08:00");
    assertThat(lab.moderate("mod", "/audit undo:true").text()).contains("19:00 again");
    undone();
    assertThat(undone()).contains("08:00 again");
  }

  @Test
  void whatWouldBeInTheWayOfOthersIsNotSetAgain() {
    set("channel:#daily hour:08:00");
    give("off");
    lab.moderate("ada", "/daily set channel:#daily track:" + FIRST_TRACK);
    assertThat(lab.moderate("mod", "/audit undo:true").text())
        .contains("the daily post has been changed since");
  }

  private String undone() {
    Object id = lab.moderate("mod", "/audit undo:true").reply().facts().values().get("id");
    return lab.moderatorPresses("mod", "audit id:" + id + " confirm:true").text();
  }

  @Test
  void aPreviewOfADayShowsItAsItWillBe() {
    assertThat(give("preview day:12").text())
        .contains("Nothing is posted here yet", "Day 12: " + title(12));
    set("channel:#daily hour:08:00 ping:@readers pin:yes weekdays:mon,tue,wed,thu,fri");
    Turn twelfth = give("preview day:12");
    assertThat(twelfth.text())
        .contains("Day 12 will be in #daily", "A thread is opened below it. It is pinned.")
        .contains("@readers", title(12));
    assertThat(twelfth.reply().facts().values())
        .containsEntry("date", "2026-01-13")
        .containsEntry("day", 12);
    assertThat(twelfth.audience()).isEqualTo(Audience.CALLER);
    assertThat(give("preview day:2").text())
        .contains("Day 2 is on Saturday 3 January 2026, on which nothing is posted in #daily");
    assertThat(give("preview").text()).isEqualTo(give("preview day:1").text());
    lab.at("2026-01-09T12:00:00Z");
    assertThat(give("preview day:1").text()).contains("Day 1 was due in #daily");
    assertThat(give("preview day:181").problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(lab.posts().stream().filter(post -> post.text().contains("preview"))).isEmpty();
    assertThat(lab.say("asha", "/daily preview day:12").problem()).isEqualTo(Problem.NOT_ALLOWED);
  }

  @Test
  void aPreviewOfADayKnowsTracksAndQuestions() {
    int other = dayOfAnotherTrack();
    set("channel:#lab track:%s hour:09:00".formatted(FIRST_TRACK));
    Turn refused = give("preview day:" + other);
    assertThat(refused.problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(refused.text()).contains("belongs to the track " + track(other));
    set("channel:#lab track:%s hour:17:00".formatted(track(other)));
    assertThat(give("preview day:" + other).text()).contains(title(other));
    assertThat(give("preview track:" + FIRST_TRACK).text()).contains("Day 1: " + title(1));
    assertThat(give("preview track:%s day:%d".formatted(FIRST_TRACK, other)).problem())
        .isEqualTo(Problem.BAD_OPTION);
    set("channel:#lab kind:question hour:20:00");
    assertThat(give("preview day:1 kind:question").text()).contains("To discuss on day 1");
    assertThat(give("preview day:1").text()).contains("To do, in about", "To discuss");
  }
}
