package dev.cairn.feature.milestone;

import dev.cairn.chat.reply.Excerpt;
import dev.cairn.domain.blog.MilestoneRules;
import dev.cairn.domain.blog.MilestoneRules.Kind;
import dev.cairn.feature.Moments;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.audit.Undoer;
import dev.cairn.feature.audit.Undos;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.milestone.Milestone.State;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Undoes what moderators decided about milestones, as far as nothing was announced. */
public final class MilestoneUndo {
  private static final int LONGEST_QUOTE = 80;

  private final Milestones milestones;

  public MilestoneUndo(Milestones milestones) {
    this.milestones = milestones;
  }

  /** What undoes a decision about one. */
  public Undoer ofDecisions() {
    return new OfDecisions(milestones);
  }

  /** What undoes a change of what is celebrated, and where. */
  public Undoer ofRules() {
    return new OfRules(milestones);
  }

  /** What undoing a decision about one has to know. */
  static Undo decision(Milestone before, Milestone after) {
    return Undo.of(OfDecisions.KIND)
        .with("id", before.id())
        .with("state", after.state())
        .with("words", after.ownWords())
        .with("wordsBefore", before.ownWords())
        .with("planned", after.plannedAt())
        .with("plannedBefore", before.plannedAt());
  }

  /** What undoing a change of what is celebrated has to know. */
  static Undo rules(MilestonePolicy before, MilestonePolicy after) {
    return Undo.of(OfRules.KIND)
        .with(OfRules.BEFORE, details(before))
        .with(OfRules.AFTER, details(after));
  }

  private static Map<String, String> details(MilestonePolicy policy) {
    Map<String, String> details = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      details.put(kind.name(), ThresholdText.typed(policy.rules().of(kind)));
    }
    details.put("automatic", Boolean.toString(policy.automatic()));
    details.put("digest", Integer.toString(policy.digest()));
    return details;
  }

  private static MilestonePolicy policy(Map<String, String> details) {
    MilestoneRules rules = MilestoneRules.DEFAULT;
    for (Kind kind : Kind.values()) {
      rules =
          rules.with(
              kind,
              ThresholdText.read(
                  kind.name(), Objects.requireNonNull(details.get(kind.name())), kind));
    }
    return new MilestonePolicy(
        rules,
        Boolean.parseBoolean(details.get("automatic")),
        Integer.parseInt(details.getOrDefault("digest", "0")));
  }

  private record OfDecisions(Milestones milestones) implements Undoer {
    private static final String KIND = "milestone";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public String outlook(Undoing undoing) {
      Milestone milestone = asItWasLeft(undoing);
      Optional<Instant> planned = plannedBefore(undoing);
      if (milestone.state() == State.DISMISSED
          || !planned.equals(Optional.ofNullable(milestone.plannedAt()))) {
        return planned
            .filter(undoing.at()::isBefore)
            .map(at ->
                "The milestone of %s is planned for %s again."
                    .formatted(
                        milestone.whose(),
                        Moments.words(
                            at, undoing.moderator().community().zones().at(undoing.at()))))
            .orElse(
                "The milestone of %s waits for a moderator again.".formatted(milestone.whose()));
      }
      return undoing
          .undo()
          .find("wordsBefore")
          .map(words ->
              "It will be announced as before: “%s”.".formatted(Excerpt.of(words, LONGEST_QUOTE)))
          .orElse("It will be announced in the usual words again.");
    }

    @Override
    public Undone undo(Undoing undoing) {
      String done = outlook(undoing);
      milestones.putBack(
          undoing.moderator().community(),
          asItWasLeft(undoing),
          undoing.undo().find("wordsBefore").orElse(null),
          plannedBefore(undoing).orElse(null),
          undoing.at());
      return Undone.of(done);
    }

    private static Optional<Instant> plannedBefore(Undoing undoing) {
      return undoing.undo().find("plannedBefore").map(Instant::parse);
    }

    private Milestone asItWasLeft(Undoing undoing) {
      Undo undo = undoing.undo();
      Community community = undoing.moderator().community();
      return milestones
          .find(community, Long.parseLong(undo.get("id")))
          .filter(milestone -> milestone.state() == State.valueOf(undo.get("state")))
          .filter(milestone -> Optional.ofNullable(milestone.ownWords()).equals(undo.find("words")))
          .filter(milestone ->
              Optional.ofNullable(milestone.plannedAt())
                  .equals(undo.find("planned").map(Instant::parse)))
          .orElseThrow(() -> Undos.changedSince("the milestone"));
    }
  }

  private record OfRules(Milestones milestones) implements Undoer {
    private static final String KIND = "milestones";
    private static final String BEFORE = "before.";
    private static final String AFTER = "after.";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public String outlook(Undoing undoing) {
      Map<String, String> now = details(milestones.policy(undoing.moderator().community()));
      Map<String, String> left = new TreeMap<>(undoing.undo().under(AFTER));
      left.putIfAbsent("digest", "0");
      if (!now.equals(left)) {
        throw Undos.changedSince("what is celebrated");
      }
      MilestonePolicy before = policy(undoing.undo().under(BEFORE));
      return "Celebrated are again: posts of a member %s, posts together %s, days in a row %s; %s%s. Channels stay as they are, and so does what was reached."
          .formatted(
              ThresholdText.typed(before.rules().memberPosts()),
              ThresholdText.typed(before.rules().communityPosts()),
              ThresholdText.typed(before.rules().memberStreak()),
              before.automatic()
                  ? "each as soon as it is reached"
                  : "each when a moderator says so",
              before.digest() == 0
                  ? ""
                  : ", more than %d in one message".formatted(before.digest()));
    }

    @Override
    public Undone undo(Undoing undoing) {
      String done = outlook(undoing);
      milestones.putBack(undoing.moderator().community(), policy(undoing.undo().under(BEFORE)));
      return Undone.of(done);
    }
  }
}
