package dev.cairn.feature.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.cairn.chat.Direction;
import dev.cairn.feature.blog.Post;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jdom2.JDOMException;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says.
 *
 * @param title what it calls itself, or null
 * @param entries in the order of the feed; of many, the newest
 */
public record FeedDocument(@Nullable String title, List<FeedEntry> entries) {
  public FeedDocument {
    entries = List.copyOf(entries);
  }

  /** So many of the newest entries, in the order of the feed. */
  public List<FeedEntry> newest(int atMost) {
    if (entries.size() <= atMost) {
      return entries;
    }
    Instant first = entries.getFirst().publishedAt();
    Instant last = entries.getLast().publishedAt();
    boolean newestLast = first != null && last != null && last.isAfter(first);
    return newestLast
        ? entries.subList(entries.size() - atMost, entries.size())
        : entries.subList(0, atMost);
  }

  /** Thrown where a document is no feed that we read. */
  public static final class UnreadableFeedException extends Exception {
    private final FeedProblem problem;

    UnreadableFeedException(FeedProblem problem, @Nullable Throwable cause) {
      super(problem.words(), cause);
      this.problem = problem;
    }

    /** What is wrong with it. */
    public FeedProblem problem() {
      return problem;
    }
  }

  /**
   * Reads an RSS or Atom feed, within the bounds of {@link BoundedFeed}; neither entities nor a
   * document type are read.
   *
   * @param address where it came from, against which its links are read
   * @throws UnreadableFeedException when it is no such feed
   */
  public static FeedDocument read(Fetched.Document document, URI address)
      throws UnreadableFeedException {
    if (!mayBeAFeed(document.contentType())) {
      throw new UnreadableFeedException(FeedProblem.NOT_A_FEED, null);
    }
    SyndFeedInput input = new SyndFeedInput(false, Locale.ENGLISH);
    try (XmlReader reader =
        new XmlReader(new ByteArrayInputStream(document.bytes()), document.contentType(), true)) {
      return of(input.build(BoundedFeed.read(reader)), address);
    } catch (JDOMException | IOException broken) {
      throw new UnreadableFeedException(FeedProblem.MALFORMED, broken);
    } catch (FeedException | IllegalArgumentException unknown) {
      throw new UnreadableFeedException(FeedProblem.NOT_A_FEED, unknown);
    } catch (RuntimeException stumbled) {
      // Rome takes for granted that a feed has all that it must have.
      throw new UnreadableFeedException(FeedProblem.MALFORMED, stumbled);
    }
  }

  /**
   * Servers know little about types: text and bytes may be a feed, a page and a picture are not.
   */
  private static boolean mayBeAFeed(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.isEmpty()
        || (type.endsWith("xml") && !type.equals("application/xhtml+xml"))
        || type.equals("text/plain")
        || type.equals("application/octet-stream");
  }

  private static FeedDocument of(SyndFeed feed, URI address) {
    HttpUrl base = HttpUrl.parse(address.toString());
    return new FeedDocument(
        title(feed.getTitle()),
        feed.getEntries().stream().map(entry -> entry(entry, base)).toList());
  }

  private static FeedEntry entry(SyndEntry entry, @Nullable HttpUrl base) {
    String guid = line(entry.getUri());
    String link = line(entry.getLink());
    Date published = entry.getPublishedDate();
    return new FeedEntry(
        guid,
        link == null && isAddress(guid) ? guid : absolute(link, base),
        title(entry.getTitle()),
        published == null ? null : published.toInstant());
  }

  private static boolean isAddress(@Nullable String guid) {
    return guid != null && HttpUrl.parse(guid) != null;
  }

  private static @Nullable String absolute(@Nullable String link, @Nullable HttpUrl base) {
    HttpUrl resolved = link == null || base == null ? null : base.resolve(link);
    return resolved == null ? null : resolved.toString();
  }

  private static @Nullable String title(@Nullable String text) {
    String line = line(text);
    if (line == null || line.length() <= Post.LONGEST_TITLE) {
      return line;
    }
    int end = Post.LONGEST_TITLE - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** The text in one line; null where there is nothing to read. */
  private static @Nullable String line(@Nullable String text) {
    String line =
        text == null ? "" : Direction.cleaned(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.isEmpty() ? null : line;
  }
}
