package dev.cairn.chat.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered. A value: whoever makes one holds no way to send it. */
public sealed interface Reply {

  /** What the reply shows, for machines. */
  ReplyData facts();

  /**
   * A titled message of blocks and controls.
   *
   * @param title one line
   * @param tone colours the card
   * @param blocks top to bottom
   * @param controls under the blocks
   * @param personal whether it is for the caller alone, whoever sees what the command answers
   *     otherwise
   */
  record Card(
      String title,
      Tone tone,
      List<Block> blocks,
      List<Control> controls,
      ReplyData facts,
      boolean personal)
      implements Reply {
    public Card {
      blocks = List.copyOf(blocks);
      controls = List.copyOf(controls);
    }

    /** The same card with other controls. */
    public Card with(List<Control> others) {
      return new Card(title, tone, blocks, others, facts, personal);
    }

    /** Begins a card. */
    public static CardBuilder titled(String title) {
      return new CardBuilder(title);
    }
  }

  /**
   * One short message.
   *
   * @param problem why it was not done, or null where all is well
   * @param option the option that was wrong, or null where it was none: a form shows the message
   *     beside it
   * @param controls what to do next
   */
  record Notice(
      @Nullable Problem problem,
      RichText text,
      @Nullable String option,
      List<Control> controls,
      ReplyData facts)
      implements Reply {
    public Notice {
      controls = List.copyOf(controls);
    }

    /** All is well. */
    public static Notice ok(RichText text) {
      return new Notice(null, text, null, List.of(), ReplyData.NONE);
    }

    /** It was not done, and nothing was lost. */
    public static Notice refused(Problem problem, RichText text) {
      return new Notice(problem, text, null, List.of(), ReplyData.NONE);
    }

    /** The same notice with facts. */
    public Notice with(ReplyData more) {
      return new Notice(problem, text, option, controls, more);
    }

    /** The same notice with controls. */
    public Notice with(Control... more) {
      return new Notice(problem, text, option, List.of(more), facts);
    }
  }

  /** The mood of a card. */
  enum Tone {
    NEUTRAL,
    GOOD,
    WARNING,
    CELEBRATION
  }
}
