package dev.cairn.feature.feed;

import static dev.cairn.feature.feed.NastyServer.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.feature.feed.FeedFetcher.Limits;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedReaderTest {
  private static final String RSS = "application/rss+xml; charset=utf-8";

  private final NastyServer server = new NastyServer();
  private final FeedReader reader =
      new FeedReader(new FeedFetcher(NastyServer.LENIENT, NastyServer.DNS, Limits.DEFAULT));

  @AfterEach
  void close() {
    server.close();
  }

  private Reading read(String contentType, String text) {
    server.at("/blog/feed", document(contentType, text));
    return reader.read(server.url("/blog/feed"), Validators.NONE);
  }

  private FeedDocument feed(String contentType, String text) {
    Reading reading = read(contentType, text);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).document();
  }

  private FeedProblem problem(String contentType, String text) {
    Reading reading = read(contentType, text);
    assertThat(reading).isInstanceOf(Reading.Failed.class);
    return ((Reading.Failed) reading).problem();
  }

  @Test
  void readsRss() {
    FeedDocument feed =
        feed(
            RSS,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title> Asha &amp;
             drift </title><link>https://asha.example</link><description>d</description>
            <item><guid isPermaLink="false">42</guid><title>What drift is</title>
              <link>https://asha.example/drift</link><pubDate>Thu, 01 Jan 2026 09:00:00 GMT</pubDate></item>
            <item><guid isPermaLink="true">https://asha.example/second</guid></item>
            <item><guid isPermaLink="false">43</guid><title>Nowhere</title></item>
            <item><title>Beside</title><link>beside</link></item>
            </channel></rss>
            """);
    assertThat(feed.title()).isEqualTo("Asha & drift");
    assertThat(feed.entries())
        .containsExactly(
            new FeedEntry(
                "42",
                "https://asha.example/drift",
                "What drift is",
                Instant.parse("2026-01-01T09:00:00Z")),
            new FeedEntry("https://asha.example/second", "https://asha.example/second", null, null),
            new FeedEntry("43", null, "Nowhere", null),
            new FeedEntry(
                feed.entries().getLast().guid(),
                server.url("/blog/beside").toString(),
                "Beside",
                null));
  }

  @Test
  void readsAtom() {
    FeedDocument feed =
        feed(
            "application/atom+xml",
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Asha</title><id>urn:a</id>
            <updated>2026-01-02T00:00:00Z</updated>
            <entry><id>urn:a:1</id><title>One</title><link rel="alternate" href="https://asha.example/1"/>
              <published>2026-01-01T09:00:00Z</published><updated>2026-01-02T00:00:00Z</updated></entry>
            </feed>
            """);
    assertThat(feed.entries())
        .containsExactly(
            new FeedEntry(
                "urn:a:1", "https://asha.example/1", "One", Instant.parse("2026-01-01T09:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/xml", "application/xml", "text/plain", "application/octet-stream"})
  void readsAFeedWhoseServerKnowsLittle(String contentType) {
    assertThat(
            feed(
                    contentType,
                    "<rss version='2.0'><channel><title>t</title><link>l</link><description>d</description></channel></rss>")
                .entries())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "text/html; charset=utf-8",
        "image/png",
        "application/json",
        "application/xhtml+xml"
      })
  void takesNoPageForAFeed(String contentType) {
    assertThat(problem(contentType, "<html><body>My blog</body></html>"))
        .isEqualTo(FeedProblem.NOT_A_FEED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html><body>My blog</body></html>", "<svg xmlns='http://www.w3.org/2000/svg'/>"})
  void knowsWhatXmlIsNoFeed(String text) {
    assertThat(problem("application/xml", text)).isEqualTo(FeedProblem.NOT_A_FEED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not xml at all",
        "<rss/>",
        "<rss version='2.0'><channel><title>cut sho",
        "<rss version='2.0'><channel><item></channel></rss>",
        "\0\0\0",
        "<?xml version='1.0' encoding='no-such-thing'?><rss/>"
      })
  void doesNotStumbleOverBrokenXml(String text) {
    assertThat(problem(RSS, text)).isIn(FeedProblem.MALFORMED, FeedProblem.NOT_A_FEED);
  }

  @Test
  void expandsNoEntities() {
    String laughs =
        """
        <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
        <rss version="2.0"><channel><title>&d;</title><link>l</link><description>d</description></channel></rss>
        """;
    assertThat(problem(RSS, laughs)).isEqualTo(FeedProblem.MALFORMED);
  }

  @Test
  void readsNothingThatAnEntityNames() {
    server.at("/secret", document("text/plain", "a secret"));
    for (String secret : new String[] {"file:///etc/passwd", server.url("/secret").toString()}) {
      assertThat(
              problem(
                  RSS,
                  """
                  <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "%s">]>
                  <rss version="2.0"><channel><title>&x;</title><link>l</link><description>d</description></channel></rss>
                  """
                      .formatted(secret)))
          .isEqualTo(FeedProblem.MALFORMED);
      assertThat(
              problem(
                  RSS,
                  "<?xml version='1.0'?><!DOCTYPE rss SYSTEM '"
                      + secret
                      + "'><rss version='2.0'/>"))
          .isEqualTo(FeedProblem.MALFORMED);
    }
    assertThat(server.requests).noneMatch(request -> request.startsWith("/secret"));
  }

  @Test
  void isNotDraggedIntoTheDeep() {
    int deep = 100_000;
    String text =
        "<rss version='2.0'><channel><title>"
            + "<a>".repeat(deep)
            + "</a>".repeat(deep)
            + "</title></channel></rss>";
    assertThat(text.length()).isLessThan(Limits.DEFAULT.bytes());
    assertThat(read(RSS, text)).isInstanceOfAny(Reading.Failed.class, Reading.Read.class);
  }

  @Test
  void shortensTitlesThatNobodyCouldRead() {
    FeedDocument feed =
        feed(
            RSS,
            "<rss version='2.0'><channel><title>%s</title><link>l</link><description>d</description></channel></rss>"
                .formatted("x".repeat(100_000)));
    assertThat(feed.title()).hasSize(200).endsWith("…");
  }
}
