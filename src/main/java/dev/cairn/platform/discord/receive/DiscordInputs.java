package dev.cairn.platform.discord.receive;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.ControlId;
import dev.cairn.command.Heard;
import dev.cairn.command.Input;
import dev.cairn.connection.Serving;
import dev.cairn.platform.discord.api.Shards;
import dev.cairn.platform.discord.api.Snowflake;
import dev.cairn.platform.discord.render.DiscordLimits;
import dev.cairn.platform.discord.render.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Mentions;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Reads interactions: what was typed, pressed or filled in, with the types that Discord gives. */
public final class DiscordInputs {
  private final Shards shards;
  private final InstantSource clock;

  public DiscordInputs(Shards shards, InstantSource clock) {
    this.shards = shards;
    this.clock = clock;
  }

  /** What was heard, and whom its answer is for. */
  record Asked(Heard heard, Recipient recipient) {}

  /** A typed command. Discord may still show some that an earlier version of us registered. */
  Asked slash(SlashCommandInteractionEvent event) {
    String community = event.getGuild() == null ? "" : event.getGuild().getId();
    Map<String, Value> values = new LinkedHashMap<>();
    for (OptionMapping option : event.getOptions()) {
      values.put(option.getName(), value(option, community));
    }
    String command = event.getFullCommandName();
    return asked(event, null, command, new Input.Options(command, values));
  }

  /**
   * A pressed button or a picked entry.
   *
   * @param id of the component, as we wrote it
   * @param action what it does
   */
  Asked pressed(
      GenericComponentInteractionCreateEvent event, ControlId id, Effect effect, Action action) {
    boolean byOwner = event.getUser().getId().equals(id.owner());
    return asked(
        event,
        id.community(),
        action.command().toString(),
        new Input.Press(action, effect, byOwner));
  }

  /** A button that opens a form. */
  Asked opened(GenericComponentInteractionCreateEvent event, ControlId id, Form form) {
    return asked(event, id.community(), form.action().command().toString(), new Input.Open(form));
  }

  /** A form that was sent. */
  Asked submitted(ModalInteractionEvent event, ControlId id, Action action) {
    String community =
        event.getGuild() != null
            ? event.getGuild().getId()
            : Objects.requireNonNullElse(id.community(), "");
    List<String> asked = new ArrayList<>();
    Map<String, Value> filled = new LinkedHashMap<>();
    for (ModalMapping input : event.getValues()) {
      asked.add(input.getCustomId());
      value(input, community)
          .filter(value -> !value.typed().isBlank())
          .ifPresent(value -> filled.put(input.getCustomId(), value));
    }
    return asked(
        event,
        id.community(),
        action.command().toString(),
        new Input.Submission(action, asked, filled));
  }

  private static Value value(OptionMapping option, String community) {
    return switch (option.getType()) {
      case INTEGER -> new Value.Whole(option.getAsLong());
      case BOOLEAN -> new Value.Flag(option.getAsBoolean());
      case USER -> member(option.getAsUser(), option.getAsMember(), community);
      case CHANNEL ->
          new Value.Channel(option.getAsChannel().getId(), option.getAsChannel().getName());
      case ROLE -> new Value.Role(option.getAsRole().getId(), option.getAsRole().getName());
      default -> new Value.Text(option.getAsString());
    };
  }

  private static Optional<Value> value(ModalMapping input, String community) {
    return switch (input.getType()) {
      case USER_SELECT -> {
        Mentions picked = input.getAsMentions();
        yield picked.getUsers().stream()
            .findFirst()
            .map(user ->
                member(
                    user,
                    picked.getMembers().stream()
                        .filter(member -> member.getId().equals(user.getId()))
                        .findFirst()
                        .orElse(null),
                    community));
      }
      case CHANNEL_SELECT ->
          input.getAsMentions().getChannels().stream()
              .findFirst()
              .map(channel -> new Value.Channel(channel.getId(), channel.getName()));
      case ROLE_SELECT ->
          input.getAsMentions().getRoles().stream()
              .findFirst()
              .map(role -> new Value.Role(role.getId(), role.getName()));
      case STRING_SELECT -> Optional.of(new Value.Text(String.join(",", input.getAsStringList())));
      default -> Optional.of(new Value.Text(input.getAsString()));
    };
  }

