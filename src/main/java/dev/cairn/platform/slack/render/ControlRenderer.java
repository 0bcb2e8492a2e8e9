package dev.cairn.platform.slack.render;

import static dev.cairn.platform.slack.render.BlockKit.with;

import com.google.gson.JsonObject;
import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.ControlId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws controls. What does not fit Slack's ids is told as a line to type instead: a member's group
 * may have a name that is longer than an entry takes.
 */
final class ControlRenderer {
  /** What tells a select from others stands before its id. */
  private static final int SELECT_ID = SlackLimits.ACTION_ID - 5;

  private final String owner;
  private final List<JsonObject> elements = new ArrayList<>();
  private final List<RichText> told = new ArrayList<>();

  private ControlRenderer(String owner) {
    this.owner = owner;
  }

  /**
   * Controls, in their order.
   *
   * @param elements what can be pressed or picked
   * @param told what cannot, as lines to type
   */
  record Drawn(List<JsonObject> elements, List<RichText> told) {}

  /** Draws these controls. */
  static Drawn draw(List<Control> controls, String owner) {
    ControlRenderer renderer = new ControlRenderer(owner);
    controls.forEach(renderer::add);
    return new Drawn(renderer.elements, renderer.told);
  }

  /** The elements in as many blocks as they need. */
  static List<JsonObject> blocks(List<JsonObject> elements) {
    List<JsonObject> blocks = new ArrayList<>();
    for (int from = 0; from < elements.size(); from += SlackLimits.ACTION_ELEMENTS) {
      int to = Math.min(elements.size(), from + SlackLimits.ACTION_ELEMENTS);
      blocks.add(BlockKit.actions(elements.subList(from, to)));
    }
    return blocks;
  }

  private void add(Control control) {
    switch (control) {
      case Control.Button(String label, Action action, Control.Button.Style style, Effect effect) ->
          button(ActionKind.BUTTON, label, new ControlId.Task.Press(effect, action))
              .map(button -> styled(button, style))
              .ifPresentOrElse(elements::add, () -> tell(label, action));
      case Control.LinkButton(String label, URI target) -> addLink(label, target);
      case Control.Select select -> addSelect(select);
      case Control.FormButton(String label, Form form) ->
          button(ActionKind.FORM, label, new ControlId.Task.Open(form))
              .ifPresentOrElse(elements::add, () -> tell(label, form.action()));
    }
  }

  private void tell(String label, Action action) {
    told.add(RichText.of(label + ": ").command(action));
  }

  private ControlId id(ControlId.Task task) {
    return new ControlId(owner.isEmpty() ? null : owner, null, task);
  }

  private Optional<JsonObject> button(ActionKind kind, String label, ControlId.Task task) {
    return SlackControls.written(id(task), SlackLimits.BUTTON_VALUE)
        .map(value -> {
          JsonObject button = BlockKit.button(kind.actionId(elements.size()), label);
          button.addProperty("value", value);
          return button;
        });
  }

  private static JsonObject styled(JsonObject button, Control.Button.Style style) {
    switch (style) {
      case PRIMARY -> button.addProperty("style", "primary");
      case DANGER -> button.addProperty("style", "danger");
      case SECONDARY -> {
        // Slack's plain look has no name.
      }
    }
    return button;
  }

  private void addLink(String label, URI target) {
    String address = target.toString();
    if (address.length() > SlackLimits.BUTTON_URL) {
      told.add(RichText.EMPTY.link(label, target));
      return;
    }
    JsonObject link = BlockKit.button(ActionKind.LINK.actionId(elements.size()), label);
    link.addProperty("url", address);
    elements.add(link);
  }

  /** One select, or several where there are more entries than one may have. */
  private void addSelect(Control.Select select) {
    ControlId.Task pick =
        new ControlId.Task.Pick(select.effect(), select.option(), select.action());
    boolean fits = SlackControls.written(id(pick), SELECT_ID).isPresent();
    List<ChoiceValue> entries = new ArrayList<>();
    for (ChoiceValue entry : select.entries()) {
      if (fits && value(entry).length() <= SlackLimits.OPTION_VALUE) {
        entries.add(entry);
      } else {
        tell(entry.label(), select.action().with(select.option(), entry.value()));
      }
    }
    int parts = Math.ceilDiv(entries.size(), SlackLimits.OPTIONS);
    for (int part = 0; part < parts; part++) {
      int from = part * SlackLimits.OPTIONS;
      int to = Math.min(entries.size(), from + SlackLimits.OPTIONS);
      String placeholder =
          parts == 1
              ? select.placeholder()
              : "%s (%d to %d)".formatted(select.placeholder(), from + 1, to);
      elements.add(select(pick, placeholder, entries.subList(from, to)));
    }
  }

  private JsonObject select(ControlId.Task pick, String placeholder, List<ChoiceValue> entries) {
    JsonObject menu = BlockKit.typed("static_select");
    menu.addProperty(
        "action_id",
        ActionKind.SELECT.actionId(elements.size())
            + " "
            + SlackControls.written(id(pick), SELECT_ID).orElseThrow());
    with(menu, "placeholder", BlockKit.plainText(Excerpt.of(placeholder, SlackLimits.PLACEHOLDER)));
    return with(
        menu, "options", BlockKit.array(entries.stream().map(ControlRenderer::entry).toList()));
  }

  private static JsonObject entry(ChoiceValue entry) {
    return BlockKit.option(entry.label(), value(entry));
  }

  private static String value(ChoiceValue entry) {
    return SlackEscapes.encoded(entry.value());
  }
}
