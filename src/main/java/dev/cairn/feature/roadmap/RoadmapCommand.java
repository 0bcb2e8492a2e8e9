package dev.cairn.feature.roadmap;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Roadmap;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.command.Shareable;
import dev.cairn.feature.EntryOption;
import dev.cairn.feature.Page;
import dev.cairn.feature.Sentences;
import dev.cairn.feature.roadmap.RoadmapMarks.Mark;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /roadmap}: all ways into the field, or the one for where somebody comes from. */
public final class RoadmapCommand {
  static final Action ALL = Action.of("roadmap");

  private static final Control ALL_ROADMAPS =
      new Control.Button("All roadmaps", ALL, Control.Button.Style.SECONDARY, Effect.REPLY);

  private static final Option<String> BACKGROUND =
      Option.optional(
          "background", new OptionType.Text(100), "Your background; all roadmaps if left out");

  private final Catalog catalog;
  private final Function<Invocation, RoadmapMarks> marks;
  private final EntryOption<Roadmap> background;

  /**
   * Tells of the roadmaps of a catalogue.
   *
   * @param marks where the caller is
   */
  public RoadmapCommand(Catalog catalog, Function<Invocation, RoadmapMarks> marks) {
    this.catalog = catalog;
    this.marks = marks;
    this.background =
        new EntryOption<>(catalog.roadmaps(), "roadmap", ALL, "background", Roadmap::background);
  }

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.personal(
                "roadmap",
                "Routes into MLOps, step by step, for your background",
                BACKGROUND.suggesting(background.suggester()),
                Page.option())
            .withExamples("roadmap", "roadmap newcomer", "roadmap background:devops-engineer");
    return Shareable.of(new Command(spec, this::roadmap));
  }

  private Reply roadmap(Invocation invocation) {
    Optional<String> asked = invocation.arguments().get(BACKGROUND);
    return asked
        .map(typed -> background.find(typed, ALL_ROADMAPS))
        .map(roadmap -> new RoadmapCard(catalog, roadmap, marks(roadmap, invocation)))
        .map(card -> card.page(invocation.arguments()))
        .orElseGet(this::list);
  }

  /** How far the caller has come is theirs: what is shared is the road alone. */
  private List<Optional<Mark>> marks(Roadmap roadmap, Invocation invocation) {
    return Shareable.isShared(invocation)
        ? Collections.nCopies(roadmap.steps().size(), Optional.empty())
        : marks.apply(invocation).on(catalog, roadmap);
  }

  private Reply list() {
    CardBuilder card = Reply.Card.titled("Roadmaps").text("There is one for each background.");
    card.items(catalog.roadmaps().stream().map(RoadmapCommand::line).toList());
    card.control(
        new Control.Select(
            "Open a roadmap",
            ALL,
            "background",
            catalog.roadmaps().stream()
                .map(roadmap -> new ChoiceValue(roadmap.id(), roadmap.background()))
                .toList(),
            Effect.UPDATE));
    return card.fact(
            "roadmaps",
            catalog.roadmaps().stream()
                .map(roadmap ->
                    ReplyData.NONE.with("id", roadmap.id()).with("name", roadmap.name()).values())
                .toList())
        .build();
  }

  private static RichText line(Roadmap roadmap) {
    return RichText.EMPTY
        .bold(roadmap.background())
        .plain(" – " + roadmap.name() + ". " + Sentences.first(roadmap.summary()));
  }
}
