package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.cairn.CairnApp;
import dev.cairn.TestCairn;
import dev.cairn.connection.Connections;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class UnopenedDatabaseTest {
  @Test
  void cairnTellsItsCommandsWithoutConnecting() {
    try (Database database = Database.unopened()) {
      CairnApp cairn = TestCairn.of(database, InstantSource.system(), new Connections());
      assertThat(cairn.dialogue().registry().specs()).hasSizeGreaterThan(30);
      HikariDataSource pool = (HikariDataSource) database.dataSource();
      assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isZero();
    }
  }
}
