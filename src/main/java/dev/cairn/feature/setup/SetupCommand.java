package dev.cairn.feature.setup;

import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.command.CommandRegistry;
import dev.cairn.feature.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /community setup}: the first steps of a moderator, each with what it takes to make it.
 * Platforms show it unasked when a community has just invited us. A step whose command does not
 * exist is left out.
 */
public final class SetupCommand {
  private static final CommandName ZONE = CommandName.of("community set");
  private static final CommandName START = CommandName.of("journey start");
  private static final CommandName DAILY = CommandName.of("daily set");
  private static final CommandName DOCTOR = CommandName.of("community doctor");
  private static final int MOST_ASKED = 5;

  private final Supplier<CommandRegistry> registry;

  /**
   * @param registry tells which steps there are, once all commands are known
   */
  public SetupCommand(Supplier<CommandRegistry> registry) {
    this.registry = registry;
  }

  /** The command. */
  public Command command() {
    return new Command(
        CommandSpec.moderation("community setup", "Set me up in a few steps", Audience.CALLER),
        this::steps);
  }

  private Reply steps(Invocation invocation) {
    List<RichText> steps = new ArrayList<>();
    List<Control> controls = new ArrayList<>();
    known(ZONE)
        .ifPresent(zone -> {
          steps.add(
              RichText.EMPTY
                  .bold("Your time zone.")
                  .plain(
                      " Days begin and end by it. It is %s now; any other place on earth: "
                          .formatted(zone.present().values(invocation).get("timezone")))
                  .command("community set", "timezone:Europe/Berlin"));
          controls.add(zones(invocation));
        });
    spec(DAILY)
        .ifPresent(daily -> {
          steps.add(
              RichText.EMPTY
                  .bold("Where and when.")
                  .plain(" The channel and the hour at which I post the topic of the day."));
          controls.add(form("Channel and hour", daily));
        });
    spec(START)
        .ifPresent(start -> {
          steps.add(
              RichText.EMPTY
                  .bold("The start.")
                  .plain(" The date of day 1 of your journey; weekdays may be left out."));
          controls.add(form("Start of the journey", start));
        });
    CardBuilder card =
        Reply.Card.titled("Let us begin")
            .text(
                "I present one topic a day. Members read, discuss and check in; their streaks and"
                    + " groups grow. A moderator sets me up:")
            .numbered(steps);
    controls.forEach(card::control);
    spec(DOCTOR)
        .ifPresent(doctor -> card.button("Check my permissions", Action.of(DOCTOR.toString())));
    return card.button("What I can do", Action.of("help")).build();
  }

  private Optional<Command> known(CommandName name) {
    return registry.get().find(name);
  }

  private Optional<CommandSpec> spec(CommandName name) {
    return known(name).map(Command::spec);
  }

  private static Control zones(Invocation invocation) {
    List<ChoiceValue> zones = Zones.suggest("", invocation.at());
    return new Control.Select(
        "Time zone", Action.of(ZONE.toString()), "timezone", zones, Effect.REPLY);
  }

  private static Control form(String label, CommandSpec spec) {
    List<String> asked = spec.typedOptions().stream().map(Option::name).limit(MOST_ASKED).toList();
    return new Control.FormButton(
        label, new Form(label, Action.of(spec.name().toString()), asked, "Save"));
  }
}
