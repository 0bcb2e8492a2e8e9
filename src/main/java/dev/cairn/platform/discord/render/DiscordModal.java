package dev.cairn.platform.discord.render;

import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Form;
import dev.cairn.command.ControlId;
import dev.cairn.platform.discord.api.Snowflake;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu.DefaultValue;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu.SelectTarget;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;

/** Draws a form as a modal, each input as its option's type wants it. */
public final class DiscordModal {
  /** Texts longer than this get a field of several lines. */
  private static final int ONE_LINE = 100;

  private static final int DATE_LENGTH = 10;
  private static final int URL_LENGTH = 2000;
  private static final int WHOLE_LENGTH = 20;

  /** In a field whose value it does not take. */
  private static final String TOO_LONG = "What it is now is too long for this field";

  private DiscordModal() {}

  /**
   * The modal of a form, or empty where what it must remember does not fit into its id.
   *
   * @param spec of the form's command
   * @param community the guild that is meant, or null where the form is opened in it
   */
  public static Optional<Modal> of(Form form, CommandSpec spec, @Nullable String community) {
    Map<String, String> kept = new LinkedHashMap<>(form.action().arguments());
    form.asked().forEach(kept::remove);
    return new ControlId(
            null, community, new ControlId.Task.Submit(new Action(form.action().command(), kept)))
        .written(DiscordLimits.CUSTOM_ID)
        .map(id ->
            Modal.create(id, form.title().isBlank() ? "/" + spec.name() : form.title())
                .addComponents(labels(form, spec))
                .build());
  }

  private static List<Label> labels(Form form, CommandSpec spec) {
    List<Label> labels = new ArrayList<>();
    for (String name : form.asked()) {
      Option<?> option = spec.option(name).orElseThrow();
      String value = form.action().arguments().get(name);
      labels.add(Label.of(option.label(), option.description(), input(option, value)));
    }
    return labels;
  }

  private static LabelChildComponent input(Option<?> option, @Nullable String value) {
    return switch (option.type()) {
      case OptionType.Text(int maxLength) -> text(option, maxLength, null, value);
      case OptionType.Whole(long min, long max) ->
          text(option, WHOLE_LENGTH, "%d to %d".formatted(min, max), value);
      case OptionType.Date() -> text(option, DATE_LENGTH, "2026-01-31", value);
      case OptionType.Url() -> text(option, URL_LENGTH, "https://", value);
      case OptionType.Choice(List<ChoiceValue> values) ->
          values.size() <= DiscordLimits.ENTRIES
              ? choice(option, values, value)
              : text(option, DiscordLimits.ENTRY_VALUE, null, value);
      case OptionType.Flag() ->
          choice(
              option,
              List.of(new ChoiceValue("true", "Yes"), new ChoiceValue("false", "No")),
              value);
      case OptionType.Member() -> entity(option, SelectTarget.USER, value);
      case OptionType.Channel channel -> entity(option, SelectTarget.CHANNEL, value);
      case OptionType.Role() -> entity(option, SelectTarget.ROLE, value);
    };
  }

  private static TextInput text(
      Option<?> option, int maxLength, @Nullable String placeholder, @Nullable String value) {
    int length = Math.min(maxLength, DiscordLimits.MODAL_INPUT);
    boolean fits = value == null || value.length() <= length;
    return TextInput.create(
            option.name(),
            length > ONE_LINE && !(option.type() instanceof OptionType.Url)
                ? TextInputStyle.PARAGRAPH
                : TextInputStyle.SHORT)
        .setRequired(option.required())
        .setMaxLength(length)
        .setPlaceholder(fits ? placeholder : TOO_LONG)
        .setValue(fits && value != null && !value.isBlank() ? value : null)
        .build();
  }

  private static StringSelectMenu choice(
      Option<?> option, List<ChoiceValue> values, @Nullable String value) {
    StringSelectMenu.Builder menu =
        StringSelectMenu.create(option.name()).setRequired(option.required());
    if (!option.required()) {
      menu.setMinValues(0);
    }
    values.forEach(choice -> menu.addOption(choice.label(), choice.value()));
    if (value != null) {
      menu.setDefaultValues(value);
    }
    return menu.build();
  }

  /**
   * What kinds of channel Discord offers for an option. Of media channels its description of
   * commands knows nothing, so none is offered.
   */
  public static Set<ChannelType> channelTypes(OptionType.Channel wanted) {
    return wanted.forums()
        ? EnumSet.of(ChannelType.TEXT, ChannelType.NEWS, ChannelType.FORUM)
        : EnumSet.of(ChannelType.TEXT, ChannelType.NEWS);
  }

  private static EntitySelectMenu entity(
      Option<?> option, SelectTarget target, @Nullable String value) {
    EntitySelectMenu.Builder menu =
        EntitySelectMenu.create(option.name(), target).setRequired(option.required());
    if (!option.required()) {
      menu.setMinValues(0);
    }
    if (option.type() instanceof OptionType.Channel channel) {
      menu.setChannelTypes(channelTypes(channel));
    }
    String id = value == null ? "" : value.replaceAll("[^0-9]", "");
    if (Snowflake.isOne(id)) {
      menu.setDefaultValues(
          switch (target) {
            case USER -> DefaultValue.user(id);
            case ROLE -> DefaultValue.role(id);
            case CHANNEL -> DefaultValue.channel(id);
          });
    }
    return menu.build();
  }
}
