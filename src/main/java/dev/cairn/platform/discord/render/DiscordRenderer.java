package dev.cairn.platform.discord.render;

import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws replies with Components V2. */
public final class DiscordRenderer {
  private static final int SLATE = 0x5B7083;
  private static final int GREEN = 0x3BA55D;
  private static final int AMBER = 0xE0A030;
  private static final int RED = 0xD83C3E;
  private static final int PINK = 0xE8518D;

  private final CardText text;

  public DiscordRenderer(CommandLinks commands) {
    this.text = new CardText(commands);
  }

  /** The reply for whoever will see it. */
  public DiscordMessage render(Reply reply, Recipient recipient) {
    return render(reply, recipient, true);
  }

  /** The reply where no file may be sent: pictures are told in words. */
  public DiscordMessage renderWithoutFiles(Reply reply, Recipient recipient) {
    return render(reply, recipient, false);
  }

  private DiscordMessage render(Reply reply, Recipient recipient, boolean files) {
    Composition composition = new Composition(text, files);
    String server = recipient.server();
    if (server != null) {
      composition.add(text.origin(server));
    }
    return switch (reply) {
      case Reply.Card card -> card(card, composition, recipient);
      case Reply.Notice notice -> {
        composition.add(text.of(notice.text()));
        yield message(accent(notice.problem()), reply, composition, notice.controls(), recipient);
      }
    };
  }

  private DiscordMessage card(Reply.Card card, Composition composition, Recipient recipient) {
    composition.add(text.title(card.title()));
    for (Block block : card.blocks()) {
      switch (block) {
        case Block.Picture(Image image) -> composition.add(image);
        case Block.Divider() -> composition.rule();
        case Block.File file -> composition.add(file);
        case Block.Text words -> composition.add(text.of(words));
        case Block.Items items -> composition.add(text.of(items));
        case Block.Fields fields -> composition.add(text.of(fields));
        case Block.Table table -> composition.add(text.of(table));
        case Block.SourceLine source -> composition.add(text.of(source));
      }
    }
    return message(accent(card.tone()), card, composition, card.controls(), recipient);
  }

  private DiscordMessage message(
      int accent,
      Reply reply,
      Composition composition,
      List<Control> controls,
      Recipient recipient) {
    return new DiscordMessage(
        accent,
        composition.elements(() -> PlainText.of(reply), new ControlRows(controls, text, recipient)),
        0,
        null);
  }

  private static int accent(Reply.Tone tone) {
    return switch (tone) {
      case NEUTRAL -> SLATE;
      case GOOD -> GREEN;
      case WARNING -> AMBER;
      case CELEBRATION -> PINK;
    };
  }

  private static int accent(@Nullable Problem problem) {
    return switch (problem) {
      case null -> GREEN;
      case FAILED -> RED;
      case UNKNOWN_COMMAND, BAD_OPTION, NOT_ALLOWED, NOT_FOUND, CONFLICT -> AMBER;
    };
  }
}
