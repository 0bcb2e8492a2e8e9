package dev.cairn.chat.reply;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import java.net.URI;
import java.time.Instant;

/**
 * A piece of text with one meaning. Text inside is literal: every platform escapes it, so that it
 * can ping no one and break no layout.
 */
public sealed interface Span {

  record Plain(String text) implements Span {}

  record Bold(String text) implements Span {}

  /** Something to be typed or read letter by letter: a value, an id. */
  record Code(String text) implements Span {}

  /**
   * A command to give. Each platform shows how it is given there: one can press it, or reads what
   * to type.
   *
   * @param name which command
   * @param rest what is typed after its name, or a hint of what may be; possibly empty
   */
  record Command(CommandName name, String rest) implements Span {

    /** The command that an action gives. */
    public static Command of(Action action) {
      String line = action.toString();
      String name = action.command().toString();
      return new Command(action.command(), line.substring(name.length()).strip());
    }

    /** A command with what it takes: {@code [day] [track]}. */
    public static Command usageOf(CommandSpec spec) {
      return new Command(spec.name(), spec.hints());
    }

    /** The first example of how a command is typed. */
    public static Command exampleOf(CommandSpec spec) {
      return exampleOf(spec, spec.examples().getFirst());
    }

    /** One of the examples of how a command is typed. */
    public static Command exampleOf(CommandSpec spec, String line) {
      return new Command(spec.name(), line.substring(spec.name().toString().length()).strip());
    }

    /** As it is typed where every command has a name of its own. */
    public String typed() {
      return "/" + line();
    }

    /** As it is typed after a slash, or after the one word that a platform has for all. */
    public String line() {
      return rest.isEmpty() ? name.toString() : name + " " + rest;
    }
  }

  record Link(String label, URI target) implements Span {}

  /**
   * A member by name. Whether it notifies them is the platform's and the message's choice; by
   * default it does not.
   */
  record Mention(Account account) implements Span {}

  /** A channel, led to where the reader is on its platform, and otherwise by name. */
  record Channel(Platform platform, Value.Channel channel) implements Span {}

  /** A moment, shown in each reader's own zone where the platform can. */
  record Moment(Instant at, Style style) implements Span {
    /** How a moment is shown. */
    public enum Style {
      /** {@code in 3 hours}. */
      RELATIVE,
      /** {@code 31 January 2026}. */
      DATE,
      /** {@code 31 January 2026 at 18:00}. */
      DATE_TIME
    }
  }
}
