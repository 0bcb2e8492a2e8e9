package dev.cairn.feature.blog;

import dev.cairn.database.Database;
import dev.cairn.domain.blog.BlogPace;
import dev.cairn.domain.blog.PostUrl;
import dev.cairn.domain.blog.PostsOnRecord;
import dev.cairn.feature.blog.PostListener.Change;
import dev.cairn.feature.checkin.CheckInDetails;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.LinkParticipant;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Counts posts, each address once a member, and tells how members stand with their goals. */
public final class Posts implements LinkParticipant {
  private final PostStore store;
  private final Members members;
  private final Streaks streaks;
  private final CheckIns checkIns;
  private final List<PostListener> listeners;
  private final Database database;

  public Posts(
      PostStore store,
      Members members,
      Streaks streaks,
      CheckIns checkIns,
      List<PostListener> listeners,
      Database database) {
    this.store = store;
    this.members = members;
    this.streaks = streaks;
    this.checkIns = checkIns;
    this.listeners = List.copyOf(listeners);
    this.database = database;
  }

  /**
   * A post to count.
   *
   * @param interactionId by which a check-in that it makes is counted once
   * @param title empty where nobody told one
   * @param checksIn whether it counts as today's check-in; empty for what the member's plan says
   */
  public record Submission(
      String interactionId, PostUrl url, Optional<String> title, Optional<Boolean> checksIn) {}

  /**
   * What came of adding a post.
   *
   * @param post as it is kept
   * @param counted false where it had been counted before, or was taken down
   * @param posts how many the member has
   * @param checkIn the check-in that it made, if it made one
   * @param struck why a moderator took it down; empty where none did
   */
  public record Result(
      Post post,
      boolean counted,
      int posts,
      Optional<CheckIns.Result> checkIn,
      Optional<String> struck) {}

  /**
   * How a member stands.
   *
   * @param posts the newest first
   */
  public record Blog(List<Post> posts, BlogPlan plan, BlogPace pace) {
    public Blog {
      posts = List.copyOf(posts);
    }
  }

  /** Counts a post; one that is there already counts no more, and gets the title that is given. */
  public Result add(Member member, Submission submission, Instant at) {
    return database.transaction(() -> {
      members.lock(member);
      Optional<Post> known = store.find(member, submission.url());
      if (known.isPresent()) {
        return again(member, known.get(), submission);
      }
      Optional<String> struck = store.struck(member, submission.url());
      return struck.isPresent()
          ? takenDown(member, submission, struck, at)
          : count(member, submission, at);
    });
  }

  private Result again(Member member, Post known, Submission submission) {
    Post post =
        submission
            .title()
            .map(title -> new Post(known.url(), title, known.postedOn()))
            .orElse(known);
    submission.title().ifPresent(title -> store.setTitle(member, known.url(), title));
    return new Result(post, false, store.count(member), Optional.empty(), Optional.empty());
  }

  private Result takenDown(
      Member member, Submission submission, Optional<String> struck, Instant at) {
    Post post =
        new Post(submission.url(), submission.title().orElse(null), member.days().today(at));
    return new Result(post, false, store.count(member), Optional.empty(), struck);
  }

  private Result count(Member member, Submission submission, Instant at) {
    LocalDate today = streaks.recentHistory(member).today(at);
    Post post = new Post(submission.url(), submission.title().orElse(null), today);
    boolean checksIn = submission.checksIn().orElseGet(() -> plan(member).checksIn());
    // Before the tally: whoever holds that lock should not have to wait for another.
    Optional<CheckIns.Result> checkIn =
        checksIn ? Optional.of(checkIn(member, submission, at)) : Optional.empty();
    store.add(member, post, at);
    int posts = store.count(member);
    int together = store.tally(member.community(), 1);
    changed(member, new Change(posts - 1, posts), new Change(together - 1, together), at);
    return new Result(post, true, posts, checkIn, Optional.empty());
  }

  private CheckIns.Result checkIn(Member member, Submission submission, Instant at) {
    CheckInDetails remarks =
        new CheckInDetails(
            submission.title().orElse(null), null, URI.create(submission.url().value()));
    return checkIns.checkIn(member, submission.interactionId(), at, remarks);
  }

  /**
   * Removes a post.
   *
   * @return how many the member has left; empty where there was no such post
   */
  public Optional<Integer> remove(Member member, PostUrl url, Instant at) {
    return change(member, () -> store.remove(member, url), at);
  }

  /**
   * Puts a post back that was taken down.
   *
   * @return how many the member has now; empty where none was taken down at this address
   */
  Optional<Integer> putBack(Member member, PostUrl url, Instant at) {
    return change(member, () -> store.putBack(member, url), at);
  }

  private Optional<Integer> change(Member member, BooleanSupplier change, Instant at) {
    return database.transaction(() -> {
      members.lock(member);
      PostsOnRecord before = store.record(member);
      if (!change.getAsBoolean()) {
        return Optional.empty();
      }
      PostsOnRecord after = store.record(member);
      tally(
          member,
          new Change(before.count(), after.count()),
          after.countTogether() - before.countTogether(),
          at);
      return Optional.of(after.count());
    });
  }

