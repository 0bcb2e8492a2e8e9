package dev.cairn.feature.policy;

import dev.cairn.database.Database;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.audit.Undoer;
import dev.cairn.feature.audit.Undos;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.group.Groups;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.streak.StreakDerivation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes what a community decides. A new policy holds from its next study day on; a new zone at
 * once.
 */
public final class Policies implements Undoer {
  private static final String KIND = "rules";
  private static final String ZONE = "timezone";
  private static final String REVIEW_EXPORT = "reviewexport";
  private static final String BEFORE = "before.";
  private static final String AFTER = "after.";

  private final Communities communities;
  private final StreakDerivation derivation;
  private final Groups groups;
  private final AuditLog audit;
  private final Database database;

  public Policies(
      Communities communities,
      StreakDerivation derivation,
      Groups groups,
      AuditLog audit,
      Database database) {
    this.communities = communities;
    this.derivation = derivation;
    this.groups = groups;
    this.audit = audit;
    this.database = database;
  }

  /** The rules that hold for a community today. */
  Rules today(Community community, Instant now) {
    return new Rules(community.policy().at(community.today(now)), groups.policy(community, now));
  }

  /** The rules that were decided last: they hold from the community's next study day on. */
  Rules next(Community community) {
    return new Rules(community.decisions().newest(), groups.nextPolicy(community));
  }

  /**
   * What came of a change.
   *
   * @param before the community as it stood, and the rules that had been decided last
   * @param after both as they are now
   */
  record Changed(Decided before, Decided after) {}

  /** A community, and the rules that were decided last for it. */
  record Decided(Community community, Rules rules) {}

  /**
   * Changes zone, rules, and whether the review log is shared.
   *
   * @param zone the new zone; empty where it stays
   * @param wanted the rules of the next study day as they shall be, given those that were decided
   *     last
   * @param sharing whether moderators can have the review log; empty where it stays
   */
  Changed change(
      Member moderator,
      Optional<ZoneId> zone,
      UnaryOperator<Rules> wanted,
      Optional<Boolean> sharing,
      Instant now) {
    return database.transaction(() -> {
      // Of two moderators at once, the second one changes what the first has left.
      Community community = communities.locked(moderator.community());
      Rules before = next(community);
      Rules after = wanted.apply(before);
      change(moderator, new Decided(community, before), zone, after, sharing, now);
      return new Changed(
          new Decided(community, before), new Decided(communities.again(community), after));
    });
  }

  private void change(
      Member moderator,
      Decided decided,
      Optional<ZoneId> zone,
      Rules after,
      Optional<Boolean> sharing,
      Instant now) {
    Community community = decided.community();
    Rules before = decided.rules();
    Optional<ZoneId> moved = zone.filter(to -> !to.equals(community.zones().at(now)));
    List<String> changes = new ArrayList<>();
    moved.ifPresent(to -> changes.add("time zone " + to));
    changes.addAll(before.changesTo(after));
    Optional<Boolean> shared = sharing.filter(shares -> shares != community.sharesReviews());
    shared.ifPresent(shares ->
        changes.add(shares ? "the review log can be exported" : "the review log is not exported"));
    if (changes.isEmpty()) {
      return;
    }
    Undo undo =
        Undo.of(KIND).with(BEFORE, before.numbers(after)).with(AFTER, after.numbers(before));
    Undo withZone =
        moved
            .map(to -> undo.with(BEFORE + ZONE, community.zones().at(now)).with(AFTER + ZONE, to))
            .orElse(undo);
    Undo whole =
        shared
            .map(shares ->
                withZone.with(BEFORE + REVIEW_EXPORT, !shares).with(AFTER + REVIEW_EXPORT, shares))
            .orElse(withZone);
    decide(community, before, after, moved, now);
    shared.ifPresent(shares -> communities.setSharesReviews(community, shares));
    audit.add(
        community,
        AuditEntry.of(moderator, now, "changed the rules: " + String.join(", ", changes), whole));
  }

  private void decide(
      Community community, Rules before, Rules after, Optional<ZoneId> moved, Instant now) {
    if (!after.streaks().equals(before.streaks())) {
      communities.decide(community, after.streaks(), now);
    }
    if (!after.groups().equals(before.groups())) {
      groups.decide(community, after.groups(), now);
    }
    moved.ifPresent(to -> communities.setZone(community, now, to));
    if (moved.isPresent() || !after.streaks().equals(before.streaks())) {
      groups.daysChanged(community);
      derivation.plan(community.id(), now);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String outlook(Undoing undoing) {
    return outlook(undoing, undoing.moderator().community());
  }

  private String outlook(Undoing undoing, Community community) {
    requireAsItWasLeft(undoing, community);
    Rules before = next(community);
    Rules after = before.with(undoing.undo().under(BEFORE));
    List<String> changes = new ArrayList<>();
    zoneBefore(undoing).ifPresent(zone -> changes.add("From now on: time zone " + zone + "."));
    sharingBefore(undoing)
        .ifPresent(shares ->
            changes.add(
                shares
                    ? "Moderators can export the review log."
                    : "The review log is not exported."));
    List<String> rules = before.changesTo(after);
    if (!rules.isEmpty()) {
      changes.add(
          "From %s on: %s. Days that have begun are judged as they are."
              .formatted(
                  Wording.date(community.today(undoing.at()).plusDays(1)),
                  String.join(", ", rules)));
    }
    return String.join(" ", changes);
  }

  @Override
  public Undone undo(Undoing undoing) {
    Community community = communities.locked(undoing.moderator().community());
    String done = outlook(undoing, community);
    Rules before = next(community);
    decide(
        community,
        before,
        before.with(undoing.undo().under(BEFORE)),
        zoneBefore(undoing),
        undoing.at());
    sharingBefore(undoing).ifPresent(shares -> communities.setSharesReviews(community, shares));
    return Undone.of(done);
  }

  private static Optional<ZoneId> zoneBefore(Undoing undoing) {
    return undoing.undo().find(BEFORE + ZONE).map(ZoneId::of);
  }

  private static Optional<Boolean> sharingBefore(Undoing undoing) {
    return undoing.undo().find(BEFORE + REVIEW_EXPORT).map(Boolean::valueOf);
  }

  private void requireAsItWasLeft(Undoing undoing, Community community) {
    Undo undo = undoing.undo();
    Rules now = next(community);
    boolean asLeft =
        now.with(undo.under(AFTER)).equals(now)
            && undo.find(AFTER + ZONE)
                .map(ZoneId::of)
                .map(community.zones().at(undoing.at())::equals)
                .orElse(true)
            && undo.find(AFTER + REVIEW_EXPORT)
                .map(Boolean::valueOf)
                .map(shared -> shared == community.sharesReviews())
                .orElse(true);
    if (!asLeft) {
      throw Undos.changedSince("one of these rules");
    }
  }
}
