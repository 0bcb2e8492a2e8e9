package dev.cairn.feature;

import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.CardBuilder;
import java.util.List;

/**
 * A page of a long list, and the buttons that turn it. The pages of a list differ in length by one
 * entry at most.
 *
 * @param entries what is on it
 * @param number its number, from 1
 * @param count how many pages there are, at least 1
 * @param skipped how many entries are on the pages before it
 */
public record Page<T>(List<T> entries, int number, int count, int skipped) {
  private static final int MOST = 1000;
  private static final Option<Long> OPTION =
      Option.hidden("page", new OptionType.Whole(1, MOST), "Which page to show");

  public Page {
    entries = List.copyOf(entries);
  }

  /** The option by which the buttons tell the page; every command that has pages has it. */
  public static Option<Long> option() {
    return OPTION;
  }

  /**
   * The page that was asked for; the first where none was, and the last where the list has become
   * shorter in the meantime.
   *
   * @param all the whole list
   * @param size how many entries are on a page at most
   * @param arguments what the command was told
   */
  public static <T> Page<T> of(List<T> all, int size, Arguments arguments) {
    int count = Math.max(1, Math.ceilDiv(all.size(), size));
    int number = (int) Math.min(count, arguments.get(OPTION).orElse(1L));
    int from = Math.ceilDiv(all.size() * (number - 1), count);
    int to = Math.ceilDiv(all.size() * number, count);
    return new Page<>(all.subList(from, to), number, count, from);
  }

  /** Whether there are more pages than this one. */
  public boolean hasOthers() {
    return count > 1;
  }

  /** Whether no page follows. */
  public boolean isLast() {
    return number == count;
  }

  /**
   * Says which page this is and adds the buttons that turn it; nothing where it is the only one.
   *
   * @param action the command that shows the list, without a page
   */
  public void turnableOn(CardBuilder card, Action action) {
    if (!hasOthers()) {
      return;
    }
    card.text("Page " + number + " of " + count);
    if (number > 1) {
      card.updateButton("‹ Page " + (number - 1), action.with(OPTION.name(), number - 1));
    }
    if (!isLast()) {
      card.updateButton("Page " + (number + 1) + " ›", action.with(OPTION.name(), number + 1));
    }
  }
}
