package dev.cairn.feature.progress;

import dev.cairn.feature.member.LinkParticipant;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.study.StudyRecord;
import java.time.Instant;
import java.util.List;

/**
 * What was studied when members become one learner, and when they are two again: whoever studied a
 * day has studied it, with either account.
 */
public final class StudyRecordLink implements LinkParticipant {
  private final StudyRecord studied;

  public StudyRecordLink(StudyRecord studied) {
    this.studied = studied;
  }

  @Override
  public List<String> linked(Member survivor, Member absorbed, Instant at) {
    studied.share(absorbed, survivor);
    return List.of();
  }

  @Override
  public void unlinked(Member survivor, Member absorbed, Instant at) {
    studied.share(survivor, absorbed);
  }
}
