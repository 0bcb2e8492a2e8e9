package dev.cairn.platform.slack.render;

import static dev.cairn.platform.slack.render.BlockKit.with;

import com.google.gson.JsonObject;
import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Form;
import dev.cairn.command.ControlId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws controls. An action that does not fit Slack's ids is an error of whoever made the card, so
 * it is thrown, never cut.
 */
final class ControlRenderer {
  private final String owner;
  private final List<JsonObject> elements = new ArrayList<>();

  private ControlRenderer(String owner) {
    this.owner = owner;
  }

  /**
   * The elements of these controls, in their order.
   *
   * @throws IllegalArgumentException when an action or address is longer than Slack takes
   */
  static List<JsonObject> elements(List<Control> controls, String owner) {
    ControlRenderer renderer = new ControlRenderer(owner);
    controls.forEach(renderer::add);
    return renderer.elements;
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
          elements.add(
              styled(
                  button(ActionKind.BUTTON, label, new ControlId.Task.Press(effect, action)),
                  style));
      case Control.LinkButton(String label, URI target) -> elements.add(link(label, target));
      case Control.Select select -> addSelect(select);
      case Control.FormButton(String label, Form form) ->
          elements.add(button(ActionKind.FORM, label, new ControlId.Task.Open(form)));
    }
  }

  private ControlId id(ControlId.Task task) {
    return new ControlId(owner.isEmpty() ? null : owner, null, task);
  }

  private JsonObject button(ActionKind kind, String label, ControlId.Task task) {
    JsonObject button = BlockKit.button(kind.actionId(elements.size()), label);
    button.addProperty("value", SlackControls.written(id(task), SlackLimits.BUTTON_VALUE));
    return button;
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

  private JsonObject link(String label, URI target) {
    JsonObject link = BlockKit.button(ActionKind.LINK.actionId(elements.size()), label);
    link.addProperty("url", fitting(target.toString(), SlackLimits.BUTTON_URL));
    return link;
  }

  /** One select, or several where there are more entries than one may have. */
  private void addSelect(Control.Select select) {
    List<ChoiceValue> entries = select.entries();
    int parts = Math.ceilDiv(entries.size(), SlackLimits.OPTIONS);
    for (int part = 0; part < parts; part++) {
      int from = part * SlackLimits.OPTIONS;
      int to = Math.min(entries.size(), from + SlackLimits.OPTIONS);
      String placeholder =
          parts == 1
              ? select.placeholder()
              : "%s (%d to %d)".formatted(select.placeholder(), from + 1, to);
      elements.add(select(select, placeholder, entries.subList(from, to)));
    }
  }

  private JsonObject select(Control.Select select, String placeholder, List<ChoiceValue> entries) {
    JsonObject menu = BlockKit.typed("static_select");
    ControlId.Task pick =
        new ControlId.Task.Pick(select.effect(), select.option(), select.action());
    String which = ActionKind.SELECT.actionId(elements.size()) + " ";
    menu.addProperty(
        "action_id",
        which + SlackControls.written(id(pick), SlackLimits.ACTION_ID - which.length()));
    with(menu, "placeholder", BlockKit.plainText(Excerpt.of(placeholder, SlackLimits.PLACEHOLDER)));
    return with(
        menu, "options", BlockKit.array(entries.stream().map(ControlRenderer::entry).toList()));
  }

  private static JsonObject entry(ChoiceValue entry) {
    return BlockKit.option(
        entry.label(), fitting(SlackEscapes.encoded(entry.value()), SlackLimits.OPTION_VALUE));
  }

  private static String fitting(String text, int max) {
    if (text.length() > max) {
      throw new IllegalArgumentException(
          "Slack takes %d characters here, this has %d: %s".formatted(max, text.length(), text));
    }
    return text;
  }
}
