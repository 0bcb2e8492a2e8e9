package dev.cairn.feature.settings;

import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Reply;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.audit.Undoer;
import dev.cairn.feature.audit.Undos;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.time.ZoneId;

/** Sets a member's time zone back to what it was before a moderator set it. */
public final class MemberZoneUndo implements Undoer {
  private static final String KIND = "zone";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  private final Members members;
  private final Streaks streaks;

  public MemberZoneUndo(Members members, Streaks streaks) {
    this.members = members;
    this.streaks = streaks;
  }

  static Undo of(ZoneId before, ZoneId after) {
    return Undo.of(KIND).with(BEFORE, before).with(AFTER, after);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String outlook(Undoing undoing) {
    return "From now on %s is in %s again. No day is lost by it, and they are told."
        .formatted(member(undoing).name(), undoing.undo().get(BEFORE));
  }

  @Override
  public Undone undo(Undoing undoing) {
    Member member = member(undoing);
    ZoneId before = ZoneId.of(undoing.undo().get(BEFORE));
    streaks.setZone(member, before, undoing.at());
    return Undone.of(
        "%s is in %s again, and has been told.".formatted(member.name(), before.getId()),
        member,
        Reply.Card.titled(
                "%s set your time zone back to %s"
                    .formatted(undoing.moderator().name(), before.getId()))
            .text("No day is lost and none is won by it.")
            .button("My settings", Action.of("settings"))
            .build());
  }

  private Member member(Undoing undoing) {
    return members
        .find(undoing.moderator().community(), undoing.about())
        .filter(member -> member.zoneAt(undoing.at()).equals(ZoneId.of(undoing.undo().get(AFTER))))
        .orElseThrow(() -> Undos.changedSince("the time zone"));
  }
}
