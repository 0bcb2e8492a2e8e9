package dev.cairn.platform.discord.render;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/**
 * Controls as rows of buttons and selects. What Discord cannot draw – an id that is too long, a row
 * too many – is told as a line to type instead.
 */
final class ControlRows {
  private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://.+");

  private final CardText text;
  private final Recipient recipient;
  private final List<ActionRow> rows = new ArrayList<>();
  private final List<Button> buttons = new ArrayList<>();
  private final List<TextLine.Prose> hints = new ArrayList<>();
  private final Map<ControlId, Integer> used = new HashMap<>();

  ControlRows(List<Control> controls, CardText text, Recipient recipient) {
    this.text = text;
    this.recipient = recipient;
    controls.forEach(this::add);
    closeRow();
  }

  /** The rows, at most {@link DiscordLimits#ROWS}. */
  List<ActionRow> rows() {
    return List.copyOf(rows);
  }

  /** What is told in words. */
  List<TextLine.Prose> hints() {
    return List.copyOf(hints);
  }

  private void add(Control control) {
    switch (control) {
      case Control.Button(var label, var action, var style, var effect) ->
          id(new ControlId.Task.Press(effect, action))
              .flatMap(id -> button(style(style), id, label))
              .ifPresentOrElse(buttons::add, () -> hint(label, action));
      case Control.LinkButton(String label, URI target) ->
          link(label, target).ifPresentOrElse(buttons::add, () -> hint(label, target));
      case Control.FormButton(String label, Form form) ->
          id(new ControlId.Task.Open(withoutLabel(form)))
              .flatMap(id -> button(ButtonStyle.SECONDARY, id, label))
              .ifPresentOrElse(buttons::add, () -> hint(label, form.action()));
      case Control.Select select -> select(select);
    }
    if (buttons.size() == DiscordLimits.ROW_BUTTONS) {
      closeRow();
    }
  }

  private Optional<Button> button(ButtonStyle style, String id, String label) {
    return hasRoom()
        ? Optional.of(Button.of(style, id, shortened(label, DiscordLimits.BUTTON_LABEL)))
        : Optional.empty();
  }

  private Optional<Button> link(String label, URI target) {
    String address = target.toASCIIString();
    boolean drawable =
        address.length() <= DiscordLimits.BUTTON_URL && WEB_ADDRESS.matcher(address).matches();
    return drawable && hasRoom()
        ? Optional.of(Button.link(address, shortened(label, DiscordLimits.BUTTON_LABEL)))
        : Optional.empty();
  }

  private boolean hasRoom() {
    return rows.size() < DiscordLimits.ROWS;
  }

  private void closeRow() {
    if (!buttons.isEmpty()) {
      rows.add(ActionRow.of(buttons));
      buttons.clear();
    }
  }

  private void select(Control.Select select) {
    closeRow();
    Map<String, SelectOption> drawable = new LinkedHashMap<>();
    List<ChoiceValue> told = new ArrayList<>();
    for (ChoiceValue entry : select.entries()) {
      if (entry.value().isEmpty()
          || entry.value().length() > DiscordLimits.ENTRY_VALUE
          || drawable.size() == DiscordLimits.ENTRIES * (DiscordLimits.ROWS - rows.size())) {
        told.add(entry);
      } else {
        drawable.putIfAbsent(
            entry.value(),
            SelectOption.of(shortened(entry.label(), DiscordLimits.ENTRY_LABEL), entry.value()));
      }
    }
    List<SelectOption> entries = new ArrayList<>(drawable.values());
    int menus = (entries.size() + DiscordLimits.ENTRIES - 1) / DiscordLimits.ENTRIES;
    for (int menu = 0; menu < menus; menu++) {
      List<SelectOption> shown =
          entries.subList(
              menu * DiscordLimits.ENTRIES,
              Math.min(entries.size(), (menu + 1) * DiscordLimits.ENTRIES));
      String count = menus == 1 ? "" : " (%d of %d)".formatted(menu + 1, menus);
      Optional<String> id =
          id(new ControlId.Task.Pick(select.effect(), select.option(), select.action()));
      if (id.isEmpty()) {
        told.clear();
        told.addAll(select.entries());
        break;
      }
      rows.add(
          ActionRow.of(
              StringSelectMenu.create(id.get())
                  .setPlaceholder(
                      shortened(
                              select.placeholder(),
                              DiscordLimits.SELECT_PLACEHOLDER - count.length())
                          + count)
                  .addOptions(shown)
                  .build()));
    }
    told.forEach(
        entry -> hint(entry.label(), select.action().with(select.option(), entry.value())));
  }

  private Optional<String> id(ControlId.Task task) {
    ControlId id =
        new ControlId(isForOwner(task) ? recipient.owner() : null, recipient.community(), task);
    int nth = used.merge(id, 1, Integer::sum) - 1;
    return id.written(nth, DiscordLimits.CUSTOM_ID);
  }

  /** Discord's modals have one sending button, whose label is Discord's own. */
  private static Form withoutLabel(Form form) {
    return new Form(form.title(), form.action(), form.asked(), "");
  }

  private static boolean isForOwner(ControlId.Task task) {
    return switch (task) {
      case ControlId.Task.Press(Effect effect, Action action) -> effect == Effect.UPDATE;
      case ControlId.Task.Pick(Effect effect, String option, Action action) ->
          effect == Effect.UPDATE;
      case ControlId.Task.Open open -> false;
      case ControlId.Task.Submit submit -> false;
    };
  }

  private void hint(String label, Action action) {
    line(RichText.of(label + ": ").command(action));
  }

  private void hint(String label, URI target) {
    line(RichText.EMPTY.link(label, target));
  }

  private void line(RichText told) {
    DiscordMarkdown.lines(told).forEach(line -> hints.add(text.line(CardText.SMALL, line)));
  }

  private static String shortened(String label, int length) {
    String text = label.isBlank() ? TextLine.ELLIPSIS : label;
    return Excerpt.of(text, length);
  }

  private static ButtonStyle style(Control.Button.Style style) {
    return switch (style) {
      case PRIMARY -> ButtonStyle.PRIMARY;
      case SECONDARY -> ButtonStyle.SECONDARY;
      case DANGER -> ButtonStyle.DANGER;
    };
  }
}
