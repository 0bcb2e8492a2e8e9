package dev.cairn.feature.community;

import dev.cairn.chat.Place;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.command.Command;
import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has whoever gives a command belong to the same community until what it changes is kept. Where
 * their community becomes a part of another meanwhile, either the command is first and comes along,
 * or they are looked up anew and it is given once more.
 */
public final class CommunityHold implements Database.Prelude {
  private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

  private final CommunityStore store;

  public CommunityHold(CommunityStore store) {
    this.store = store;
  }

  /** One command, given once. */
  private static final class Scope {
    private @Nullable Place place;
    private @Nullable CommunityId community;
    private boolean claims;
    private boolean kept;
  }

  /** The same command, given once more where whoever gave it belongs to another community now. */
  public Command held(Command command) {
    return new Command(
        command.spec(),
        invocation -> {
          while (true) {
            Scope scope = new Scope();
            try {
              return ScopedValue.where(SCOPE, scope)
                  .call(() -> command.handler().handle(invocation));
            } catch (MovedException moved) {
              if (scope.kept) {
                throw moved;
              }
            } catch (Refusal refusal) {
              // Of a community that is no more, it may be a wrong one.
              if (scope.kept || isThere(scope)) {
                throw refusal;
              }
            }
          }
        },
        command.present());
  }

  /** Whoever gives the command under way was looked up, and belongs to this community. */
  public static void found(Place place, Community community) {
    if (SCOPE.isBound()) {
      Scope scope = SCOPE.get();
      scope.place = place;
      scope.community = community.id();
      // Whoever is new was met, which is done once whatever follows.
      scope.kept = false;
    }
  }

  /**
   * The transaction in which whoever gives the command was looked up has been undone, and with it,
   * where they were the first to speak there, that their community was met.
   */
  public static void undone() {
    if (SCOPE.isBound()) {
      Scope scope = SCOPE.get();
      scope.place = null;
      scope.community = null;
    }
  }

  /** Begins a transaction that will {@link Communities#claim claim} a community: it holds none. */
  public static <T> T claiming(Supplier<T> work) {
    if (!SCOPE.isBound()) {
      return work.get();
    }
    Scope scope = SCOPE.get();
    scope.claims = true;
    try {
      return work.get();
    } finally {
      scope.claims = false;
    }
  }

  @Override
  public void begin() {
    if (SCOPE.isBound() && !SCOPE.get().claims && !isThere(SCOPE.get())) {
      throw new MovedException();
    }
  }

  @Override
  public void committed() {
    if (SCOPE.isBound()) {
      SCOPE.get().kept = true;
    }
  }

  /** Also where nobody was looked up yet. */
  private boolean isThere(Scope scope) {
    Place place = scope.place;
    CommunityId community = scope.community;
    return place == null || community == null || store.hold(place).equals(Optional.of(community));
  }
}
