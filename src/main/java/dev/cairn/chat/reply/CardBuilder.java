package dev.cairn.chat.reply;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a card together, top to bottom. */
public final class CardBuilder {
  private final String title;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Control> controls = new ArrayList<>();
  private Reply.Tone tone = Reply.Tone.NEUTRAL;
  private ReplyData facts = ReplyData.NONE;
  private boolean personal;

  CardBuilder(String title) {
    this.title = title;
  }

  public CardBuilder tone(Reply.Tone newTone) {
    tone = newTone;
    return this;
  }

  public CardBuilder block(Block block) {
    blocks.add(block);
    return this;
  }

  public CardBuilder text(String text) {
    return text(RichText.of(text));
  }

  public CardBuilder text(RichText text) {
    return block(new Block.Text(text));
  }

  /** A paragraph with a bold beginning: {@code Why it matters: …}. */
  public CardBuilder paragraph(String heading, String text) {
    return text(RichText.EMPTY.bold(heading).plain("\n" + text));
  }

  public CardBuilder items(List<RichText> items) {
    return items.isEmpty() ? this : block(new Block.Items(items, false));
  }

  public CardBuilder numbered(List<RichText> items) {
    return items.isEmpty() ? this : block(new Block.Items(items, true));
  }

  /** A short fact; facts that follow each other stand side by side. */
  public CardBuilder field(String label, String value) {
    return field(label, RichText.of(value));
  }

  /** A short fact; facts that follow each other stand side by side. */
  public CardBuilder field(String label, RichText value) {
    Block.Field field = new Block.Field(label, value);
    if (!blocks.isEmpty() && blocks.getLast() instanceof Block.Fields(List<Block.Field> earlier)) {
      List<Block.Field> together = new ArrayList<>(earlier);
      together.add(field);
      blocks.set(blocks.size() - 1, new Block.Fields(together));
      return this;
    }
    return block(new Block.Fields(List.of(field)));
  }

  public CardBuilder picture(Image image) {
    return block(new Block.Picture(image));
  }

  public CardBuilder divider() {
    return block(new Block.Divider());
  }

  public CardBuilder source(String name) {
    return block(new Block.SourceLine(name));
  }

  public CardBuilder control(Control control) {
    controls.add(control);
    return this;
  }

  /** A button whose answer is a message of its own. */
  public CardBuilder button(String label, Action action) {
    return control(new Control.Button(label, action, Control.Button.Style.SECONDARY, Effect.REPLY));
  }

  /** The one button that most will want. */
  public CardBuilder primaryButton(String label, Action action) {
    return control(new Control.Button(label, action, Control.Button.Style.PRIMARY, Effect.REPLY));
  }

  /** A button whose answer takes the place of this card: pages, tabs. */
  public CardBuilder updateButton(String label, Action action) {
    return control(
        new Control.Button(label, action, Control.Button.Style.SECONDARY, Effect.UPDATE));
  }

  public CardBuilder link(String label, URI target) {
    return control(new Control.LinkButton(label, target));
  }

  public CardBuilder fact(String name, @Nullable Object value) {
    facts = facts.with(name, value);
    return this;
  }

  public CardBuilder facts(ReplyData all) {
    facts = all;
    return this;
  }

  /** Only the caller sees it, whoever sees what the command answers otherwise. */
  public CardBuilder personal() {
    personal = true;
    return this;
  }

  public Reply.Card build() {
    return new Reply.Card(title, tone, blocks, controls, facts, personal);
  }
}
