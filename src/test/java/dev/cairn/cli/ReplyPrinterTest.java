package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReplyPrinterTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private String printed(Turn turn) {
    StringWriter out = new StringWriter();
    new ReplyPrinter(new PrintWriter(out), false).print(turn, lab.cairn().dialogue().registry());
    return out.toString();
  }

  @Test
  void whatCanBeTypedIsPrintedAsItIsTyped() {
    assertThat(printed(lab.say("asha", "/streak"))).contains("[Why?]  /streak why:true");
  }

  @Test
  void whatOnlyAButtonGivesIsPrintedAsAButton() {
    lab.say("asha", "/done");
    assertThat(printed(lab.say("asha", "/mydata delete")))
        .contains("[Delete everything]  (button) mydata delete sure:true")
        .doesNotContain("/mydata delete sure");
    assertThat(printed(lab.say("asha", "/leaderboard")))
        .contains("(button) leaderboard of:members page:1 table:true")
        .doesNotContain("/leaderboard of:members page:1");
  }
}