  /** What a member wrote counts no more, because everything about them is about to be deleted. */
  public void forget(Member member, Instant at) {
    database.transaction(() -> {
      PostsOnRecord all = store.record(member);
      if (all.count() > 0) {
        tally(member, new Change(all.count(), 0), -all.countTogether(), at);
      }
    });
  }

  /** Counts a community's posts anew; tells whether they were counted wrongly. */
  public boolean recompute(Community community) {
    return database.transaction(() -> store.recount(community));
  }

  /** Your posts, or another member's, and the pace towards the goal. */
  public Blog of(Member member, Instant now) {
    return database.reading(() -> {
      List<Post> posts = store.all(member);
      BlogPlan plan = plan(member);
      LocalDate today = streaks.recentHistory(member).today(now);
      var goal = plan.goal(posts, today);
      int sinceStart =
          (int) posts.stream().filter(post -> !post.postedOn().isBefore(goal.start())).count();
      return new Blog(posts, plan, BlogPace.on(today, goal, sinceStart));
    });
  }

  /** The first post of a member that is still on their list. */
  public Optional<Post> first(Member member) {
    return database.reading(() -> {
      List<Post> newestFirst = store.all(member);
      return newestFirst.isEmpty() ? Optional.empty() : Optional.of(newestFirst.getLast());
    });
  }

  /**
   * How many posts there were, and are.
   *
   * @param own of each member who has some
   * @param together of the community
   */
  public record Growth(List<Change> own, Change together) {}

  /** How the posts of a community that are on record now have grown since an instant. */
  public Growth growth(Community community, Instant since) {
    return database.reading(() ->
        new Growth(
            store.growth(community, since, false),
            store.growth(community, since, true).stream()
                .reduce(
                    new Change(0, 0),
                    (all, each) ->
                        new Change(all.before() + each.before(), all.after() + each.after()))));
  }

  /** Changes what the member vowed. */
  public void plan(Member member, UnaryOperator<BlogPlan> change) {
    database.transaction(() -> {
      members.lock(member);
      store.save(member, change.apply(plan(member)));
    });
  }

  /** Each address counts once, as the earlier post; one that was taken down of either does not. */
  @Override
  public List<String> linked(Member survivor, Member absorbed, Instant at) {
    PostsOnRecord ofSurvivor = store.record(survivor);
    PostsOnRecord ofAbsorbed = store.record(absorbed);
    store.shareStrikes(survivor, absorbed);
    PostsOnRecord keptOfSurvivor = store.recordNotStruck(survivor);
    PostsOnRecord keptOfAbsorbed = store.recordNotStruck(absorbed);
    PostsOnRecord together = PostsOnRecord.merged(keptOfSurvivor, keptOfAbsorbed);
    store.remember(absorbed, survivor, keptOfSurvivor);
    store.remember(absorbed, absorbed, keptOfAbsorbed);
    store.lendPlan(absorbed, survivor);
    store.replace(absorbed, PostsOnRecord.NONE);
    store.replace(survivor, together);
    int more = together.countTogether() - ofSurvivor.countTogether() - ofAbsorbed.countTogether();
    tally(
        survivor,
        new Change(Math.max(ofSurvivor.count(), ofAbsorbed.count()), together.count()),
        more,
        at);
    return List.of();
  }

  /** Each has the posts that they had, and those added since. */
  @Override
  public void unlinked(Member survivor, Member absorbed, Instant at) {
    PostsOnRecord now = store.record(survivor);
    PostsOnRecord ofAbsorbed = store.record(absorbed);
    PostsOnRecord.Apart apart =
        PostsOnRecord.apart(
            store.recall(absorbed, survivor), store.recall(absorbed, absorbed), now);
    // They have posts where they were linked before posts came along.
    PostsOnRecord given = PostsOnRecord.merged(ofAbsorbed, apart.absorbed());
    store.forget(absorbed);
    store.takeBackPlan(absorbed, survivor);
    store.replace(survivor, apart.survivor());
    store.replace(absorbed, given);
    store.liftStrikesOfPosts(absorbed);
    int more =
        apart.survivor().countTogether()
            + given.countTogether()
            - now.countTogether()
            - ofAbsorbed.countTogether();
    int left = apart.survivor().count();
    tally(survivor, new Change(left, left), more, at);
  }

  private void tally(Member member, Change own, int more, Instant at) {
    int together = store.tally(member.community(), more);
    changed(member, own, new Change(together - more, together), at);
  }

  private void changed(Member member, Change own, Change together, Instant at) {
    listeners.forEach(listener -> listener.postsChanged(member, own, together, at));
  }

  private BlogPlan plan(Member member) {
    return store.plan(member).orElse(BlogPlan.DEFAULT);
  }
}
