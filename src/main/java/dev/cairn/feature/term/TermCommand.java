package dev.cairn.feature.term;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Term;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Command;
import dev.cairn.feature.EntryOption;

/** {@code /term}: what a term of art means. */
public final class TermCommand {
  static final Action TERM = Action.of("term");

  private static final Option<String> NAME =
      Option.required(
          "name", new OptionType.Text(100), "The term, its abbreviation or another spelling");

  private final Catalog catalog;
  private final EntryOption<Term> name;

  /** Explains the terms of a catalogue. */
  public TermCommand(Catalog catalog) {
    this.catalog = catalog;
    this.name = new EntryOption<>(catalog.terms(), "term", TERM, "name");
  }

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.personal(
                "term",
                "What a term of art means, and which days teach it",
                NAME.suggesting(name.suggester()))
            .withExamples("term idempotent", "term name:\"confidence interval\"", "term IQR");
    return new Command(spec, this::term);
  }

  private Reply term(Invocation invocation) {
    String asked = invocation.arguments().required(NAME);
    return TermCard.of(catalog, name.find(asked));
  }
}