  private static Value member(User user, @Nullable Member member, String community) {
    String name = member == null ? user.getEffectiveName() : member.getEffectiveName();
    return new Value.Member(new Account(Platform.DISCORD, community, user.getId(), name));
  }

  private Asked asked(
      Interaction event, @Nullable String meantCommunity, String command, Input input) {
    Guild guild = guild(event, meantCommunity);
    String user = event.getUser().getId();
    boolean direct = event.getGuild() == null;
    Recipient recipient =
        direct && meantCommunity != null && (guild != null || isElsewhere(meantCommunity))
            ? Recipient.direct(user, meantCommunity, guild == null ? null : guild.getName())
            : Recipient.caller(user);
    return new Asked(
        new Heard(
            "discord:" + event.getId(),
            place(event, meantCommunity),
            input,
            () -> caller(event, guild, meantCommunity, command),
            at(event),
            event.getChannel() == null ? null : event.getChannel().getId(),
            new DiscordReferences(guild)),
        recipient);
  }

  private static Place place(Interaction event, @Nullable String meantCommunity) {
    String id =
        event.getGuild() == null
            ? Objects.requireNonNullElse(meantCommunity, "")
            : event.getGuild().getId();
    return new Place(Platform.DISCORD, id);
  }

  private @Nullable Guild guild(Interaction event, @Nullable String meantCommunity) {
    if (event.getGuild() != null || meantCommunity == null) {
      return event.getGuild();
    }
    return shards.guild(meantCommunity).orElse(null);
  }

  private boolean isElsewhere(String community) {
    return shards.serving(community) == Serving.ELSEWHERE;
  }

  private Caller caller(
      Interaction event, @Nullable Guild guild, @Nullable String meantCommunity, String command) {
    if (guild == null && meantCommunity != null && isElsewhere(meantCommunity)) {
      // A direct message comes to one process, whoever serves the guild that it is about.
      return new Caller(
          new Account(
              Platform.DISCORD,
              meantCommunity,
              event.getUser().getId(),
              event.getUser().getEffectiveName()),
          null,
          false,
          Locale.forLanguageTag(event.getUserLocale().getLocale()),
          null);
    }
    if (guild == null) {
      throw Refusal.of(
          Problem.NOT_ALLOWED,
          RichText.of("I answer in your community's channels, not here: give ")
              .then(
                  CommandName.parse(command)
                      .<Span>map(name -> new Span.Command(name, ""))
                      .orElseGet(() -> new Span.Code("/" + command)))
              .plain(" there."));
    }
    return caller(event, guild);
  }

  /** Whoever interacts, as their guild knows them. */
  static Caller caller(Interaction event, Guild guild) {
    Member member = event.getMember();
    String name = member == null ? event.getUser().getEffectiveName() : member.getEffectiveName();
    return new Caller(
        new Account(Platform.DISCORD, guild.getId(), event.getUser().getId(), name),
        guild.isDetached() ? null : guild.getName(),
        isModerator(event, member),
        Locale.forLanguageTag(event.getUserLocale().getLocale()),
        null);
  }

  /**
   * Whether they may moderate: by what Discord says along with the interaction, or by their roles.
   */
  private static boolean isModerator(Interaction event, @Nullable Member member) {
    if (member == null) {
      return false;
    }
    DataObject raw = event instanceof GenericEvent heard ? heard.getRawData() : null;
    long told =
        raw == null
            ? 0
            : raw.optObject("d")
                .flatMap(interaction -> interaction.optObject("member"))
                .map(json -> json.getLong("permissions", 0))
                .orElse(0L);
    return (told
                & (SlashCommands.MODERATION.getRawValue() | Permission.ADMINISTRATOR.getRawValue()))
            != 0
        // Where only our commands are, and not we ourselves, JDA knows no roles.
        || (!member.isDetached() && member.hasPermission(SlashCommands.MODERATION));
  }

  /**
   * When the interaction was made, by its id. An id that tells a time at which it could no longer
   * be answered tells no time at all, and our own clock counts.
   */
  private Instant at(Interaction event) {
    Instant made = Snowflake.instant(event.getIdLong());
    Instant now = clock.instant();
    return Duration.between(made, now).abs().compareTo(DiscordLimits.TOKEN_LIFE) <= 0 ? made : now;
  }
}
