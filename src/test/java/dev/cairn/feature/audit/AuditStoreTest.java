package dev.cairn.feature.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Community;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every audit log promises. */
final class AuditStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");

  /** All at one instant, so that only the order of adding can tell which is newest. */
  private static AuditEntry entry(String what, @Nullable Long about) {
    return new AuditEntry(
        AT, 7, "Mo ☃", what, about, about == null ? null : "because", Undo.never("x"));
  }

  private static List<AuditEntry> entries(List<AuditLog.Kept> kept) {
    return kept.stream().map(AuditLog.Kept::entry).toList();
  }

  @ParameterizedTest
  @EnumSource
  void entriesAreToldTheNewestFirstAndPageByPage(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Community here = new People(database).here();
      AuditStore store = new AuditStore(database);
      assertThat(store.newest(here, Optional.empty(), 0, 10)).isEmpty();
      List<AuditEntry> entries =
          List.of(entry("one", null), entry("two", 1L), entry("three", null), entry("four", 2L));
      entries.forEach(each -> store.add(here, each));
      assertThat(entries(store.newest(here, Optional.empty(), 0, 10)))
          .containsExactlyElementsOf(entries.reversed());
      assertThat(entries(store.newest(here, Optional.empty(), 1, 2)))
          .containsExactly(entries.get(2), entries.get(1));
      assertThat(store.newest(here, Optional.empty(), 4, 10)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void entriesAboutAMemberArePagedAmongThemselves(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Community here = new People(database).here();
      AuditStore store = new AuditStore(database);
      Optional<MemberId> one = Optional.of(new MemberId(1));
      List.of(entry("old", 1L), entry("other", 2L), entry("all", null), entry("new", 1L))
          .forEach(each -> store.add(here, each));
      assertThat(entries(store.newest(here, one, 0, 10)))
          .containsExactly(entry("new", 1L), entry("old", 1L));
      assertThat(entries(store.newest(here, one, 1, 1))).containsExactly(entry("old", 1L));
      assertThat(store.newest(here, Optional.of(new MemberId(3)), 0, 10)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noCommunityReadsTheLogOfAnother(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      AuditStore store = new AuditStore(database);
      store.add(people.here(), entry("here", 1L));
      assertThat(store.newest(people.elsewhere(), Optional.empty(), 0, 10)).isEmpty();
      assertThat(store.newest(people.elsewhere(), Optional.of(new MemberId(1)), 0, 10)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEntryIsUndoneOnce(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Community here = new People(database).here();
      AuditStore store = new AuditStore(database);
      Undo undo = Undo.of("kind").with("before", "“a” \n ☃").with("nothing", (Object) null);
      AuditEntry done = new AuditEntry(AT, 7, "Mo", "did", 1L, null, undo);
      AuditEntry undone = new AuditEntry(AT, 8, "Ada", "undid", 1L, null, null);
      store.add(here, done);
      long id = store.newest(here, Optional.empty(), 0, 1).getFirst().id();
      assertThat(store.addUndoing(here, undone, id)).isTrue();
      assertThat(store.addUndoing(here, undone, id)).isFalse();
      assertThat(store.newest(here, Optional.empty(), 0, 10))
          .extracting(AuditLog.Kept::entry, AuditLog.Kept::undoes, AuditLog.Kept::undoneBy)
          .containsExactly(tuple(undone, id, null), tuple(done, null, "Ada"));
      assertThat(store.find(here, id).orElseThrow().entry()).isEqualTo(done);
    }
  }
}
