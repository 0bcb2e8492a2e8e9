package dev.cairn.feature.link;

import dev.cairn.feature.member.LinkParticipant;
import java.util.List;

/**
 * Who takes part when members become one learner, in order.
 *
 * @param beforeDays those whose part is done before days are put together or taken apart, so that
 *     what those reach is known as reached
 * @param afterDays those who wait for others in the community, and should not keep them waiting
 *     while days change
 */
public record LinkParticipants(List<LinkParticipant> beforeDays, List<LinkParticipant> afterDays) {
  public LinkParticipants {
    beforeDays = List.copyOf(beforeDays);
    afterDays = List.copyOf(afterDays);
  }
}
