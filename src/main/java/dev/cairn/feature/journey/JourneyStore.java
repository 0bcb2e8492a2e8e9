package dev.cairn.feature.journey;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.JourneyCalendar;
import java.util.Optional;

/** Keeps when a community walks its journey. */
public interface JourneyStore {

  /** The journey that a moderator started; empty until one did. */
  Optional<JourneyCalendar> find(CommunityId community);

  /**
   * Makes every other transaction that wants to change the community's journey wait for the one
   * under way.
   */
  void lock(CommunityId community);

  /** Replaces the community's journey. */
  void save(CommunityId community, JourneyCalendar journey);
}
