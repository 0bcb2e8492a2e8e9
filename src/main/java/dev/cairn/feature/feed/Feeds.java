package dev.cairn.feature.feed;

import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.blog.Post;
import dev.cairn.feature.blog.Posts;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.member.LinkParticipant;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Notifier;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the feeds of members: reads each at most hourly, and counts what is new in it. Read in
 * turn by whichever process is there; of two that read one feed at once, one changes nothing.
 */
public final class Feeds implements JobHandler, LinkParticipant {
  /** How long a reading may take before somebody else may begin another. */
  static final Duration CLAIM = Duration.ofMinutes(2);

  static final Duration BETWEEN_POLLS = Duration.ofHours(1);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  /** Feeds followed at the same moment do not stay together. */
  private static final int JITTER_SECONDS = 600;

  /**
   * How many entries are looked at for new posts. What comes below them has been seen when the feed
   * was first read, and does not turn new when entries above it are removed.
   */
  static final int NEWEST = 200;

  /** How many posts one reading counts; the rest is counted by the next. */
  static final int MOST_NEW = 50;

  /** After how many failures in a row the member is told, where the feed had been read before. */
  private static final int FAILURES_TO_TELL = 3;

  private static final int LONGEST_DOUBLING = 5;
  private static final String KIND = "feed";

  private final FeedStore store;
  private final FeedReader reader;
  private final Posts posts;
  private final Members members;
  private final Communities communities;
  private final Notifier notifier;
  private final JobQueue jobs;
  private final Database database;
  private final InstantSource clock;

  public Feeds(
      FeedStore store,
      FeedReader reader,
      Posts posts,
      Members members,
      Communities communities,
      Notifier notifier,
      JobQueue jobs,
      Database database,
      InstantSource clock) {
    this.store = store;
    this.reader = reader;
    this.posts = posts;
    this.members = members;
    this.communities = communities;
    this.notifier = notifier;
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
  }

  /** The feed that a member follows. */
  public Optional<Feed> of(Member member) {
    return database.reading(() -> store.find(member));
  }

  /**
   * Follows a feed, in the place of the one followed before. It is read for the first time soon
   * after, and the member is told the result.
   *
   * @return false where it is followed already
   */
  public boolean follow(Member member, URI url, Instant now) {
    return database.transaction(() -> {
      members.lock(member);
      Optional<Feed> before = store.find(member);
      if (before.filter(feed -> feed.url().equals(url)).isPresent()) {
        return false;
      }
      store.remove(member);
      store.save(member, Feed.at(url, now));
      jobs.plan(job(member), now);
      return true;
    });
  }

  /** Follows the member's feed no longer; its posts stay. False where there was none. */
  public boolean unfollow(Member member) {
    return database.transaction(() -> {
      members.lock(member);
      return store.remove(member);
    });
  }

  /** The survivor's own feed holds; without one, they follow the one of the absorbed member. */
  @Override
  public List<String> linked(Member survivor, Member absorbed, Instant at) {
    Optional<Feed> brought = store.find(absorbed);
    if (brought.isEmpty()) {
      return List.of();
    }
    Optional<Feed> own = store.find(survivor);
    if (own.isEmpty()) {
      store.lend(absorbed, survivor);
      jobs.plan(job(survivor), brought.get().nextPollAt());
      return List.of();
    }
    return own.get().url().equals(brought.get().url())
        ? List.of()
        : List.of(FeedNotices.oneOfTwo(own.get(), brought.get()));
  }

  @Override
  public void unlinked(Member survivor, Member absorbed, Instant at) {
    store.takeBack(absorbed, survivor);
    store.find(absorbed).ifPresent(feed -> planned(absorbed, feed.pollAt(at)));
  }

  /** Whoever has no account is a part of somebody else, whose feed is read. */
  private boolean isAbsorbed(Member member) {
    return members.accounts(member).isEmpty();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobKey job, Instant due) {
    member(job).ifPresent(this::poll);
  }

  private static JobKey job(Member member) {
    return new JobKey(KIND, member.community().id(), String.valueOf(member.id().value()));
  }

  private Optional<Member> member(JobKey job) {
    MemberId member = new MemberId(Long.parseLong(job.subject()));
    return communities.find(job.community()).flatMap(community -> members.find(community, member));
  }

  /** Reads the member's feed if it is due. */
  private void poll(Member member) {
    database
        .transaction(() -> claim(member))
        .ifPresent(feed -> {
          Reading reading = reader.read(feed.url(), feed.validators());
          database
              .transaction(() -> close(member, feed, reading))
              .forEach(card -> notifier.tell(member, card));
        });
  }

  private Optional<Feed> claim(Member member) {
    members.lock(member);
    Instant now = clock.instant();
    Optional<Feed> due =
        store
            .find(member)
            .filter(feed -> !feed.nextPollAt().isAfter(now))
            .filter(feed -> !isAbsorbed(member));
    // Whoever claims it may be cut short: then it is due again after the claim.
    return due.map(feed -> planned(member, feed.claimedUntil(now.plus(CLAIM))));
  }

