package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An emoji is one character to whoever types it, and two to Java and to H2. */
final class EmojiTest {
  private static final String EMOJI = "\ud83d\udd25";

  @ParameterizedTest
  @EnumSource
  void emojiCountAsOneCharacterEach(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      assertThat(said(lab, "/done note:\"" + EMOJI.repeat(1000) + "\"")).contains(EMOJI);
      assertThat(said(lab, "/blog add https://example.org/a title:\"" + EMOJI.repeat(200) + "\""))
          .contains(EMOJI);
      assertThat(said(lab, "/group create name:\"a" + EMOJI.repeat(39) + "\"")).contains(EMOJI);
      assertThat(said(lab, "/blog add https://example.org/b title:\"" + EMOJI.repeat(201) + "\""))
          .contains("yours has 201");
      String strike = "/blog strike member:@asha url:https://example.org/a reason:\"";
      assertThat(lab.moderate("mod", strike + EMOJI.repeat(300) + "\"").problem()).isNull();
      assertThat(length(database, "post_before_link", "title")).isGreaterThanOrEqualTo(400);
      assertThat(length(database, "race", "leader")).isGreaterThanOrEqualTo(80);
    }
  }

  private static int length(Database database, String table, String column) {
    return database
        .query(
            """
            select character_maximum_length from information_schema.columns
            where table_name = :table and column_name = :column
            """)
        .bind("table", table)
        .bind("column", column)
        .one(Integer.class);
  }

  private static String said(TestConversation lab, String line) {
    return PlainText.of(lab.say("asha", line).reply());
  }
}
