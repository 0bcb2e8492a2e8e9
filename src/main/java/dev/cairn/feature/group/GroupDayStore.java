package dev.cairn.feature.group;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.GroupDay;
import dev.cairn.domain.GroupId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keeps what is derived from the dates of groups. */
public interface GroupDayStore {

  /**
   * What groups' settled dates add up to, all as of one moment; without groups that have none.
   *
   * @param from leaves earlier dates out of the score
   */
  Map<GroupId, Kept> find(CommunityId community, Collection<GroupId> groups, LocalDate from);

  /**
   * The settled dates of a group.
   *
   * @param group through which date, and what they add up to
   * @param expected of the dates from {@code from} on
   * @param present of the dates from {@code from} on
   * @param ranked whether two were expected on one of them
   */
  record Kept(SettledGroup group, int expected, int present, boolean ranked) {
    /** Of a group without settled dates in the period. */
    static Kept nothing(SettledGroup group) {
      return new Kept(group, 0, 0, false);
    }
  }

  /**
   * Adds settled dates, each following the last.
   *
   * @param days each date with what all dates through it add up to
   */
  void add(Group group, List<Settled> days);

  /** A settled date, and what all dates through it add up to. */
  record Settled(GroupDay day, SettledGroup sum) {}

  /** Forgets a group's dates where they are settled through a day; they will be settled anew. */
  void forget(CommunityId community, GroupId group, LocalDate day);

  /** Forgets all dates of a group. */
  void forget(Group group);

  /** Forgets the dates of every group of every community that is settled through a day. */
  void forgetAll(LocalDate day);
}