  private Feed planned(Member member, Feed feed) {
    store.save(member, feed);
    jobs.plan(job(member), feed.nextPollAt());
    return feed;
  }

  /** Takes in what was read, and finds what to tell the member. */
  private List<Reply.Card> close(Member member, Feed claimed, Reading reading) {
    members.lock(member);
    boolean late =
        store
            .find(member)
            .filter(feed -> feed.claim() == claimed.claim() && feed.url().equals(claimed.url()))
            .filter(feed -> !isAbsorbed(member))
            .isEmpty();
    if (late) {
      return List.of();
    }
    return switch (reading) {
      case Reading.Read read -> takeIn(member, claimed, read);
      case Reading.Unchanged(var movedTo) ->
          goOn(member, claimed, claimed.succeeded(), movedTo, List.of());
      case Reading.Gone() -> {
        store.remove(member);
        yield List.of(FeedNotices.gone(claimed));
      }
      case Reading.Failed(FeedProblem problem) -> fail(member, claimed, problem);
    };
  }

  private List<Reply.Card> takeIn(Member member, Feed claimed, Reading.Read read) {
    List<FeedEntry> entries = read.document().entries();
    if (!claimed.looked()) {
      store.see(member, keys(entries), clock.instant());
      return goOn(
          member,
          claimed,
          claimed.read(read.document().title(), read.validators()),
          read.movedTo(),
          List.of(FeedNotices.looked(claimed, entries.size())));
    }
    List<FeedEntry> fresh = unseen(member, read.document().newest(NEWEST));
    List<FeedEntry> counted = fresh.subList(0, Math.min(MOST_NEW, fresh.size()));
    count(member, counted);
    // Without validators the rest is sent again next time.
    Validators validators = counted.size() < fresh.size() ? Validators.NONE : read.validators();
    return goOn(
        member,
        claimed,
        claimed.read(read.document().title(), validators),
        read.movedTo(),
        List.of());
  }

  private static List<String> keys(List<FeedEntry> entries) {
    return entries.stream().flatMap(entry -> entry.keys().stream()).distinct().toList();
  }

  /** What has not been seen yet, the oldest first. */
  private List<FeedEntry> unseen(Member member, List<FeedEntry> entries) {
    Set<String> seen = new HashSet<>(store.seen(member, keys(entries)));
    List<FeedEntry> fresh = new ArrayList<>();
    for (FeedEntry entry : entries.reversed()) {
      List<String> keys = entry.keys();
      if (keys.stream().noneMatch(seen::contains)) {
        fresh.add(entry);
      }
      seen.addAll(keys);
    }
    if (fresh.stream().allMatch(entry -> entry.publishedAt() != null)) {
      fresh.sort(Comparator.comparing(entry -> Objects.requireNonNull(entry.publishedAt())));
    }
    return fresh;
  }

  private void count(Member member, List<FeedEntry> entries) {
    Instant now = clock.instant();
    store.see(member, keys(entries), now);
    for (FeedEntry entry : entries) {
      entry
          .url()
          .filter(url -> url.value().length() <= Post.LONGEST_URL)
          .ifPresent(url ->
              posts.add(
                  member,
                  new Posts.Submission(
                      "feed:" + member.id().value() + ":" + url.value().hashCode() + ":" + now,
                      url,
                      Optional.ofNullable(entry.title()),
                      Optional.empty()),
                  now));
    }
  }

  private List<Reply.Card> goOn(
      Member member, Feed claimed, Feed read, Optional<URI> movedTo, List<Reply.Card> told) {
    Optional<URI> moved = movedTo.filter(to -> to.toString().length() <= Post.LONGEST_URL);
    Feed feed = moved.map(read::movedTo).orElse(read);
    planned(member, feed.pollAt(next(member, feed, BETWEEN_POLLS)));
    List<Reply.Card> cards = new ArrayList<>(told);
    moved.ifPresent(to -> cards.add(FeedNotices.moved(claimed.url(), to)));
    return cards;
  }

  private List<Reply.Card> fail(Member member, Feed claimed, FeedProblem problem) {
    if (!claimed.looked() && problem.isLasting()) {
      store.remove(member);
      return List.of(FeedNotices.unusable(claimed, problem));
    }
    Feed failed = claimed.failed();
    int doublings = Math.min(failed.failures() - 1, LONGEST_DOUBLING);
    Duration pause = BETWEEN_POLLS.multipliedBy(1L << doublings);
    planned(
        member,
        failed.pollAt(
            next(member, failed, pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)));
    boolean tell = failed.failures() == (claimed.looked() ? FAILURES_TO_TELL : 1);
    return tell ? List.of(FeedNotices.failing(claimed, problem)) : List.of();
  }

  private Instant next(Member member, Feed feed, Duration pause) {
    int jitter = Math.floorMod(Objects.hash(member.id().value(), feed.claim()), JITTER_SECONDS);
    return clock.instant().plus(pause).plusSeconds(jitter);
  }
}
