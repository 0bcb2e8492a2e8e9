package dev.cairn.feature.reminder;

import dev.cairn.feature.member.Member;
import java.util.Optional;

/** Keeps who wants to be reminded. */
public interface ReminderStore {

  /** What a member asked for. */
  Optional<Reminder> find(Member member);

  /** In place of what they asked for before. */
  void save(Reminder reminder);

  /** They want to be reminded no longer. */
  void remove(Member member);
}
