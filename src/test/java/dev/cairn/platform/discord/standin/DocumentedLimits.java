package dev.cairn.platform.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Discord's documented limits, held against what is sent. Written from the documentation and not
 * from the adapter's own table, so that the two can disagree.
 */
public final class DocumentedLimits {
  private static final int COMPONENTS_V2 = 1 << 15;
  private static final int EPHEMERAL = 1 << 6;

  private final List<String> violations = new ArrayList<>();
  private final Set<String> customIds = new HashSet<>();
  private final Set<Integer> componentIds = new HashSet<>();
  private final Set<String> attached = new HashSet<>();
  private int components;
  private int text;

  private DocumentedLimits() {}

  /** What is wrong with a message to be created; empty when nothing is. */
  public static List<String> ofMessage(JsonNode message) {
    DocumentedLimits check = new DocumentedLimits();
    check.message(message);
    return check.violations;
  }

  /** What is wrong with the body of an answer to an interaction. */
  public static List<String> ofCallback(JsonNode callback) {
    DocumentedLimits check = new DocumentedLimits();
    switch (callback.path("type").asInt()) {
      case 4, 7 -> check.message(callback.path("data"));
      case 5 ->
          check.must(
              (callback.path("data").path("flags").asInt() & ~EPHEMERAL) == 0,
              "a deferred answer takes no flag but ephemeral");
      case 6 -> {}
      case 8 -> check.suggestions(callback.path("data").path("choices"));
      case 9 -> check.modal(callback.path("data"));
      default -> check.must(false, "no callback type " + callback.path("type"));
    }
    return check.violations;
  }

  /** What is wrong with a list of commands. */
  public static List<String> ofCommands(JsonNode commands) {
    DocumentedLimits check = new DocumentedLimits();
    check.must(commands.size() <= 100, "more than 100 commands");
    Set<String> names = new HashSet<>();
    for (JsonNode command : commands) {
      check.must(names.add(command.path("name").asText()), "two commands of one name");
      int characters = check.command(command);
      check.must(characters <= 8000, command.path("name") + " has more than 8000 characters");
    }
    return check.violations;
  }

  private void must(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }

  private void length(JsonNode text, int min, int max, String what) {
    int length = text.asText().length();
    must(
        length >= min && length <= max,
        "%s must have %d to %d characters, has %d".formatted(what, min, max, length));
  }

  private void message(JsonNode message) {
    must((message.path("flags").asInt() & COMPONENTS_V2) != 0, "no components v2 flag");
    must(message.path("content").asText("").isEmpty(), "content with components v2");
    must(message.path("embeds").isEmpty(), "embeds with components v2");
    must(message.has("allowed_mentions"), "no allowed_mentions");
    must(message.path("allowed_mentions").path("parse").isEmpty(), "mentions are parsed");
    JsonNode attachments = message.path("attachments");
    must(attachments.size() <= 10, "more than 10 attachments");
    for (JsonNode attachment : attachments) {
      must(
          attached.add(attachment.path("filename").asText()),
          "two attachments named " + attachment.path("filename"));
      length(attachment.path("description"), 0, 1024, "description of an attachment");
    }
    must(!message.path("components").isEmpty(), "no components");
    for (JsonNode component : message.path("components")) {
      must(
          Set.of(1, 9, 10, 12, 13, 14, 17).contains(component.path("type").asInt()),
          "top-level component of type " + component.path("type"));
      component(component);
    }
    must(components <= 40, components + " components");
    must(text <= 4000, text + " characters of text");
    must(attached.isEmpty(), "attached and not shown: " + attached);
  }

  private void component(JsonNode component) {
    components++;
    if (component.path("id").asInt() != 0) {
      must(componentIds.add(component.path("id").asInt()), "component id twice");
    }
    switch (component.path("type").asInt()) {
      case 1 -> actionRow(component.path("components"));
      case 2 -> button(component);
      case 3 -> select(component);
      case 9 -> section(component);
      case 10 -> textDisplay(component);
      case 11 -> media(component);
      case 12 -> gallery(component.path("items"));
      case 13 -> file(component.path("file"));
      case 14 -> {}
      case 17 -> {
        must(!component.path("components").isEmpty(), "an empty container");
        for (JsonNode child : component.path("components")) {
          must(
              Set.of(1, 9, 10, 12, 13, 14).contains(child.path("type").asInt()),
              "container with a child of type " + child.path("type"));
          component(child);
        }
      }
      default -> must(false, "no component type " + component.path("type"));
    }
  }

  private void actionRow(JsonNode children) {
    boolean select = children.size() == 1 && children.get(0).path("type").asInt() == 3;
    boolean buttons = !children.isEmpty() && children.size() <= 5;
    for (JsonNode child : children) {
      buttons &= child.path("type").asInt() == 2;
      component(child);
    }
    must(select || buttons, "an action row takes one select or 1 to 5 buttons");
  }

  private void customId(JsonNode component) {
    length(component.path("custom_id"), 1, 100, "custom_id");
    must(
        customIds.add(component.path("custom_id").asText()),
        "custom_id twice: " + component.path("custom_id"));
  }

