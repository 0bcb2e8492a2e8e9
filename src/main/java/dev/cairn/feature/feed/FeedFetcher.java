package dev.cairn.feature.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a document from an address that a member gave, so that no address can harm us: the host
 * of every hop is resolved once, judged, and connected to at that very address; redirects are
 * followed by hand; size and time are bounded.
 */
public final class FeedFetcher {
  private static final Logger LOG = LoggerFactory.getLogger(FeedFetcher.class);
  private static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8";

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> LASTING_REDIRECTS = Set.of(301, 308);

  private final AddressPolicy policy;
  private final Dns dns;
  private final Limits limits;
  private @Nullable OkHttpClient client;

  /**
   * How much a document may cost us.
   *
   * @param bytes of the document, compressed and not
   * @param time for all of it, redirects included
   * @param redirects how many are followed
   */
  public record Limits(int bytes, Duration time, int redirects) {
    /** 1 MiB, 10 seconds, 5 redirects. */
    public static final Limits DEFAULT = new Limits(1 << 20, Duration.ofSeconds(10), 5);
  }

  /** Fetches from the public Internet. */
  public FeedFetcher() {
    this(new PublicAddresses(), Dns.SYSTEM, Limits.DEFAULT);
  }

  /**
   * Fetches from wherever the policy lets it.
   *
   * @param dns resolves names
   */
  public FeedFetcher(AddressPolicy policy, Dns dns, Limits limits) {
    this.policy = policy;
    this.dns = dns;
    this.limits = limits;
  }

  /** Made when it is first needed: who never fetches a feed need not wait for it. */
  private synchronized OkHttpClient client() {
    if (client == null) {
      client =
          new OkHttpClient.Builder()
              .followRedirects(false)
              .followSslRedirects(false)
              .proxy(Proxy.NO_PROXY)
              // A kept connection could be used again without its address being judged.
              .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
              .connectTimeout(limits.time())
              .readTimeout(limits.time())
              .callTimeout(limits.time())
              .build();
    }
    return client;
  }

  /**
   * Fetches a document. Blocks for the limit of time at most.
   *
   * @param validators of what we have, so that it need not be sent again
   */
  public Fetched fetch(URI address, Validators validators) {
    // A name that resolves slowly cannot be interrupted, only left behind; hence the thread.
    FutureTask<Fetched> task = new FutureTask<>(() -> follow(address, validators));
    Thread.ofVirtual().name("feed-fetch").start(task);
    try {
      return task.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      task.cancel(true);
      return new Fetched.Failed(FeedProblem.TOO_SLOW);
    } catch (InterruptedException interrupted) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return new Fetched.Failed(FeedProblem.UNREACHABLE);
    } catch (ExecutionException unforeseen) {
      LOG.warn("fetching a feed failed", unforeseen.getCause());
      return new Fetched.Failed(FeedProblem.UNREACHABLE);
    }
  }

  private Fetched follow(URI address, Validators validators) {
    HttpUrl first = HttpUrl.parse(address.toString());
    HttpUrl url = first;
    HttpUrl lasting = first;
    boolean forGood = true;
    for (int hop = 0; hop <= limits.redirects(); hop++) {
      if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
        return new Fetched.Failed(FeedProblem.BAD_ADDRESS);
      }
      try (Response response = call(url, validators)) {
        String location = response.header("Location");
        if (!REDIRECTS.contains(response.code()) || location == null) {
          return read(
              response,
              lasting == null || lasting.equals(first)
                  ? Optional.empty()
                  : Optional.of(lasting.uri()));
        }
        url = url.resolve(location);
        forGood = forGood && LASTING_REDIRECTS.contains(response.code());
        lasting = forGood ? url : lasting;
      } catch (IOException failure) {
        return new Fetched.Failed(problem(failure));
      }
    }
    return new Fetched.Failed(FeedProblem.TOO_MANY_REDIRECTS);
  }

  private Response call(HttpUrl url, Validators validators) throws IOException {
    List<InetAddress> addresses = dns.lookup(url.host());
    if (!addresses.stream().allMatch(policy::allows)) {
      throw new ForbiddenAddressException();
    }
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "Cairn feed reader")
            .header("Accept", ACCEPT)
            // Asked for by ourselves, it is also unpacked by ourselves: within bounds.
            .header("Accept-Encoding", "gzip");
    header(request, "If-None-Match", validators.etag());
    header(request, "If-Modified-Since", validators.lastModified());
    return client().newBuilder().dns(host -> addresses).build().newCall(request.build()).execute();
  }

  private static void header(Request.Builder request, String name, @Nullable String value) {
    if (value != null) {
      request.header(name, value);
    }
  }

  private Fetched read(Response response, Optional<URI> movedTo) throws IOException {
    int code = response.code();
    if (code == 304) {
      return new Fetched.Unchanged(movedTo);
    }
    if (code == 410) {
      return new Fetched.Gone();
    }
    if (code == 404) {
      return new Fetched.Failed(FeedProblem.NOT_FOUND);
    }
    if (!response.isSuccessful()) {
      return new Fetched.Failed(FeedProblem.REFUSED);
    }
    byte[] bytes = unpacked(response, bounded(response.body().byteStream()));
    return new Fetched.Document(
        bytes,
        response.header("Content-Type"),
        new Validators(response.header("ETag"), response.header("Last-Modified")),
        movedTo);
  }

  private byte[] unpacked(Response response, byte[] bytes) throws IOException {
    String encoding = response.header("Content-Encoding");
    if (encoding == null || encoding.equalsIgnoreCase("identity")) {
      return bytes;
    }
    if (!encoding.equalsIgnoreCase("gzip")) {
      throw new UnreadableException();
    }
    try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return bounded(unzipped);
    } catch (TooLargeException tooLarge) {
      throw tooLarge;
    } catch (IOException broken) {
      throw new UnreadableException();
    }
  }

  private byte[] bounded(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(limits.bytes() + 1);
    if (bytes.length > limits.bytes()) {
      throw new TooLargeException();
    }
    return bytes;
  }

  private static FeedProblem problem(IOException failure) {
    return switch (failure) {
      case ForbiddenAddressException forbidden -> FeedProblem.PRIVATE_ADDRESS;
      case TooLargeException tooLarge -> FeedProblem.TOO_LARGE;
      case UnreadableException unreadable -> FeedProblem.MALFORMED;
      case UnknownHostException unknown -> FeedProblem.UNKNOWN_HOST;
      case SSLException insecure -> FeedProblem.INSECURE;
      case InterruptedIOException slow -> FeedProblem.TOO_SLOW;
      case IOException other -> FeedProblem.UNREACHABLE;
    };
  }

  private static final class ForbiddenAddressException extends IOException {}

  private static final class TooLargeException extends IOException {}

  private static final class UnreadableException extends IOException {}
}
