package dev.cairn.command;

import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is answered to something that a member did: a reply, for whom, in place of what. */
public sealed interface Answer {

  /** What is shown; also where the platform cannot open a form, or show what is wrong in one. */
  Reply reply();

  /** Who sees the reply. */
  Audience audience();

  /** The same answer in other words; a form stays as it is. */
  Answer with(Reply other);

  /**
   * A reply.
   *
   * @param invocation the command that was given, or null where none could be read
   * @param inPlace whether the reply takes the place of the message whose control was used
   */
  record Said(@Nullable Invocation invocation, Reply reply, Audience audience, boolean inPlace)
      implements Answer {
    /** Nothing was done, for this reason. */
    public static Said refused(Reply.Notice notice) {
      return new Said(null, notice, Audience.CALLER, false);
    }

    @Override
    public Said with(Reply other) {
      return new Said(invocation, other, audience, inPlace);
    }
  }

  /**
   * A form to fill in, which the caller may fill in.
   *
   * @param spec the form's command, which has all options that are asked for
   */
  record Asked(Form form, CommandSpec spec) implements Answer {
    /** A button that opens the form. */
    @Override
    public Reply reply() {
      return Reply.Notice.ok(RichText.of("Here is the form."))
          .with(new Control.FormButton(form.title(), form));
    }

    @Override
    public Audience audience() {
      return Audience.CALLER;
    }

    @Override
    public Asked with(Reply other) {
      return this;
    }
  }

  /**
   * A form was not taken.
   *
   * @param invocation the command that refused it, or null where it could not be read
   * @param reply why, with a button that opens the form again as it was filled in where that helps
   * @param mistakes what is wrong, by the option that was asked for; empty where it is none of them
   */
  record Rejected(
      @Nullable Invocation invocation, Reply.Notice reply, Map<String, RichText> mistakes)
      implements Answer {
    public Rejected {
      mistakes = Map.copyOf(mistakes);
    }

    @Override
    public Audience audience() {
      return Audience.CALLER;
    }

    @Override
    public Answer with(Reply other) {
      return other instanceof Reply.Notice notice
          ? new Rejected(invocation, notice, mistakes)
          : this;
    }
  }

  /** The command that was given, or null where none could be read. */
  default @Nullable Invocation given() {
    return switch (this) {
      case Said said -> said.invocation();
      case Asked asked -> null;
      case Rejected rejected -> rejected.invocation();
    };
  }
}
