package dev.cairn.feature.check;

import dev.cairn.catalog.Check;
import dev.cairn.database.Database;
import dev.cairn.feature.member.Member;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What members answered to the checks of days. */
public final class CheckAnswers {
  private final CheckAnswerStore store;
  private final Database database;

  /** Keeps answers in a store. */
  public CheckAnswers(CheckAnswerStore store, Database database) {
    this.store = store;
    this.database = database;
  }

  /** Keeps an answer. */
  public void save(CheckAnswer answer) {
    database.transaction(() -> store.save(answer));
  }

  /** The first of these checks that a member has not answered rightly yet. */
  public Optional<Check> next(Member member, List<Check> checks) {
    Set<String> right =
        database.reading(() -> store.right(member, checks.stream().map(Check::publicId).toList()));
    return checks.stream().filter(check -> !right.contains(check.publicId())).findFirst();
  }

  /** Copies the answers of one member to another when accounts are linked or unlinked. */
  public void share(Member from, Member to) {
    store.copy(from, to);
  }
}
