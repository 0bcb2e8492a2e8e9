package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.Connections;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is rehearsed is what members get, and nothing of it stays. */
class RehearsalTest {
  private static final Account NOBODY = new Account(Platform.DISCORD, "none", "none", "Nobody");
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

  @ParameterizedTest
  @EnumSource
  void theCommonestCommandsAreAnsweredAndWhatTheyChangeIsUndone(DatabaseUnderTest kind) {
    try (Database database = kind.open();
        CairnApp cairn = TestCairn.of(database, () -> NOW, new Connections())) {
      Map<String, Long> before = rows(database);
      for (int round = 0; round < 2; round++) {
        List<Reply> answers = cairn.dialogue().rehearsal().answers(NOBODY, NOW);
        assertThat(answers).hasSize(4).allMatch(Reply.Card.class::isInstance);
        assertThat(((Reply.Card) answers.getLast()).blocks())
            .as("the streak of who has just checked in")
            .anyMatch(Block.Picture.class::isInstance);
      }
      assertThat(rows(database)).isEqualTo(before);
    }
  }

  private static Map<String, Long> rows(Database database) {
    Map<String, Long> rows = new TreeMap<>();
    for (String table :
        database
            .query(
                "select lower(table_name) as name from information_schema.tables where"
                    + " table_type = 'BASE TABLE' and lower(table_schema) = 'public'")
            .list(row -> row.text("name"))) {
      rows.put(table, database.query("select count(*) from " + table).one(Long.class));
    }
    assertThat(rows).hasSizeGreaterThan(30);
    return rows;
  }
}
