package dev.cairn.database.remembered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RememberedAnswersTest {
  private static final String READ = "select count(*) from thing";
  private static final String ADD = "insert into thing (id) values (1)";

  private final Database database = DatabaseUnderTest.H2.open();
  private final AtomicInteger read = new AtomicInteger();
  private final RememberedAnswers<String, Long> things = things(database);

  private static RememberedAnswers<String, Long> things(Database database) {
    database.update("create table thing (id int)").execute();
    database.update("create table other (id int)").execute();
    return database.remembering(2, "thing");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private long count() {
    return count("a");
  }

  private long count(String question) {
    return things.get(question, () -> read(database));
  }

  private long read(Database from) {
    read.incrementAndGet();
    return from.query(READ).one(Long.class);
  }

  @Test
  void whatIsKnownIsReadOnceUntilItsTableIsChanged() {
    assertThat(List.of(count(), count())).containsExactly(0L, 0L);
    database.update("insert into other (id) values (1)").execute();
    assertThat(count()).isZero();
    assertThat(read).hasValue(1);

    database.update(ADD).execute();
    assertThat(List.of(count(), count())).containsExactly(1L, 1L);
    database.batch("delete from thing where id = :id").bind("id", 1).add().execute();
    assertThat(count()).isZero();
    database.upsert(ADD, "update thing set id = 1 where id = 1").execute();
    assertThat(count()).isEqualTo(1);
    assertThat(read).hasValue(4);
  }

  @Test
  void aStatementThatDoesNotSayWhatItChangesMayHaveChangedAnything() {
    assertThat(count()).isZero();
    database.update("merge into thing (id) key (id) values (1)").execute();
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void whatIsFoundByItsKeyIsKeptWhenMoreIsAdded() {
    RememberedAnswers<Integer, Integer> keyed =
        database.remembering(2, Set.of("other"), Set.of("thing"));
    assertThat(find(keyed)).isEmpty();
    database.update(ADD).execute();
    assertThat(find(keyed)).as("that there was nothing is not kept").hasValue(1);

    database.update("insert into thing (id) values (2)").execute();
    assertThat(find(keyed)).hasValue(1);
    assertThat(read).hasValue(2);
    database.update("insert into other (id) values (1)").execute();
    assertThat(find(keyed)).hasValue(1);
    assertThat(read).hasValue(3);
    database.update("delete from thing where id = 1").execute();
    assertThat(find(keyed)).isEmpty();
  }

  private Optional<Integer> find(RememberedAnswers<Integer, Integer> keyed) {
    return keyed.find(
        1,
        () -> {
          read.incrementAndGet();
          return database.query("select id from thing where id = 1").find(Integer.class);
        });
  }

  @Test
  void aTransactionSeesWhatItHasChangedAndNobodyElseDoes() {
    assertThat(count()).isZero();
    List<Long> seen = new ArrayList<>();
    database.transaction(() -> {
      database.update(ADD).execute();
      seen.add(count());
      seen.add(CompletableFuture.supplyAsync(this::count).join());
    });
    seen.add(count());
    assertThat(seen).containsExactly(1L, 0L, 1L);
  }

  @Test
  void whatATransactionChangedInVainIsNotKept() {
    assertThat(count()).isZero();
    assertThatThrownBy(() ->
            database.transaction(() -> {
              database.update(ADD).execute();
              assertThat(count()).isEqualTo(1);
              throw new IllegalStateException("in vain");
            }))
        .hasMessage("in vain");
    assertThat(count()).isZero();
  }

  /** It sees the database as of its beginning, whatever is committed meanwhile. */
  @Test
  void whatIsOnlyTriedNeitherUsesNorKeepsAnything() {
    long tried =
        database.tried(() -> {
          read(database);
          CompletableFuture.runAsync(() -> database.update(ADD).execute()).join();
          return count();
        });
    assertThat(tried).isZero();
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void theAnswerThatWasLongestNotAskedForIsForgotten() {
    count("a");
    count("b");
    count("a");
    count("c");
    assertThat(read).hasValue(3);
    count("a");
    assertThat(read).hasValue(3);
    count("b");
    assertThat(read).hasValue(4);
  }

  @ParameterizedTest
  @EnumSource
  void whereOthersMayWriteEachAnswerIsReadAnew(DatabaseUnderTest under) {
    try (Database here = under.open()) {
      RememberedAnswers<String, Long> of = things(here);
      of.get("a", () -> read(here));
      of.get("a", () -> read(here));
      assertThat(read).hasValue(here.isExclusive() ? 1 : 2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert into thing (id) values (1) | +thing",
        "INSERT  INTO thing(id) select 1 | +thing",
        "update thing set id = 1 | thing",
        "delete from thing where id = 1 | thing",
        "with t as (select 1) insert into thing select * from t | *",
        "truncate table thing | *"
      })
  void aStatementSaysWhichTableItChanges(String sql, String table) {
    assertThat(TableChanges.changedBy("\n  " + sql)).isEqualTo(table);
  }
}
