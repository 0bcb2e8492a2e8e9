package dev.cairn.feature;

import dev.cairn.chat.Invocation;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.database.Database;

/**
 * Has one interaction take effect once, for good: a delivery that is repeated long after it was
 * answered changes nothing again. What a command only reads it does as often as it is asked.
 */
public final class Idempotence implements Database.Prelude {
  private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

  private final InteractionStore store;

  public Idempotence(InteractionStore store) {
    this.store = store;
  }

  /** The result of one delivery of an interaction. */
  private static final class Scope {
    private final Invocation invocation;
    private boolean noted;

    Scope(Invocation invocation) {
      this.invocation = invocation;
    }
  }

  /** Thrown where the interaction has had its effect. */
  private static final class Repeated extends RuntimeException {
    private static final long serialVersionUID = 1;

    Repeated() {
      super(null, null, false, false);
    }
  }

  /** The same command, of which a repeated delivery changes nothing again. */
  public static Command once(Command command) {
    return new Command(
        command.spec(),
        invocation -> {
          try {
            return ScopedValue.where(SCOPE, new Scope(invocation))
                .call(() -> command.handler().handle(invocation));
          } catch (Repeated repeated) {
            return Reply.Notice.ok(
                RichText.of("That has been done already, and nothing was changed again."));
          }
        },
        command.present());
  }

  @Override
  public void begin() {
    if (SCOPE.isBound() && !SCOPE.get().noted && !store.add(SCOPE.get().invocation)) {
      throw new Repeated();
    }
  }

  @Override
  public void committed() {
    if (SCOPE.isBound()) {
      SCOPE.get().noted = true;
    }
  }
}
