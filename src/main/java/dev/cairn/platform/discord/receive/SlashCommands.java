package dev.cairn.platform.discord.receive;

import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Permission;
import dev.cairn.chat.Suggester;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.command.CommandRegistry;
import dev.cairn.platform.discord.render.DiscordLimits;
import dev.cairn.platform.discord.render.DiscordModal;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.localization.LocalizationFunction;

/** Derives slash commands from the specs. A family of commands becomes subcommands. */
public final class SlashCommands {
  /** What somebody must be allowed to be a moderator. */
  static final net.dv8tion.jda.api.Permission MODERATION =
      net.dv8tion.jda.api.Permission.MANAGE_SERVER;

  private SlashCommands() {}

  /**
   * The commands as Discord is told of them.
   *
   * @param names gives the names and descriptions in other languages, by JDA's keys
   */
  public static List<SlashCommandData> of(CommandRegistry registry, LocalizationFunction names) {
    return registry.roots().stream()
        .map(root -> command(root, registry.family(root)).setLocalizationFunction(names))
        .toList();
  }

  private static SlashCommandData command(String root, List<CommandSpec> family) {
    boolean alone = family.getFirst().name().sub() == null;
    SlashCommandData command =
        Commands.slash(root, alone ? family.getFirst().summary() : summary(root, family))
            .setContexts(InteractionContextType.GUILD)
            .setIntegrationTypes(IntegrationType.GUILD_INSTALL);
    if (family.stream().allMatch(spec -> spec.permission() == Permission.MODERATOR)) {
      command.setDefaultPermissions(DefaultMemberPermissions.enabledFor(MODERATION));
    }
    return alone
        ? command.addOptions(options(family.getFirst()))
        : command.addSubcommands(family.stream().map(SlashCommands::subcommand).toList());
  }

  /** Discord never shows the description of a root with subcommands, and wants one. */
  private static String summary(String root, List<CommandSpec> family) {
    String subs =
        String.join(", ", family.stream().map(spec -> String.valueOf(spec.name().sub())).toList());
    String summary =
        root.substring(0, 1).toUpperCase(Locale.ROOT) + root.substring(1) + ": " + subs;
    return Excerpt.of(summary, 100);
  }

  private static SubcommandData subcommand(CommandSpec spec) {
    return new SubcommandData(String.valueOf(spec.name().sub()), spec.summary())
        .addOptions(options(spec));
  }

  private static List<OptionData> options(CommandSpec spec) {
    return spec.typedOptions().stream().map(SlashCommands::option).toList();
  }

  private static OptionData option(Option<?> option) {
    OptionData data =
        new OptionData(type(option.type()), option.name(), option.description(), option.required());
    switch (option.type()) {
      case OptionType.Text(int maxLength) ->
          data.setRequiredLength(1, Math.min(maxLength, DiscordLimits.OPTION_TEXT));
      case OptionType.Whole(long min, long max) ->
          data.setRequiredRange(
              Math.max(min, -DiscordLimits.OPTION_WHOLE),
              Math.min(max, DiscordLimits.OPTION_WHOLE));
      case OptionType.Choice(List<ChoiceValue> values) -> {
        if (values.size() <= DiscordLimits.ENTRIES) {
          values.forEach(value -> data.addChoice(value.label(), value.value()));
        }
      }
      case OptionType.Channel channel -> data.setChannelTypes(DiscordModal.channelTypes(channel));
      case OptionType.Flag flag -> {}
      case OptionType.Date date -> {}
      case OptionType.Member member -> {}
      case OptionType.Role role -> {}
      case OptionType.Url url -> {}
    }
    return data.getType().canSupportChoices() ? data.setAutoComplete(suggests(option)) : data;
  }

  /** Whether Discord asks us for completions while the option is typed. */
  public static boolean suggests(Option<?> option) {
    return switch (option.type()) {
      case OptionType.Choice(List<ChoiceValue> values) -> values.size() > DiscordLimits.ENTRIES;
      case OptionType.Flag flag -> false;
      case OptionType.Member member -> false;
      case OptionType.Channel channel -> false;
      case OptionType.Role role -> false;
      case OptionType.Text text -> !option.suggester().equals(Suggester.NONE);
      case OptionType.Whole whole -> !option.suggester().equals(Suggester.NONE);
      case OptionType.Date date -> !option.suggester().equals(Suggester.NONE);
      case OptionType.Url url -> !option.suggester().equals(Suggester.NONE);
    };
  }

  private static net.dv8tion.jda.api.interactions.commands.OptionType type(OptionType<?> type) {
    return switch (type) {
      case OptionType.Text text -> net.dv8tion.jda.api.interactions.commands.OptionType.STRING;
      case OptionType.Choice choice -> net.dv8tion.jda.api.interactions.commands.OptionType.STRING;
      case OptionType.Date date -> net.dv8tion.jda.api.interactions.commands.OptionType.STRING;
      case OptionType.Url url -> net.dv8tion.jda.api.interactions.commands.OptionType.STRING;
      case OptionType.Whole whole -> net.dv8tion.jda.api.interactions.commands.OptionType.INTEGER;
      case OptionType.Flag flag -> net.dv8tion.jda.api.interactions.commands.OptionType.BOOLEAN;
      case OptionType.Member member -> net.dv8tion.jda.api.interactions.commands.OptionType.USER;
      case OptionType.Role role -> net.dv8tion.jda.api.interactions.commands.OptionType.ROLE;
      case OptionType.Channel channel ->
          net.dv8tion.jda.api.interactions.commands.OptionType.CHANNEL;
    };
  }
}
