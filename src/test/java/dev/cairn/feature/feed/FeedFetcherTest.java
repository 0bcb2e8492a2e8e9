package dev.cairn.feature.feed;

import static dev.cairn.feature.feed.NastyServer.HOST;
import static dev.cairn.feature.feed.NastyServer.document;
import static dev.cairn.feature.feed.NastyServer.redirect;
import static dev.cairn.feature.feed.NastyServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.feature.feed.FeedFetcher.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedFetcherTest {
  private static final String RSS = "application/rss+xml";

  private final NastyServer server = new NastyServer();
  private final FeedFetcher fetcher =
      new FeedFetcher(NastyServer.LENIENT, NastyServer.DNS, Limits.DEFAULT);

  @AfterEach
  void close() {
    server.close();
  }

  private Fetched fetch(String path) {
    return fetcher.fetch(server.url(path), Validators.NONE);
  }

  private static FeedProblem problem(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Failed.class);
    return ((Fetched.Failed) fetched).problem();
  }

  private static Fetched.Document fetched(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Document.class);
    return (Fetched.Document) fetched;
  }

  @Test
  void bringsADocumentWithItsValidators() {
    server.at(
        "/feed",
        NastyServer.bytes(
            RSS,
            "<rss/>".getBytes(StandardCharsets.UTF_8),
            "ETag",
            "\"one\"",
            "Last-Modified",
            "Thu, 01 Jan 2026 09:00:00 GMT"));
    Fetched.Document document = fetched(fetch("/feed"));
    assertThat(new String(document.bytes(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
    assertThat(document.contentType()).isEqualTo(RSS);
    assertThat(document.movedTo()).isEmpty();
    assertThat(document.validators())
        .isEqualTo(new Validators("\"one\"", "Thu, 01 Jan 2026 09:00:00 GMT"));
  }

  @Test
  void asksWhetherItHasChanged() {
    server.at("/feed", status(304));
    assertThat(fetcher.fetch(server.url("/feed"), new Validators("\"one\"", "yesterday")))
        .isEqualTo(new Fetched.Unchanged(Optional.empty()));
    assertThat(server.requests).containsExactly("/feed \"one\" yesterday");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "127.1",
        "2130706433",
        "0.0.0.0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::]",
        "127.0.0.1."
      })
  void doesNotTalkToThisMachineUnlessATestLetsIt(String host) {
    server.at("/feed", document(RSS, "<rss/>"));
    Fetched fetched =
        new FeedFetcher()
            .fetch(URI.create("http://" + host + ":" + server.port() + "/feed"), Validators.NONE);
    assertThat(problem(fetched))
        .isIn(FeedProblem.PRIVATE_ADDRESS, FeedProblem.UNKNOWN_HOST, FeedProblem.BAD_ADDRESS);
    assertThat(server.requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://192.168.1.1/admin",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/",
        "http://2852039166/",
        "//10.0.0.1/"
      })
  void isNotSentIntoAPrivateNetwork(String location) {
    server.at("/feed", redirect(302, "/hop")).at("/hop", redirect(301, location));
    assertThat(problem(fetch("/feed"))).isEqualTo(FeedProblem.PRIVATE_ADDRESS);
  }

  @Test
  void isNotSentIntoAPrivateNetworkByAName() throws UnknownHostException {
    InetAddress inside = InetAddress.getByName("10.0.0.1");
    Dns dns = host -> host.equals("inside.test") ? List.of(inside) : NastyServer.DNS.lookup(host);
    server.at("/feed", redirect(307, "http://inside.test/"));
    assertThat(
            problem(
                new FeedFetcher(NastyServer.LENIENT, dns, Limits.DEFAULT)
                    .fetch(server.url("/feed"), Validators.NONE)))
        .isEqualTo(FeedProblem.PRIVATE_ADDRESS);
  }

  @Test
  void refusesANameThatIsPublicAndPrivateAtOnce() throws UnknownHostException {
    List<InetAddress> both =
        List.of(InetAddress.getLoopbackAddress(), InetAddress.getByName("10.0.0.1"));
    server.at("/feed", document(RSS, "<rss/>"));
    assertThat(
            problem(
                new FeedFetcher(NastyServer.LENIENT, host -> both, Limits.DEFAULT)
                    .fetch(server.url("/feed"), Validators.NONE)))
        .isEqualTo(FeedProblem.PRIVATE_ADDRESS);
    assertThat(server.requests).isEmpty();
  }

  /** A name that is judged under one address and visited under another. */
  @Test
  void visitsTheAddressThatWasJudged() throws UnknownHostException {
    InetAddress inside = InetAddress.getByName("10.0.0.1");
    AtomicInteger lookups = new AtomicInteger();
    Dns rebinding =
        host -> List.of(lookups.getAndIncrement() == 0 ? InetAddress.getLoopbackAddress() : inside);
    server.at("/feed", document(RSS, "<rss/>"));
    fetched(
        new FeedFetcher(NastyServer.LENIENT, rebinding, Limits.DEFAULT)
            .fetch(server.url("/feed"), Validators.NONE));
    assertThat(lookups).hasValue(1);
  }

  /** A name that turns private between two hops. */
  @Test
  void judgesEveryHopAnew() throws UnknownHostException {
    InetAddress inside = InetAddress.getByName("10.0.0.1");
    AtomicInteger lookups = new AtomicInteger();
    Dns rebinding =
        host -> List.of(lookups.getAndIncrement() == 0 ? InetAddress.getLoopbackAddress() : inside);
    server.at("/feed", redirect(302, "/other")).at("/other", document(RSS, "<rss/>"));
    assertThat(
            problem(
                new FeedFetcher(NastyServer.LENIENT, rebinding, Limits.DEFAULT)
                    .fetch(server.url("/feed"), Validators.NONE)))
        .isEqualTo(FeedProblem.PRIVATE_ADDRESS);
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void readsNoMoreThanItsLimit() throws IOException {
    Limits limits = new Limits(1000, Duration.ofSeconds(10), 5);
    FeedFetcher small = new FeedFetcher(NastyServer.LENIENT, NastyServer.DNS, limits);
    server
        .at("/endless", NastyServer.endless(RSS))
        .at("/fits", NastyServer.bytes(RSS, new byte[1000]))
        .at("/large", NastyServer.bytes(RSS, new byte[1001]))
        .at("/bomb", NastyServer.bytes(RSS, zipped(50_000_000), "Content-Encoding", "gzip"));
    FeedFetcher usual = fetcher;
    assertThat(problem(usual.fetch(server.url("/endless"), Validators.NONE)))
        .isEqualTo(FeedProblem.TOO_LARGE);
    assertThat(problem(usual.fetch(server.url("/bomb"), Validators.NONE)))
        .isEqualTo(FeedProblem.TOO_LARGE);
    assertThat(problem(small.fetch(server.url("/large"), Validators.NONE)))
        .isEqualTo(FeedProblem.TOO_LARGE);
    assertThat(fetched(small.fetch(server.url("/fits"), Validators.NONE)).bytes()).hasSize(1000);
  }

  private static byte[] zipped(int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      byte[] block = new byte[1 << 16];
      for (int written = 0; written < zeros; written += block.length) {
        zip.write(block);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void unpacksWhatIsPacked() throws IOException {
    server
        .at("/packed", NastyServer.bytes(RSS, zipped(1), "Content-Encoding", "gzip"))
        .at("/broken", NastyServer.bytes(RSS, new byte[100], "Content-Encoding", "gzip"))
        .at("/unknown", NastyServer.bytes(RSS, new byte[100], "Content-Encoding", "br"));
    assertThat(fetched(fetch("/packed")).bytes()).hasSize(1 << 16);
    assertThat(problem(fetch("/broken"))).isEqualTo(FeedProblem.MALFORMED);
    assertThat(problem(fetch("/unknown"))).isEqualTo(FeedProblem.MALFORMED);
  }

  @Test
  void doesNotWaitForASlowServerNorForASlowName() {
    Limits impatient = new Limits(1000, Duration.ofMillis(200), 5);
    server.at("/slow", server.stalling());
    assertThat(
            problem(
                new FeedFetcher(NastyServer.LENIENT, NastyServer.DNS, impatient)
                    .fetch(server.url("/slow"), Validators.NONE)))
        .isEqualTo(FeedProblem.TOO_SLOW);
    Dns slow =
        host -> {
          server.awaitClosing();
          return NastyServer.DNS.lookup(host);
        };
    assertThat(
            problem(
                new FeedFetcher(NastyServer.LENIENT, slow, impatient)
                    .fetch(server.url("/feed"), Validators.NONE)))
        .isEqualTo(FeedProblem.TOO_SLOW);
  }

  @Test
  void followsFiveRedirectsAndNoMore() {
    for (int hop = 0; hop < 6; hop++) {
      server.at("/" + hop, redirect(302, "/" + (hop + 1)));
    }
    server.at("/6", document(RSS, "<rss/>")).at("/loop", redirect(302, "/loop"));
    fetched(fetch("/1"));
    assertThat(problem(fetch("/0"))).isEqualTo(FeedProblem.TOO_MANY_REDIRECTS);
    assertThat(problem(fetch("/loop"))).isEqualTo(FeedProblem.TOO_MANY_REDIRECTS);
  }

  @Test
  void tellsWhereItMovedForGood() {
    server
        .at("/old", redirect(301, "/newer"))
        .at("/newer", redirect(308, "/new"))
        .at("/new", document(RSS, "<rss/>"))
        .at("/away", redirect(302, "/old"))
        .at("/partly", redirect(301, "/away"))
        .at("/lost", redirect(301, "/nowhere"));
    assertThat(fetched(fetch("/old")).movedTo()).contains(server.url("/new"));
    assertThat(fetched(fetch("/away")).movedTo()).as("only lent out").isEmpty();
    assertThat(fetched(fetch("/partly")).movedTo()).contains(server.url("/away"));
    assertThat(problem(fetch("/lost"))).isEqualTo(FeedProblem.NOT_FOUND);
  }

  @Test
  void tellsWhatIsWrong() throws IOException {
    server.at("/gone", status(410)).at("/error", status(503));
    assertThat(fetch("/gone")).isEqualTo(new Fetched.Gone());
    assertThat(problem(fetch("/missing"))).isEqualTo(FeedProblem.NOT_FOUND);
    assertThat(problem(fetch("/error"))).isEqualTo(FeedProblem.REFUSED);
    assertThat(problem(fetcher.fetch(URI.create("http://nobody.invalid/"), Validators.NONE)))
        .isEqualTo(FeedProblem.UNKNOWN_HOST);
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    assertThat(
            problem(
                fetcher.fetch(URI.create("http://" + HOST + ":" + closed + "/"), Validators.NONE)))
        .isEqualTo(FeedProblem.UNREACHABLE);
  }

  @Test
  void talksToNobodyWhoCannotProveWhoTheyAre() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> answerInPlainText(socket));
      assertThat(
              problem(
                  fetcher.fetch(
                      URI.create("https://" + HOST + ":" + socket.getLocalPort() + "/"),
                      Validators.NONE)))
          .isEqualTo(FeedProblem.INSECURE);
    }
  }

  private static void answerInPlainText(ServerSocket socket) {
    try (Socket client = socket.accept()) {
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      client.getInputStream().readAllBytes();
    } catch (IOException hungUp) {
      // The client has seen enough, as the test says that it should.
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://feeds.test/", "javascript:alert(1)"})
  void followsOnlyTheWeb(String location) {
    server.at("/feed", redirect(301, location));
    assertThat(problem(fetch("/feed"))).isEqualTo(FeedProblem.BAD_ADDRESS);
    assertThat(problem(fetcher.fetch(URI.create(location), Validators.NONE)))
        .isEqualTo(FeedProblem.BAD_ADDRESS);
  }

  @Test
  void takesNoPasswords() {
    assertThat(
            problem(
                fetcher.fetch(
                    URI.create("http://me:secret@" + HOST + ":" + server.port() + "/"),
                    Validators.NONE)))
        .isEqualTo(FeedProblem.BAD_ADDRESS);
    assertThat(server.requests).isEmpty();
  }
}
