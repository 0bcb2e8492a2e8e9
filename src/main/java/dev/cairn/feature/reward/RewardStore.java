package dev.cairn.feature.reward;

import dev.cairn.chat.Platform;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Place;
import dev.cairn.feature.member.Member;
import java.util.List;
import java.util.Set;

/** Keeps the rewards of communities, and which roles we gave to whom. */
public interface RewardStore {

  /** The community's rewards on all platforms, the shortest streak first. */
  List<Reward> rewards(CommunityId community);

  /** Sets a reward; one for as many days on the same platform is replaced. */
  void set(CommunityId community, Reward reward);

  /** Takes rewards back; whether there was any for as many days on this platform. */
  boolean remove(CommunityId community, Platform platform, int days);

  /** The roles that we gave a member on a platform and have not taken back. */
  Set<String> held(Member member, Platform platform);

  /** The members to whom we gave a role and have not taken it back. */
  Set<MemberId> holders(CommunityId community);

  /** We gave a member a role, or took it back. */
  void setHeld(Member member, Platform platform, String role, boolean held);

  /** The places that have rewards, or members to whom we gave a role. */
  List<Place> places();
}
