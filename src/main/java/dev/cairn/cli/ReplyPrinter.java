package dev.cairn.cli;

import dev.cairn.chat.reply.PlainText;
import dev.cairn.command.CommandRegistry;
import dev.cairn.platform.local.ReplyControl;
import dev.cairn.platform.local.ReplyJson;
import dev.cairn.platform.local.Turn;
import java.io.PrintWriter;
import java.util.List;

/** Prints replies for people, with what can be typed or pressed next; or as JSON, one a line. */
final class ReplyPrinter {
  private final PrintWriter out;
  private final boolean json;

  /**
   * @param json whether it is for machines
   */
  ReplyPrinter(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** Prints an answer. */
  void print(Turn turn, CommandRegistry registry) {
    if (json) {
      out.println(ReplyJson.line(turn));
    } else {
      print(turn.text(), turn.offers(), registry);
    }
  }

  /** Prints what was posted unasked. */
  void print(Scheduled scheduled, CommandRegistry registry) {
    if (json) {
      out.println(scheduled.json());
    } else {
      print(PlainText.of(scheduled.card()), ReplyControl.on(scheduled.card()), registry);
    }
  }

  private void print(String text, List<ReplyControl> offers, CommandRegistry registry) {
    out.println(text);
    if (!offers.isEmpty()) {
      out.println();
    }
    for (ReplyControl offer : offers) {
      String given = registry.canBeTyped(offer.action()) ? "/" : "(button) ";
      out.println("[" + offer.label() + "]  " + given + offer.action());
    }
  }
}
