package dev.cairn.command;

import dev.cairn.chat.Action;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.CommandSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All commands there are, in the order in which help lists them. */
public final class CommandRegistry {
  private final Map<CommandName, Command> commands = new LinkedHashMap<>();

  /** Registers these commands. */
  public CommandRegistry(Collection<Command> all) {
    for (Command command : all) {
      if (commands.put(command.spec().name(), command) != null) {
        throw new IllegalArgumentException("registered twice: " + command.spec().name());
      }
    }
    for (CommandName name : commands.keySet()) {
      if (name.sub() != null && commands.containsKey(new CommandName(name.root(), null))) {
        throw new IllegalArgumentException(name.root() + " is both a command and a family");
      }
    }
  }

  /** The command of this name. */
  public Optional<Command> find(CommandName name) {
    return Optional.ofNullable(commands.get(name));
  }

  /** Whether somebody can type what a control does: it needs no option that only controls give. */
  public boolean canBeTyped(Action action) {
    return find(action.command())
        .map(command ->
            action.arguments().keySet().stream()
                .allMatch(name ->
                    command.spec().option(name).filter(option -> !option.hidden()).isPresent()))
        .orElse(false);
  }

  /** All specs. */
  public List<CommandSpec> specs() {
    return commands.values().stream().map(Command::spec).toList();
  }

  /** The commands that begin with this word: one, or the members of a family. */
  public List<CommandSpec> family(String root) {
    return specs().stream().filter(spec -> spec.name().root().equals(root)).toList();
  }

  /** The first words of all commands. */
  public List<String> roots() {
    return specs().stream().map(spec -> spec.name().root()).distinct().toList();
  }
}
