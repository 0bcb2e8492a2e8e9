package dev.cairn.feature.role;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Role;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.command.ConstantCards;
import dev.cairn.command.Shareable;
import dev.cairn.feature.EntryOption;
import dev.cairn.feature.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code /role}: all roles, one of them, or two side by side. */
public final class RoleCommand {
  static final Action ALL = Action.of("role");

  /** People write the comparison out: {@code data engineer vs data scientist}. */
  private static final Pattern BETWEEN =
      Pattern.compile("\\s+(?:versus|vs\\.?)\\s+", Pattern.CASE_INSENSITIVE);

  private static final Control ALL_ROLES =
      new Control.Button("All roles", ALL, Control.Button.Style.SECONDARY, Effect.REPLY);

  private static final Option<String> NAME =
      Option.optional("name", new OptionType.Text(100), "The role; all of them if left out");

  private static final Option<String> VERSUS =
      Option.optional("versus", new OptionType.Text(100), "Another role to compare it with");

  private static final Option<Boolean> NEAR =
      Option.optional(
          "near", new OptionType.Flag(), "Which roles are close to what you have studied");

  private final Catalog catalog;
  private final Function<Invocation, Reply> near;
  private final EntryOption<Role> name;
  private final EntryOption<Role> versus;

  /**
   * Tells of the roles of a catalogue.
   *
   * @param near tells which of them are close to what the caller has studied
   */
  public RoleCommand(Catalog catalog, Function<Invocation, Reply> near) {
    this.catalog = catalog;
    this.near = near;
    this.name = new EntryOption<>(catalog.roles(), "role", ALL, "name");
    this.versus = new EntryOption<>(catalog.roles(), "role", ALL, "versus");
  }

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.personal(
                "role",
                "What the roles around MLOps do, and how they differ",
                NAME.suggesting(name.suggester()),
                VERSUS.suggesting(versus.suggester()),
                NEAR)
            .withExamples(
                "role",
                "role data engineer",
                "role name:mlops-engineer versus:devops-engineer",
                "role near:true");
    return ConstantCards.of(
        Shareable.of(new Command(spec, this::role)),
        invocation -> !invocation.arguments().isSet(NEAR));
  }

  private Reply role(Invocation invocation) {
    if (invocation.arguments().isSet(NEAR)) {
      return near.apply(invocation);
    }
    Optional<String> asked = invocation.arguments().get(NAME);
    Optional<String> other = invocation.arguments().get(VERSUS);
    if (asked.isEmpty()) {
      if (other.isPresent()) {
        throw Refusal.badOption("name", "Which role do you want to compare that one with?");
      }
      return list();
    }
    String[] sides = BETWEEN.split(asked.get(), 2);
    if (other.isEmpty() && sides.length == 2) {
      return comparison(name.find(sides[0], ALL_ROLES), sides[1]);
    }
    Role role = name.find(asked.get(), ALL_ROLES);
    return other
        .map(second -> comparison(role, second))
        .orElseGet(() -> RoleCard.of(catalog, role));
  }

  private Reply comparison(Role first, String asked) {
    EntryOption<Role> beside = new EntryOption<>(catalog.roles(), "role", name.on(first), "versus");
    Role second = beside.find(asked, ALL_ROLES);
    if (second.equals(first)) {
      throw same(first, beside);
    }
    return RoleComparison.of(catalog, first, second);
  }

  private Refusal same(Role role, EntryOption<Role> beside) {
    Control[] neighbours =
        RoleCard.neighbours(catalog, role).stream()
            .map(other ->
                new Control.Button(
                    other.name(), beside.on(other), Control.Button.Style.SECONDARY, Effect.REPLY))
            .toArray(Control[]::new);
    return Refusal.of(
        new Reply.Notice(
                Problem.BAD_OPTION,
                RichText.of("That is " + role.name() + " twice. Compare it with another role:"),
                "versus",
                List.of(),
                ReplyData.NONE)
            .with(neighbours));
  }

  private Reply list() {
    Set<String> inTeams =
        catalog.teams().stream()
            .flatMap(team -> team.roles().stream())
            .collect(Collectors.toUnmodifiableSet());
    List<Role> between =
        catalog.roles().stream().filter(role -> !inTeams.contains(role.id())).toList();
    List<Role> within =
        catalog.roles().stream().filter(role -> inTeams.contains(role.id())).toList();
    CardBuilder card =
        Reply.Card.titled("Roles")
            .text("Who does what, from the first data to a model in production.");
    group(card, "Across the teams", between);
    group(card, "In the key teams", within);
    card.text(
        RichText.of("Two of them side by side: ")
            .command("role", "data engineer vs data scientist"));
    card.control(
        new Control.Select(
            "Open a role",
            ALL,
            "name",
            catalog.roles().stream().map(role -> new ChoiceValue(role.id(), role.name())).toList(),
            Effect.UPDATE));
    return card.fact(
            "roles",
            catalog.roles().stream()
                .map(
                    role -> ReplyData.NONE.with("id", role.id()).with("name", role.name()).values())
                .toList())
        .build();
  }

  private static void group(CardBuilder card, String heading, List<Role> roles) {
    if (roles.isEmpty()) {
      return;
    }
    card.text(RichText.EMPTY.bold(heading));
    card.items(
        roles.stream()
            .map(role ->
                RichText.EMPTY.bold(role.name()).plain(" – " + Sentences.gist(role.summary())))
            .toList());
  }
}
