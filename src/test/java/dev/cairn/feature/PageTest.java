package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {
  private final Conversation conversation = new Conversation(numbers(23, 10));

  @Test
  void pagesOfAnyListHoldAllOfItInOrderAndAreEquallyLong() {
    for (int length = 0; length <= 60; length++) {
      for (int size = 1; size <= 12; size++) {
        List<Integer> all = IntStream.range(0, length).boxed().toList();
        List<Integer> seen = new ArrayList<>();
        int pages = Page.of(all, size, Arguments.NONE).count();
        assertThat(pages).isEqualTo(Math.max(1, (length + size - 1) / size));
        for (int number = 1; number <= pages; number++) {
          Page<Integer> page = Page.of(all, size, asking(number));
          assertThat(page.skipped()).isEqualTo(seen.size());
          assertThat(page.entries().size())
              .isBetween(length / pages, Math.min(size, length / pages + 1));
          seen.addAll(page.entries());
        }
        assertThat(seen).as("%d in pages of %d", length, size).isEqualTo(all);
      }
    }
  }

  @Test
  void theFirstPageIsShownUnasked() {
    Reply.Card card = conversation.card("numbers");
    assertThat(PlainText.of(card)).isEqualTo("Numbers\n\n0 1 2 3 4 5 6 7\n\nPage 1 of 3");
    assertThat(Conversation.labels(card)).containsExactly("Page 2 ›");
  }

  @Test
  void buttonsTurnThePagesInPlace() {
    Reply second = conversation.press(conversation.say("numbers"), "Page 2 ›");
    assertThat(conversation.isInPlace()).isTrue();
    assertThat(PlainText.of(second)).contains("8 9 10 11 12 13 14 15", "Page 2 of 3");
    assertThat(Conversation.labels(second)).containsExactly("‹ Page 1", "Page 3 ›");
    Reply third = conversation.press(second, "Page 3 ›");
    assertThat(Conversation.labels(third)).containsExactly("‹ Page 2");
    assertThat(PlainText.of(conversation.press(third, "‹ Page 2"))).isEqualTo(PlainText.of(second));
  }

  @Test
  void aPageThatIsNoLongerThereIsTheLastOne() {
    Reply reply = conversation.press(Action.of("numbers").with("page", 9), Effect.UPDATE);
    assertThat(PlainText.of(reply)).contains("22", "Page 3 of 3");
  }

  @Test
  void aSinglePageIsNotSpokenOf() {
    Reply.Card card = new Conversation(numbers(10, 10)).card("numbers");
    assertThat(PlainText.of(card)).doesNotContain("Page");
    assertThat(card.controls()).isEmpty();
  }

  @Test
  void nobodyIsOfferedThePageForTyping() {
    assertThat(numbers(23, 10).spec().usage()).isEqualTo("/numbers");
  }

  private static Arguments asking(long page) {
    return new Arguments(Map.of("page", new Value.Whole(page)));
  }

  private static Command numbers(int length, int size) {
    List<String> all = IntStream.range(0, length).mapToObj(Integer::toString).toList();
    return new Command(
        CommandSpec.open("numbers", "Numbers, page by page", Page.option()),
        invocation -> {
          Page<String> page = Page.of(all, size, invocation.arguments());
          CardBuilder card = Reply.Card.titled("Numbers").text(String.join(" ", page.entries()));
          page.turnableOn(card, Action.of("numbers"));
          return card.build();
        });
  }
}
