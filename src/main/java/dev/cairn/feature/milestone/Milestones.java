package dev.cairn.feature.milestone;

import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Place;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.database.Database;
import dev.cairn.domain.blog.MilestoneRules.Kind;
import dev.cairn.feature.Moments;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.blog.PostListener;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.LinkParticipant;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds milestones in the transaction of the fact that reached them, and has them announced at most
 * once: what was reached is kept for good, so that reaching it again finds nothing.
 */
public final class Milestones implements PostListener, DayListener, LinkParticipant {
  private static final Undo SAID =
      Undo.never("What was announced stays announced, and is never announced twice.");

  private final MilestoneStore store;
  private final MilestoneAnnouncements announcements;
  private final AuditLog audit;
  private final Database database;

  public Milestones(
      MilestoneStore store,
      MilestoneAnnouncements announcements,
      AuditLog audit,
      Database database) {
    this.store = store;
    this.announcements = announcements;
    this.audit = audit;
    this.database = database;
  }

  @Override
  public void postsChanged(Member member, Change own, Change together, Instant at) {
    MilestonePolicy policy = policy(member.community());
    if (own.after() < own.before()) {
      store.withdraw(member.community(), Kind.MEMBER_POSTS, Optional.of(member.id()), own.after());
    }
    if (together.after() < together.before()) {
      store.withdraw(member.community(), Kind.COMMUNITY_POSTS, Optional.empty(), together.after());
    }
    found(
        member.community(),
        policy,
        Kind.MEMBER_POSTS,
        Optional.of(member),
        policy.rules().reached(Kind.MEMBER_POSTS, own.before(), own.after()),
        at);
    found(
        member.community(),
        policy,
        Kind.COMMUNITY_POSTS,
        Optional.empty(),
        policy.rules().reached(Kind.COMMUNITY_POSTS, together.before(), together.after()),
        at);
  }

  @Override
  public void dayChanged(
      Member member, LocalDate day, int change, Streaks.Change streak, Instant at) {
    MilestonePolicy policy = policy(member.community());
    // A past day may join two streaks, or lengthen one that has ended; and a day that does not
    // count
    // any more may shorten one.
    Collection<Integer> reached =
        new TreeSet<>(
            policy
                .rules()
                .reached(Kind.MEMBER_STREAK, streak.before().length(), streak.after().length()));
    reached.addAll(
        policy
            .rules()
            .reached(Kind.MEMBER_STREAK, streak.before().longest(), streak.after().longest()));
    if (streak.after().longest() < streak.before().longest()) {
      store.withdraw(
          member.community(),
          Kind.MEMBER_STREAK,
          Optional.of(member.id()),
          streak.after().longest());
    }
    found(member.community(), policy, Kind.MEMBER_STREAK, Optional.of(member), reached, at);
  }

  /** What either reached is the learner's, and is celebrated once. */
  @Override
  public List<String> linked(Member survivor, Member absorbed, Instant at) {
    store.bring(absorbed, survivor);
    return List.of();
  }

  /** What was reached until now is not found again for either. */
  @Override
  public void unlinked(Member survivor, Member absorbed, Instant at) {
    store.giveBack(survivor, absorbed);
    store.addLinked(survivor, absorbed, at);
    store.addLinked(absorbed, survivor, at);
  }

  private void found(
      Community community,
      MilestonePolicy policy,
      Kind kind,
      Optional<Member> member,
      Collection<Integer> thresholds,
      Instant at) {
    List<Milestone> found =
        thresholds.stream()
            .flatMap(threshold ->
                store.add(community, kind, member.map(Member::id), threshold, at).stream())
            .toList();
    if (!found.isEmpty()) {
      announcements.found(community, policy, found, at);
    }
  }

  /**
   * A moderator has a milestone announced, in the channels set for it.
   *
   * @param here the channel where the moderator is, for a community that has set none
   * @throws Refusal where it does not wait any more, or there is nowhere to announce it
   */
  public Milestone announce(Member moderator, long id, Optional<ChannelRef> here, Instant at) {
    Community community = moderator.community();
    return decide(
        moderator,
        id,
        at,
        "announced",
        milestone ->
            announcements.announce(community, List.of(milestone), channels(community, here), at));
  }

  private List<ChannelRef> channels(Community community, Optional<ChannelRef> here) {
    List<ChannelRef> set = store.channels(community, Purpose.ANNOUNCEMENTS);
    return set.isEmpty() ? List.of(here.orElseThrow(Milestones::nowhere)) : set;
  }

  /**
   * A moderator has all that wait for a decision announced, in one post where they are several.
   *
   * @param here as above
   * @throws Refusal where none waits, or there is nowhere to announce them
   */
  public List<Milestone> announceAll(Member moderator, Optional<ChannelRef> here, Instant at) {
    Community community = moderator.community();
    return database.transaction(() -> {
      List<Milestone> waiting = store.lockUndecided(community);
      if (waiting.isEmpty()) {
        throw Refusal.of(Problem.CONFLICT, "No milestone waits for a decision.");
      }
      announcements.announce(community, waiting, channels(community, here), at);
      announcements.decided(community, waiting, at);
      audit.add(
          community,
          AuditEntry.of(
              moderator, at, "announced " + Wording.count(waiting.size(), "milestone"), SAID));
      return waiting;
    });
  }

  /**
   * A moderator has a milestone announced at an instant, in the channels set for it, if it still
   * waits then.
   *
   * @throws Refusal where it does not wait any more, or no channel is set
   */
  public Milestone plan(Member moderator, long id, Instant planned, Instant at) {
    Community community = moderator.community();
    return decide(
        moderator,
        id,
        at,
        "planned for " + Moments.words(planned, community.zones().at(at)),
        milestone -> {
          channels(community, Optional.empty());
          announcements.plan(community, milestone, planned, false);
        });
  }

