package dev.cairn.command;

import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Commands that look something up: the answer is the caller's alone, and bears a button that shows
 * it to the channel where it is of use to others.
 */
public final class Shareable {
  private static final Option<Boolean> SHARE =
      Option.hidden("share", new OptionType.Flag(), "Show the answer to the whole channel");

  private Shareable() {}

  /** Whether the answer is shown to the whole channel, where it is nobody's own. */
  public static boolean isShared(Invocation invocation) {
    return invocation.arguments().isSet(SHARE);
  }

  /** The same command, answered in private, whose cards can be shared. */
  public static Command of(Command command) {
    CommandSpec plain = command.spec();
    List<Option<?>> options = new ArrayList<>(plain.options());
    options.add(SHARE);
    CommandSpec spec =
        new CommandSpec(
                plain.name(),
                plain.summary(),
                options,
                Audience.CALLER,
                plain.permission(),
                List.of(),
                plain.examples())
            .openWhenGiven(SHARE.name());
    return new Command(
        spec,
        invocation -> {
          Reply reply = command.handler().handle(invocation);
          if (!(reply instanceof Reply.Card card)) {
            return reply;
          }
          return isShared(invocation) ? shared(card, spec) : shareable(card, invocation);
        },
        command.present());
  }

  private static Reply shareable(Reply.Card card, Invocation invocation) {
    Map<String, String> given = new LinkedHashMap<>();
    invocation.arguments().values().forEach((option, value) -> given.put(option, value.typed()));
    Action share = new Action(invocation.spec().name(), given).with(SHARE.name(), true);
    if (invocation.channel() == null || !share.isShort()) {
      return card;
    }
    List<Control> controls = new ArrayList<>(card.controls());
    controls.add(new Control.Button("Share", share, Control.Button.Style.SECONDARY, Effect.REPLY));
    return card.with(controls);
  }

  /** Leafing through what was shared leaves it shared. */
  private static Reply shared(Reply.Card card, CommandSpec spec) {
    return card.with(card.controls().stream().map(control -> shared(control, spec)).toList());
  }

  private static Control shared(Control control, CommandSpec spec) {
    return switch (control) {
      case Control.Button(var label, Action action, var style, Effect effect)
          when isOfItsOwn(action, effect, spec) ->
          new Control.Button(label, action.with(SHARE.name(), true), style, effect);
      case Control.Select(var placeholder, Action action, var option, var entries, Effect effect)
          when isOfItsOwn(action, effect, spec) ->
          new Control.Select(placeholder, action.with(SHARE.name(), true), option, entries, effect);
      case Control.Button _, Control.Select _, Control.LinkButton _, Control.FormButton _ ->
          control;
    };
  }

  private static boolean isOfItsOwn(Action action, Effect effect, CommandSpec spec) {
    return effect == Effect.UPDATE && action.command().equals(spec.name());
  }
}
