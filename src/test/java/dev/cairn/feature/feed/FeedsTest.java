package dev.cairn.feature.feed;

import static dev.cairn.feature.feed.NastyServer.bytes;
import static dev.cairn.feature.feed.NastyServer.document;
import static dev.cairn.feature.feed.NastyServer.redirect;
import static dev.cairn.feature.feed.NastyServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.feed.FeedFetcher.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FeedsTest {
  private static final String RSS = "application/rss+xml";

  private final NastyServer server = new NastyServer();
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestCommunity lab =
      new TestCommunity(
              database, new FeedFetcher(NastyServer.LENIENT, NastyServer.DNS, Limits.DEFAULT))
          .at("2026-01-01T09:00:00Z");

  @AfterEach
  void close() {
    server.close();
    database.close();
  }

  private static String rss(List<String> items) {
    return "<rss version='2.0'><channel><title>Asha's"
        + " blog</title><link>l</link><description>d</description>"
        + String.join("", items)
        + "</channel></rss>";
  }

  private static String item(String guid, String link, String title, String date) {
    return "<item><guid isPermaLink='false'>%s</guid><link>%s</link><title>%s</title>%s</item>"
        .formatted(guid, link, title, date.isEmpty() ? "" : "<pubDate>" + date + "</pubDate>");
  }

  private static String post(int number) {
    return item("id-" + number, "https://asha.example/" + number, "Post " + number, "");
  }

  /** The feed of these posts, the newest first as feeds are. */
  private static String posts(Integer... numbers) {
    return rss(Arrays.stream(numbers).map(FeedsTest::post).toList().reversed());
  }

  private void serve(String text) {
    server.at("/feed", document(RSS, text));
  }

  private void follow() {
    lab.say("asha", "/blog feed " + server.url("/feed"));
    lab.runDue();
  }

  private List<String> told() {
    return lab.told.stream().map(Reply.Card::title).toList();
  }

  private Object total() {
    return String.valueOf(lab.facts("asha", "/blog list").get("total"));
  }

  private void nextPoll() {
    lab.after(Duration.ofMinutes(71));
  }

  @Test
  void onlyLookAtFirstAndThenCountWhatIsNew() {
    serve(posts(1, 2));
    follow();
    assertThat(told()).containsExactly("I follow your feed now");
    assertThat(PlainText.of(lab.told.getFirst())).contains("2 entries");
    assertThat(total()).isEqualTo("0");
    serve(posts(1, 2, 3, 4));
    nextPoll();
    assertThat(total()).isEqualTo("2");
    nextPoll();
    assertThat(total()).isEqualTo("2");
    assertThat(told()).as("no word about each post").hasSize(1);
    assertThat(lab.text("asha", "/blog list")).contains("Post 3").contains("Post 4");
    assertThat(lab.reached()).containsExactly("asha MEMBER_POSTS 1 WAITING");
  }

  @Test
  void ofAFeedOfThousandsTheNewestAreLookedAt() {
    Integer[] many = IntStream.range(0, 8_000).boxed().toArray(Integer[]::new);
    serve(posts(many));
    follow();
    assertThat(PlainText.of(lab.told.getFirst())).contains("400 entries");
    assertThat(seen()).as("a link and an id each").isEqualTo(2L * BoundedFeed.ENTRIES);
    serve(posts(IntStream.range(0, 7_900).boxed().toArray(Integer[]::new)));
    nextPoll();
    assertThat(total()).as("what is old does not turn new").isEqualTo("0");
    serve(posts(IntStream.range(0, 8_001).boxed().toArray(Integer[]::new)));
    nextPoll();
    assertThat(total()).isEqualTo("1");
    assertThat(seen()).isEqualTo(2L * BoundedFeed.ENTRIES + 2);
  }

  @Test
  void aDateOfAMillionDigitsIsNone() {
    serve(posts(1));
    follow();
    serve(
        rss(
            List.of(
                item("id-2", "https://asha.example/2", "Post 2", "9".repeat(900_000)), post(1))));
    nextPoll();
    assertThat(total()).isEqualTo("1");
  }

  private long seen() {
    return database.query("select count(*) from feed_entry").one(Long.class);
  }

  @Test
  void areReadAtMostHourly() {
    serve(posts(1));
    follow();
    assertThat(server.requests).hasSize(1);
    lab.after(Duration.ofMinutes(59));
    assertThat(server.requests).hasSize(1);
    lab.after(Duration.ofMinutes(12));
    assertThat(server.requests).hasSize(2);
    lab.after(Duration.ofDays(1));
    assertThat(server.requests.size()).isBetween(2 + 20, 2 + 24);
  }

  @Test
  void areReadOnOnAClockFinerThanTheAgenda() {
    lab.at("2026-01-01T09:00:00.123456Z");
    serve(posts(1));
    follow();
    lab.after(Duration.ofHours(3));
    assertThat(server.requests).hasSize(3);
  }

  @Test
  void askWhetherAnythingHasChanged() {
    server.at("/feed", bytes(RSS, posts(1).getBytes(StandardCharsets.UTF_8), "ETag", "\"one\""));
    follow();
    server.at("/feed", status(304));
    nextPoll();
    nextPoll();
    assertThat(server.requests)
        .containsExactly("/feed null null", "/feed \"one\" null", "/feed \"one\" null");
    serve(posts(1, 2));
    nextPoll();
    assertThat(total()).isEqualTo("1");
  }

  @Test
  void knowAnEntryByItsGuidItsLinkOrItsTitle() {
    String date = "Thu, 01 Jan 2026 08:00:00 GMT";
    serve(rss(List.of(item("a", "https://asha.example/a", "A", date))));
    follow();
    for (String same :
        List.of(
            item("a", "https://asha.example/a-moved", "A, revised", ""),
            item("other", "https://asha.example/a?utm_source=rss", "A, once more", ""),
            item("another", "https://new.example/a", "A", date))) {
      serve(rss(List.of(same)));
      nextPoll();
      assertThat(total()).as(same).isEqualTo("0");
    }
    serve(rss(List.of(item("b", "https://asha.example/b", "A", "Fri, 02 Jan 2026 08:00:00 GMT"))));
    nextPoll();
    assertThat(total()).as("the same title, a week later").isEqualTo("1");
  }

  @Test
  void countNoPostTwiceThatWasAddedByHandOrRemoved() {
    serve(posts(1));
    follow();
    lab.say("asha", "/blog add https://asha.example/2");
    serve(posts(1, 2, 3));
    nextPoll();
    assertThat(total()).isEqualTo("2");
    lab.say("asha", "/blog remove https://asha.example/3");
    nextPoll();
    assertThat(total()).as("removed is removed").isEqualTo("1");
  }

  @Test
  void countAFloodBitByBit() {
    serve(posts(0));
    follow();
    serve(
        rss(
            IntStream.rangeClosed(0, 120)
                .mapToObj(FeedsTest::post)
                .collect(Collectors.toList())
                .reversed()));
    nextPoll();
    assertThat(total()).isEqualTo("50");
    assertThat(lab.say("asha", "/blog add https://asha.example/50").reply().facts().values())
        .as("the oldest first")
        .containsEntry("counted", false);
    nextPoll();
    nextPoll();
    nextPoll();
    assertThat(total()).isEqualTo("120");
  }

  @Test
  void checkInWhereTheMemberSaysSo() {
    lab.say("asha", "/blog settings checkin:true");
    serve(posts(1));
    follow();
    assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 0);
    serve(posts(1, 2, 3));
    nextPoll();
    assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 1);
  }

  @Test
  void moveToTheirNewAddress() {
    serve(posts(1));
    follow();
    server.at("/feed", redirect(301, "/new")).at("/new", document(RSS, posts(1, 2)));
    nextPoll();
    assertThat(told()).containsExactly("I follow your feed now", "Your feed has moved");
    assertThat(total()).isEqualTo("1");
    assertThat(lab.facts("asha", "/blog feed")).containsEntry("url", server.url("/new").toString());
    nextPoll();
    assertThat(server.requests.getLast()).startsWith("/new ");
  }

  @Test
  void endWhereTheServerSaysThatTheyAreGone() {
    serve(posts(1));
    follow();
    server.at("/feed", status(410));
    nextPoll();
    assertThat(told()).containsExactly("I follow your feed now", "Your feed is gone");
    assertThat(lab.facts("asha", "/blog feed")).containsEntry("following", false);
    int requests = server.requests.size();
    lab.after(Duration.ofDays(2));
    assertThat(server.requests).hasSize(requests);
  }

  @Test
  void areNotFollowedWhereThatIsNoUse() {
    server
        .at("/feed", document("text/html", "<html/>"))
        .at("/inside", redirect(302, "http://169.254.169.254/latest/"))
        .at("/huge", NastyServer.endless(RSS));
    follow();
    lab.say("asha", "/blog feed " + server.url("/inside"));
    lab.runDue();
    lab.say("asha", "/blog feed " + server.url("/huge"));
    lab.runDue();
    assertThat(told()).hasSize(3).containsOnly("I cannot follow your feed");
    assertThat(lab.told.stream().map(PlainText::of).toList())
        .satisfiesExactly(
            page -> assertThat(page).contains("not an RSS or Atom feed"),
            inside -> assertThat(inside).contains("private network"),
            huge -> assertThat(huge).contains("larger than 1 MiB"));
    assertThat(lab.facts("asha", "/blog feed")).containsEntry("following", false);
  }

  @Test
  void areTriedLessAndLessWhileTheirServerIsDown() {
    serve(posts(1));
    follow();
    server.at("/feed", status(503));
    lab.after(Duration.ofDays(4));
    assertThat(server.requests.size()).as("not every hour").isBetween(5, 12);
    assertThat(told())
        .as("told once, and no more")
        .containsExactly("I follow your feed now", "I could not read your feed");
    serve(posts(1, 2));
    lab.after(Duration.ofDays(2));
    assertThat(total()).isEqualTo("1");
  }

  @Test
  void tellAtOnceWhereTheFirstLookFails() {
    server.at("/feed", status(503));
    follow();
    assertThat(told()).containsExactly("I could not read your feed");
    serve(posts(1));
    lab.after(Duration.ofHours(3));
    assertThat(told()).containsExactly("I could not read your feed", "I follow your feed now");
  }

  @Test
  void canBeLeftAndTakenUpAgain() {
    serve(posts(1));
    follow();
    assertThat(lab.text("asha", "/blog feed " + server.url("/feed"))).contains("already");
    assertThat(lab.facts("asha", "/blog feed off")).containsEntry("following", false);
    assertThat(lab.say("asha", "/blog feed off:true").problem()).isEqualTo(Problem.CONFLICT);
    int requests = server.requests.size();
    serve(posts(1, 2));
    lab.after(Duration.ofHours(3));
    assertThat(server.requests).hasSize(requests);
    follow();
    nextPoll();
    assertThat(total()).as("what is there is only looked at").isEqualTo("0");
    assertThat(lab.text("asha", "/blog feed")).contains("Asha's blog");
  }

  @Test
  void takeInNothingFromAReadingThatWasOvertaken() {
    // While the old address is being read, the member follows another one.
    serve(posts(1, 2));
    server.at(
        "/old",
        exchange -> {
          lab.say("asha", "/blog feed " + server.url("/feed"));
          document(RSS, posts(7)).answer(exchange);
        });
    lab.say("asha", "/blog feed " + server.url("/old"));
    lab.runDue();
    lab.runDue();
    assertThat(lab.facts("asha", "/blog feed"))
        .containsEntry("url", server.url("/feed").toString());
    assertThat(told()).containsExactly("I follow your feed now");
    assertThat(PlainText.of(lab.told.getFirst())).contains("2 entries");
  }
}