  private static Refusal nowhere() {
    return Refusal.of(
        Problem.CONFLICT,
        RichText.of("I do not know where to announce it. To set a channel: ")
            .command("milestone rules", "channel:#…"));
  }

  /** A moderator decides against a milestone. */
  public Milestone dismiss(Member moderator, long id, Instant at) {
    return decide(
        moderator,
        id,
        at,
        "dismissed",
        milestone -> store.setState(moderator.community(), milestone, Milestone.State.DISMISSED));
  }

  /** A moderator finds other words for a milestone. */
  public Milestone edit(Member moderator, long id, String words, Instant at) {
    return decide(
        moderator,
        id,
        at,
        "changed the words of",
        milestone -> store.setWords(moderator.community(), milestone, words));
  }

  private Milestone decide(Member moderator, long id, Instant at, String done, Decision decision) {
    Community community = moderator.community();
    return database.transaction(() -> {
      Milestone milestone = store.lock(community, id).orElseThrow(() -> unknown(id));
      requireWaiting(milestone);
      decision.about(milestone);
      announcements.decided(community, List.of(milestone), at);
      Milestone decided = store.find(community, id).orElseThrow();
      audit.add(
          community,
          AuditEntry.about(
              milestone.member().orElse(null),
              moderator,
              at,
              "%s a milestone of %s: %s".formatted(done, milestone.whose(), milestone.count()),
              decided.state() == Milestone.State.ANNOUNCED
                  ? SAID
                  : MilestoneUndo.decision(milestone, decided)));
      return decided;
    });
  }

  private static Refusal unknown(long id) {
    return Refusal.of(
        Problem.NOT_FOUND,
        RichText.of("There is no milestone " + id + ". To see all: ").command("milestone list"));
  }

  private static void requireWaiting(Milestone milestone) {
    switch (milestone.state()) {
      case WAITING -> {}
      case ANNOUNCED ->
          throw Refusal.of(
              Problem.CONFLICT, "It has been announced already; no milestone is announced twice.");
      case DISMISSED -> throw Refusal.of(Problem.CONFLICT, "It has been dismissed already.");
      case WITHDRAWN ->
          throw Refusal.of(
              Problem.CONFLICT, "It does not hold any more, and waits to be reached again.");
      case LINKED ->
          throw Refusal.of(
              Problem.CONFLICT, "It counts with the same one of an account that was linked.");
    }
  }

  @FunctionalInterface
  private interface Decision {
    void about(Milestone milestone);
  }

  /** All of a community's milestones: first those that wait, then the others, the newest first. */
  public List<Milestone> all(Community community) {
    return database.reading(() -> store.all(community));
  }

  /** Why the announcement of a milestone is not there, for each place that it did not reach. */
  public List<String> failures(Community community, Milestone milestone) {
    return announcements.failures(community, milestone);
  }

  /** Those that were announced in the post that is known by one of them. */
  List<Milestone> together(Community community, long first) {
    return database.reading(() -> store.together(community, first));
  }

  /**
   * The milestone of this id.
   *
   * @throws Refusal where there is none
   */
  public Milestone existing(Community community, long id) {
    return find(community, id).orElseThrow(() -> unknown(id));
  }

  /** The milestone of this id, if there is one. */
  public Optional<Milestone> find(Community community, long id) {
    return database.reading(() -> store.find(community, id));
  }

  /** What the community decided. */
  public MilestonePolicy policy(Community community) {
    return store.policy(community).orElse(MilestonePolicy.DEFAULT);
  }

  /** The channel for a purpose in a place. */
  public Optional<ChannelRef> channel(Community community, Place place, Purpose purpose) {
    return database.reading(() -> store.channels(community, purpose)).stream()
        .filter(channel -> channel.place().equals(place))
        .findFirst();
  }

  /**
   * A moderator changes what is celebrated, and where.
   *
   * @param channels those left out stay
   * @param what was changed, in words for the audit log
   */
  public void change(
      Member moderator,
      MilestonePolicy policy,
      Map<Purpose, ChannelRef> channels,
      String what,
      Instant at) {
    Community community = moderator.community();
    database.transaction(() -> {
      Undo undo = MilestoneUndo.rules(policy(community), policy);
      store.save(community, policy);
      channels.forEach((purpose, channel) -> store.setChannel(community, purpose, channel));
      audit.add(community, AuditEntry.of(moderator, at, what, undo));
    });
  }

  /** What was decided about a milestone is taken back: it waits again, as it did before. */
  void putBack(
      Community community,
      Milestone milestone,
      @Nullable String words,
      @Nullable Instant planned,
      Instant at) {
    database.transaction(() -> {
      store.setState(community, milestone, Milestone.State.WAITING);
      store.setWords(community, milestone, words);
      if (planned != null && planned.isAfter(at)) {
        announcements.plan(community, milestone, planned, false);
      }
      announcements.decided(community, List.of(milestone), at);
    });
  }

  /** What is celebrated is again what it was. */
  void putBack(Community community, MilestonePolicy policy) {
    database.transaction(() -> store.save(community, policy));
  }

  /** Whether the member agreed to be mentioned when a milestone of theirs is announced. */
  public boolean mayMention(Member member) {
    return database.reading(() -> store.mayMention(member));
  }

  /** The member agrees to be mentioned, or does not. */
  public void setMayMention(Member member, boolean agreed) {
    database.transaction(() -> store.setMayMention(member, agreed));
  }
}
