package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.Source;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {

  @Test
  void sectionsOfADocumentShareALine() {
    CardBuilder card = Reply.Card.titled("Title");
    Sources.under(
        card,
        List.of(
            new Source("b.txt", "Two"),
            new Source("a.txt", "One"),
            new Source("b.txt", "Three"),
            new Source("b.txt", "Two")));
    assertThat(PlainText.of(card.build()))
        .isEqualTo("Title\n\nSource: Two; Three (b.txt)\n\nSource: One (a.txt)");
  }

  @Test
  void aFactTellsDocumentAndSection() {
    assertThat(Sources.fact(new Source("a.txt", "One")))
        .hasToString("{document=a.txt, section=One}");
  }
}
