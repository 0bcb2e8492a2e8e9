package dev.cairn.platform.discord;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Control;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Excerpt;
import dev.cairn.chat.Form;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Problem;
import dev.cairn.chat.Refusal;
import dev.cairn.chat.Reply;
import dev.cairn.chat.RichText;
import dev.cairn.command.Command;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.LineReader;
import dev.cairn.command.References;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Reads what an interaction asks. */
final class QuestionReader {
  /** A longest title of a form. */
  private static final int FORM_TITLE = 24;

  private final CommandRouter router;
  private final LineReader lines;
  private final InstantSource clock;

  QuestionReader(CommandRouter router, LineReader lines, InstantSource clock) {
    this.router = router;
    this.lines = lines;
    this.clock = clock;
  }

  /** A typed command. Discord may still show some that an earlier version of us registered. */
  Question slash(SlashCommandInteractionEvent event) {
    Optional<CommandName> name = CommandName.parse(event.getFullCommandName());
    if (name.isEmpty()) {
      return new Question(
          Audience.CALLER,
          false,
          Recipient.caller(event.getUser().getId()),
          () -> lines.unknown(event.getFullCommandName()).notice());
    }
    Map<String, String> arguments = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (OptionMapping option : event.getOptions()) {
      arguments.put(option.getName(), option.getAsString());
      if (option.getType() == net.dv8tion.jda.api.interactions.commands.OptionType.USER) {
        Member member = option.getAsMember();
        names.put(
            option.getAsString(),
            member == null ? option.getAsUser().getEffectiveName() : member.getEffectiveName());
      }
    }
    return question(event, null, new Action(name.get(), arguments), names, Invocation.Origin.TYPED);
  }

  /**
   * A pressed button or a picked entry.
   *
   * @param id of the component, as we wrote it
   * @param action what it does
   */
  Question pressed(
      GenericComponentInteractionCreateEvent event, ComponentId id, Effect effect, Action action) {
    boolean byOwner = event.getUser().getId().equals(id.owner());
    return question(
        event, id.community(), action, Map.of(), new Invocation.Origin.Pressed(effect, byOwner));
  }

  /** A form that was sent. */
  Question submitted(ModalInteractionEvent event, ComponentId id, Action action) {
    Map<String, String> arguments = new LinkedHashMap<>(action.arguments());
    Map<String, String> names = new LinkedHashMap<>();
    List<String> asked = new ArrayList<>();
    for (ModalMapping input : event.getValues()) {
      asked.add(input.getCustomId());
      String value = value(input, names);
      if (!value.isBlank()) {
        arguments.put(input.getCustomId(), value);
      }
    }
    Action filled = new Action(action.command(), arguments);
    Question question = question(event, id.community(), filled, names, Invocation.Origin.SUBMITTED);
    return new Question(
        question.audience(),
        false,
        question.recipient(),
        () -> withAnotherTry(question.answer().get(), filled, asked));
  }

  private static String value(ModalMapping input, Map<String, String> names) {
    return switch (input.getType()) {
      case USER_SELECT -> {
        input
            .getAsMentions()
            .getUsers()
            .forEach(user -> names.put(user.getId(), user.getEffectiveName()));
        input
            .getAsMentions()
            .getMembers()
            .forEach(member -> names.put(member.getId(), member.getEffectiveName()));
        yield String.join(",", input.getAsStringList());
      }
      case CHANNEL_SELECT, STRING_SELECT -> String.join(",", input.getAsStringList());
      default -> input.getAsString();
    };
  }

  /**
   * Discord cannot show what is wrong beside a field, and throws away what was typed. So the answer
   * offers the form again, filled in as it was; where that does not fit, it repeats what was typed.
   */
  private static Reply withAnotherTry(Reply reply, Action filled, List<String> asked) {
    if (!(reply instanceof Reply.Notice notice)
        || notice.problem() != Problem.BAD_OPTION
        || asked.isEmpty()) {
      return reply;
    }
    String title = "/" + filled.command();
    Form again = new Form(Excerpt.of(title, FORM_TITLE), filled, asked, "Send again");
    List<Control> controls = new ArrayList<>(notice.controls());
    controls.add(new Control.FormButton("Try again", again));
    return new Reply.Notice(
        notice.problem(), notice.text(), notice.option(), controls, notice.facts());
  }

  private Question question(
      Interaction event,
      @Nullable String meantCommunity,
      Action action,
      Map<String, String> names,
      Invocation.Origin origin) {
    Guild guild = guild(event, meantCommunity);
    String user = event.getUser().getId();
    boolean direct = event.getGuild() == null;
    Recipient recipient =
        direct && guild != null ? Recipient.direct(user, guild.getId()) : Recipient.caller(user);
    boolean pressedUpdate =
        origin instanceof Invocation.Origin.Pressed(Effect effect, boolean byOwner)
            && effect == Effect.UPDATE;
    boolean updates =
        origin instanceof Invocation.Origin.Pressed(Effect effect, boolean byOwner)
            && effect == Effect.UPDATE
            && byOwner;
    return new Question(
        pressedUpdate ? Audience.CALLER : audience(action),
        updates,
        recipient,
        () -> answer(event, guild, action, names, origin));
  }

  private static @Nullable Guild guild(Interaction event, @Nullable String meantCommunity) {
    if (event.getGuild() != null || meantCommunity == null) {
      return event.getGuild();
    }
    var shards = event.getJDA().getShardManager();
    return shards == null
        ? event.getJDA().getGuildById(meantCommunity)
        : shards.getGuildById(meantCommunity);
  }

  /** Who sees the answer; what cannot even be read is answered to the caller. */
  private Audience audience(Action action) {
    Optional<CommandSpec> spec = router.registry().find(action.command()).map(Command::spec);
    return spec.map(
            known ->
                known.privateOptions().stream().anyMatch(action.arguments()::containsKey)
                    ? Audience.CALLER
                    : known.audience())
        .orElse(Audience.CALLER);
  }

  private Reply answer(
      Interaction event,
      @Nullable Guild guild,
      Action action,
      Map<String, String> names,
      Invocation.Origin origin) {
    try {
      if (guild == null) {
        throw Refusal.of(
            Problem.NOT_ALLOWED,
            RichText.of("I answer in your community's channels, not here: give ")
                .code("/" + action.command())
                .plain(" there."));
      }
      References references = new DiscordReferences(guild.getId(), guild, names);
      LineReader.Line line =
          origin instanceof Invocation.Origin.Typed
              ? lines.read(action.command(), action.arguments(), references)
              : lines.read(action, references);
      return router.answer(
          new Invocation(
              "discord:" + event.getId(),
              line.spec(),
              line.arguments(),
              caller(event, guild),
              at(event),
              event.getChannel() == null ? null : event.getChannel().getId(),
              origin));
    } catch (RuntimeException failure) {
      return router.failure("reading interaction " + event.getId(), failure);
    }
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
