package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.Property;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup carries every row of every table, from either kind of database to either. */
final class BackupRoundTripTest {
  private static final int ACTS = 700;
  private static final int QUESTIONS = 300;

  private static final List<DatabaseUnderTest> WAY =
      List.of(DatabaseUnderTest.POSTGRESQL, DatabaseUnderTest.H2, DatabaseUnderTest.H2);

  @TempDir private Path folder;

  @Test
  void whatACommunityHasSaidAndIsToldComesAlong() throws IOException {
    try (Database first = DatabaseUnderTest.H2.open()) {
      RandomConversation conversation = new RandomConversation(first, new Random(1));
      conversation.run(ACTS);
      Map<String, List<String>> rows = rows(first);
      assertThat(rows.values().stream().filter(each -> !each.isEmpty()).count())
          .as("tables that commands filled")
          .isGreaterThan(30);
      Instant at = conversation.now();
      List<List<String>> answers = new ArrayList<>();
      Path file = backup(first, 0);
      answers.add(RandomConversation.answers(first, at, QUESTIONS, 2));
      for (DatabaseUnderTest next : WAY) {
        try (Database database = next.open()) {
          new Backup(database).restore(file);
          assertSame(rows(database), rows);
          file = backup(database, answers.size());
          answers.add(RandomConversation.answers(database, at, QUESTIONS, 2));
        }
      }
      assertThat(answers).allSatisfy(each -> assertThat(each).isEqualTo(answers.getFirst()));
    }
  }

  @Test
  void everyColumnComesAlongWithAndWithoutAValue() {
    Property.forAll(
        3,
        random -> {
          try (Database first = DatabaseUnderTest.H2.open()) {
            new RandomConversation(first, random).run(10);
            RandomRows.addTo(first, random);
            Map<String, List<String>> rows = rows(first);
            assertThat(rows).allSatisfy((table, each) -> assertThat(each).as(table).isNotEmpty());
            Path file = backup(first, random.nextLong());
            for (DatabaseUnderTest next : WAY) {
              try (Database database = next.open()) {
                new Backup(database).restore(file);
                assertSame(rows(database), rows);
                file = backup(database, random.nextLong());
              }
            }
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private Path backup(Database database, long number) throws IOException {
    Path file = folder.resolve(number + ".gz");
    new Backup(database).write(file);
    return file;
  }

  /** Table by table, so that a difference can be read. */
  private static void assertSame(
      Map<String, List<String>> restored, Map<String, List<String>> written) {
    assertThat(restored).containsOnlyKeys(written.keySet());
    written.forEach((table, rows) -> assertThat(restored.get(table)).as(table).isEqualTo(rows));
  }

  /** Every row of every table as a text, in no order of the database's. */
  private static Map<String, List<String>> rows(Database database) {
    return database.read(handle -> {
      Map<String, List<String>> rows = new TreeMap<>();
      Tables.of(handle)
          .columns()
          .forEach((table, columns) ->
              rows.put(
                  table,
                  handle
                      .createQuery("select * from " + table)
                      .map((row, context) -> text(columns, row))
                      .stream()
                      .sorted()
                      .toList()));
      return rows;
    });
  }

  private static String text(List<Tables.Column> columns, ResultSet row) throws SQLException {
    Map<String, String> cells = new TreeMap<>();
    for (Tables.Column column : columns) {
      String name = column.name();
      Object value =
          switch (column.type()) {
            case Types.DATE -> row.getObject(name, LocalDate.class);
            case Types.TIME -> row.getObject(name, LocalTime.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(name, OffsetDateTime.class);
            case Types.BINARY, Types.VARBINARY ->
                row.getBytes(name) == null
                    ? null
                    : Base64.getEncoder().encodeToString(row.getBytes(name));
            default -> row.getObject(name);
          };
      cells.put(name, value instanceof OffsetDateTime at ? at.toInstant().toString() : value + "");
    }
    return cells.toString();
  }
}
