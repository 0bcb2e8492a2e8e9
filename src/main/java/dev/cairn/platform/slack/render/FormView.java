package dev.cairn.platform.slack.render;

import static dev.cairn.platform.slack.render.BlockKit.plainText;
import static dev.cairn.platform.slack.render.BlockKit.typed;
import static dev.cairn.platform.slack.render.BlockKit.with;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Suggester;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Form;
import dev.cairn.platform.slack.api.Interaction;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Draws a form as a modal: an input for each option asked for, of the kind that fits its type. */
public final class FormView {
  public static final String CALLBACK = "form";

  /** The one element of each input's block; the block bears the option's name. */
  static final String ELEMENT = "value";

  private static final int ONE_LINE = 100;

  /** In a field whose value it does not take. */
  private static final String TOO_LONG = "What it is now is too long for this field";

  private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]+");
  private static final Pattern CHANNEL = Pattern.compile("[CDG][A-Z0-9]+");
  private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://.+");

  private FormView() {}

  /**
   * The modal.
   *
   * @param from where the form was opened, so that its answer goes there
   */
  public static JsonObject of(Form form, CommandSpec spec, Interaction.Place from) {
    JsonObject view = typed("modal");
    view.addProperty("callback_id", CALLBACK);
    view.addProperty("private_metadata", FormOrigin.of(form, from).encoded());
    view.add("title", plainText(Excerpt.of(form.title(), SlackLimits.VIEW_TITLE)));
    view.add("submit", plainText(Excerpt.of(form.submitLabel(), SlackLimits.VIEW_BUTTON)));
    view.add("close", plainText("Cancel"));
    JsonArray blocks = new JsonArray();
    for (String name : form.asked()) {
      spec.option(name)
          .ifPresent(
              option -> blocks.add(input(option, form.action().arguments().get(name), spec)));
    }
    view.add("blocks", blocks);
    return view;
  }

  private static JsonObject input(Option<?> option, @Nullable String initial, CommandSpec spec) {
    JsonObject block = typed("input");
    block.addProperty("block_id", option.name());
    block.addProperty("optional", !option.required());
    block.add("label", plainText(option.label()));
    block.add("hint", plainText(option.description()));
    JsonObject element = element(option, initial);
    element.addProperty("action_id", actionId(option, spec));
    return with(block, "element", element);
  }

  private static String actionId(Option<?> option, CommandSpec spec) {
    return suggests(option) ? SuggestionId.of(spec.name(), option.name()) : ELEMENT;
  }

  private static boolean suggests(Option<?> option) {
    return option.type() instanceof OptionType.Text && !option.suggester().equals(Suggester.NONE);
  }

  private static JsonObject element(Option<?> option, @Nullable String initial) {
    return switch (option.type()) {
      case OptionType.Text text when suggests(option) -> suggested(initial);
      case OptionType.Text(int maxLength) -> text(maxLength, initial);
      case OptionType.Whole(long min, long max) -> number(min, max, initial);
      case OptionType.Choice(List<ChoiceValue> values) -> choice(values, initial);
      case OptionType.Flag() -> flag(initial);
      case OptionType.Date() -> initially(typed("datepicker"), "initial_date", initial, DATE);
      case OptionType.Member() ->
          initially(typed("users_select"), "initial_user", id(initial), USER);
      case OptionType.Channel channel -> channel(initial);
      case OptionType.Role() -> text(ONE_LINE, initial);
      case OptionType.Url() ->
          initially(typed("url_text_input"), "initial_value", initial, WEB_ADDRESS);
    };
  }

  private static JsonObject text(int maxLength, @Nullable String initial) {
    JsonObject input = typed("plain_text_input");
    int longest = Math.min(maxLength, SlackLimits.INPUT_TEXT);
    input.addProperty("multiline", maxLength > ONE_LINE);
    input.addProperty("max_length", longest);
    return initial == null || initial.length() <= longest
        ? initially(input, "initial_value", initial, ANYTHING)
        : with(input, "placeholder", plainText(TOO_LONG));
  }

  private static JsonObject suggested(@Nullable String initial) {
    JsonObject select = typed("external_select");
    select.addProperty("min_query_length", 0);
    String value = initial == null ? "" : SlackEscapes.encoded(initial);
    if (initial != null && !initial.isBlank() && value.length() <= SlackLimits.OPTION_VALUE) {
      select.add("initial_option", BlockKit.option(initial, value));
    }
    return select;
  }

  private static JsonObject number(long min, long max, @Nullable String initial) {
    JsonObject input = typed("number_input");
    input.addProperty("is_decimal_allowed", false);
    input.addProperty("min_value", Long.toString(min));
    input.addProperty("max_value", Long.toString(max));
    boolean within =
        initial != null
            && WHOLE.matcher(initial).matches()
            && Long.parseLong(initial) >= min
            && Long.parseLong(initial) <= max;
    return within ? initially(input, "initial_value", initial, WHOLE) : input;
  }

  private static JsonObject choice(List<ChoiceValue> values, @Nullable String initial) {
    JsonObject select = typed("static_select");
    select.add(
        "options",
        BlockKit.array(values.stream().limit(SlackLimits.OPTIONS).map(FormView::option).toList()));
    values.stream()
        .filter(value -> value.value().equals(initial))
        .findFirst()
        .ifPresent(value -> select.add("initial_option", option(value)));
    return select;
  }

  private static JsonObject flag(@Nullable String initial) {
    List<ChoiceValue> values =
        List.of(new ChoiceValue("true", "Yes"), new ChoiceValue("false", "No"));
    JsonObject buttons = typed("radio_buttons");
    buttons.add("options", BlockKit.array(values.stream().map(FormView::option).toList()));
    values.stream()
        .filter(value -> value.value().equals(initial))
        .findFirst()
        .ifPresent(value -> buttons.add("initial_option", option(value)));
    return buttons;
  }

  private static JsonObject channel(@Nullable String initial) {
    JsonObject filter = new JsonObject();
    JsonArray include = new JsonArray();
    include.add("public");
    include.add("private");
    filter.add("include", include);
    return initially(
        with(typed("conversations_select"), "filter", filter),
        "initial_conversation",
        id(initial),
        CHANNEL);
  }

  private static JsonObject option(ChoiceValue value) {
    return BlockKit.option(value.label(), SlackEscapes.encoded(value.value()));
  }

  /** Fills in what is of this form. Slack opens no modal in which something else is filled in. */
  private static JsonObject initially(
      JsonObject element, String key, @Nullable String value, Pattern form) {
    if (value != null && !value.isBlank() && form.matcher(value).matches()) {
      element.addProperty(key, value);
    }
    return element;
  }

  /** The id in {@code @U1} or {@code #C1}. */
  private static @Nullable String id(@Nullable String typed) {
    return typed == null ? null : typed.replaceAll("[<>@#]|\\|.*", "");
  }
}