  private void button(JsonNode button) {
    length(button.path("label"), 1, 80, "label of a button");
    if (button.path("style").asInt() == 5) {
      must(!button.hasNonNull("custom_id"), "a link button with a custom_id");
      length(button.path("url"), 1, 512, "url of a button");
      must(button.path("url").asText().matches("(?i)https?://.*"), "url of a button is no link");
    } else {
      must(!button.hasNonNull("url"), "a button with both custom_id and url");
      customId(button);
    }
  }

  private void select(JsonNode select) {
    customId(select);
    length(select.path("placeholder"), 0, 150, "placeholder");
    JsonNode options = select.path("options");
    must(!options.isEmpty() && options.size() <= 25, "a select of " + options.size());
    Set<String> values = new HashSet<>();
    for (JsonNode option : options) {
      length(option.path("label"), 1, 100, "label of an entry");
      length(option.path("value"), 1, 100, "value of an entry");
      must(values.add(option.path("value").asText()), "value twice: " + option.path("value"));
    }
  }

  private void section(JsonNode section) {
    JsonNode texts = section.path("components");
    must(!texts.isEmpty() && texts.size() <= 3, "a section of " + texts.size() + " texts");
    texts.forEach(this::component);
    must(
        Set.of(2, 11).contains(section.path("accessory").path("type").asInt()),
        "a section without accessory");
    component(section.path("accessory"));
  }

  private void textDisplay(JsonNode display) {
    must(!display.path("content").asText().isBlank(), "a blank text display");
    length(display.path("content"), 1, 4000, "a text display");
    text += display.path("content").asText().length();
  }

  private void gallery(JsonNode items) {
    must(!items.isEmpty() && items.size() <= 10, "a gallery of " + items.size());
    items.forEach(this::media);
  }

  private void media(JsonNode item) {
    length(item.path("description"), 0, 1024, "description of a picture");
    file(item.path("media"));
  }

  private void file(JsonNode file) {
    String url = file.path("url").asText();
    must(url.startsWith("attachment://"), "not an attachment: " + url);
    must(
        attached.remove(url.replaceFirst("attachment://", "")),
        "shown and not attached, or shown twice: " + url);
  }

  private void suggestions(JsonNode choices) {
    must(choices.size() <= 25, choices.size() + " suggestions");
    for (JsonNode choice : choices) {
      length(choice.path("name"), 1, 100, "name of a suggestion");
      if (choice.path("value").isTextual()) {
        length(choice.path("value"), 1, 100, "value of a suggestion");
      }
    }
  }

  private void modal(JsonNode modal) {
    length(modal.path("custom_id"), 1, 100, "custom_id of a modal");
    length(modal.path("title"), 1, 45, "title of a modal");
    JsonNode labels = modal.path("components");
    must(!labels.isEmpty() && labels.size() <= 5, "a modal of " + labels.size());
    for (JsonNode label : labels) {
      must(label.path("type").asInt() == 18, "a modal takes labels");
      length(label.path("label"), 1, 45, "label in a modal");
      length(label.path("description"), 0, 100, "description in a modal");
      JsonNode input = label.path("component");
      switch (input.path("type").asInt()) {
        case 4 -> {
          customId(input);
          int max = input.path("max_length").asInt(4000);
          must(max >= 1 && max <= 4000, "max_length " + max);
          length(input.path("value"), 0, max, "value of an input");
          length(input.path("placeholder"), 0, 100, "placeholder of an input");
          must(!input.has("label"), "an input in a label has no label");
        }
        case 3 -> select(input);
        case 5, 8 -> customId(input);
        default -> must(false, "an input of type " + input.path("type"));
      }
    }
  }

  private int command(JsonNode command) {
    must(
        command.path("name").asText().matches("[-_'\\p{L}\\p{N}]{1,32}"),
        "name " + command.path("name"));
    length(command.path("description"), 1, 100, "description of " + command.path("name"));
    return command.path("name").asText().length()
        + command.path("description").asText().length()
        + options(command);
  }

  private int options(JsonNode command) {
    JsonNode options = command.path("options");
    must(options.size() <= 25, "more than 25 options");
    int characters = 0;
    boolean optionalSeen = false;
    Set<String> names = new HashSet<>();
    for (JsonNode option : options) {
      must(names.add(option.path("name").asText()), "option twice: " + option.path("name"));
      boolean required = option.path("required").asBoolean();
      must(!required || !optionalSeen, "required after optional: " + option.path("name"));
      optionalSeen |= !required;
      characters += command(option) + choices(option);
      if (option.path("type").asInt() == 3 && option.has("max_length")) {
        int max = option.path("max_length").asInt();
        must(max >= 1 && max <= 6000, "max_length " + max);
      }
    }
    return characters;
  }

  private int choices(JsonNode option) {
    JsonNode choices = option.path("choices");
    must(choices.size() <= 25, "more than 25 choices");
    must(
        choices.isEmpty() || !option.path("autocomplete").asBoolean(),
        "choices and autocomplete of " + option.path("name"));
    int characters = 0;
    for (JsonNode choice : choices) {
      length(choice.path("name"), 1, 100, "name of a choice");
      length(choice.path("value"), 1, 100, "value of a choice");
      characters += choice.path("name").asText().length() + choice.path("value").asText().length();
    }
    return characters;
  }
}
