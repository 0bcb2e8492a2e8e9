package dev.cairn.feature.check;

import dev.cairn.feature.member.Member;
import java.util.Collection;
import java.util.Set;

/** Keeps who answered which check, and whether rightly. */
public interface CheckAnswerStore {

  /** Keeps an answer, unless its interaction is known already. */
  void save(CheckAnswer answer);

  /** Those of these checks, by public id, that a member has ever answered rightly. */
  Set<String> right(Member member, Collection<String> checks);

  /** The answers of one member belong to another as well from now on. */
  void copy(Member from, Member to);
}
