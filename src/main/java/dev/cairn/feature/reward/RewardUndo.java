package dev.cairn.feature.reward;

import dev.cairn.chat.Platform;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.audit.Undoer;
import dev.cairn.feature.audit.Undos;
import java.util.Optional;

/** Puts the role that a streak earns back to what it was. */
public final class RewardUndo implements Undoer {
  private static final String KIND = "reward";
  private static final String PLATFORM = "platform";
  private static final String DAYS = "days";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final String NAME = "Name";

  private final Rewards rewards;

  public RewardUndo(Rewards rewards) {
    this.rewards = rewards;
  }

  static Undo of(Platform platform, int days, Optional<Reward> before, Optional<Reward> after) {
    return Undo.of(KIND)
        .with(PLATFORM, platform.key())
        .with(DAYS, days)
        .with(BEFORE, before.map(Reward::role).orElse(null))
        .with(BEFORE + NAME, before.map(Reward::roleName).orElse(null))
        .with(AFTER, after.map(Reward::role).orElse(null));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String outlook(Undoing undoing) {
    Optional<String> now =
        rewards
            .find(undoing.moderator().community(), platform(undoing.undo()), days(undoing.undo()))
            .map(Reward::role);
    if (!now.equals(undoing.undo().find(AFTER))) {
      throw Undos.changedSince("the role");
    }
    String streak = "A streak of " + Wording.count(days(undoing.undo()), "day");
    return before(undoing.undo())
        .map(reward ->
            streak
                + " earns the role "
                + reward.roleName()
                + " again; whoever has one is given it.")
        .orElse(streak + " earns no role any more; whoever held it by me loses it.");
  }

  @Override
  public Undone undo(Undoing undoing) {
    rewards.lock(undoing.moderator().community());
    String done = outlook(undoing);
    Undo undo = undoing.undo();
    before(undo)
        .ifPresentOrElse(
            reward -> rewards.set(undoing.moderator().community(), reward),
            () -> rewards.remove(undoing.moderator().community(), platform(undo), days(undo)));
    return Undone.of(done);
  }

  private static Optional<Reward> before(Undo undo) {
    return undo.find(BEFORE)
        .map(role -> new Reward(platform(undo), days(undo), role, undo.get(BEFORE + NAME)));
  }

  private static Platform platform(Undo undo) {
    return Platform.ofKey(undo.get(PLATFORM));
  }

  private static int days(Undo undo) {
    return Integer.parseInt(undo.get(DAYS));
  }
}
