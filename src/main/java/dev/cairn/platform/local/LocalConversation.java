package dev.cairn.platform.local;

import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Invocation.Origin;
import dev.cairn.chat.Problem;
import dev.cairn.chat.Refusal;
import dev.cairn.chat.Reply;
import dev.cairn.chat.RichText;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.LineReader;
import dev.cairn.command.LineReader.Line;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with the core in one local community. It only turns what members do into
 * invocations and remembers what each was last answered; it shows nothing.
 */
public final class LocalConversation {
  /** The word before a command on platforms that know only one: {@code /study topic}. */
  public static final String ROOT_WORD = "study";

  private final CommandRouter router;
  private final LineReader reader;
  private final LocalCommunity community;
  private final Map<String, Turn> newest = new ConcurrentHashMap<>();

  /** Converses with these commands in this community. */
  public LocalConversation(CommandRouter router, LineReader reader, LocalCommunity community) {
    this.router = router;
    this.reader = reader;
    this.community = community;
  }

  /** The community it is held in. */
  public LocalCommunity community() {
    return community;
  }

  /** A member types a command in the general channel. */
  public Turn say(LocalMember member, String text, Instant at, String id) {
    return say(new Occasion(member, LocalCommunity.GENERAL, at, id), text);
  }

  /**
   * A member uses a control of their newest reply in the general channel.
   *
   * @param action its action as text, or as much of its beginning as only one control has
   */
  public Turn press(LocalMember member, String action, Instant at, String id) {
    return press(new Occasion(member, LocalCommunity.GENERAL, at, id), action);
  }

  /** A member types a command, with or without a slash, with or without the root word. */
  public Turn say(Occasion occasion, String text) {
    return turn(
        occasion, Origin.TYPED, () -> reader.read(withoutRootWord(text.strip()), community));
  }

  /**
   * A member uses a control of their newest reply. A command that their newest reply does not offer
   * is given all the same: messages further up keep their buttons.
   */
  public Turn press(Occasion occasion, String action) {
    try {
      return press(occasion, offered(occasion.member(), action.strip()));
    } catch (Refusal refusal) {
      return remembered(
          new Turn(occasion, community.name(), null, refusal.notice(), Audience.CALLER));
    }
  }

  /** A member uses a control of a reply that was theirs. */
  public Turn press(Occasion occasion, ReplyControl offer) {
    return switch (offer) {
      case ReplyControl.Press press -> press(occasion, press.action(), press.effect(), true);
      case ReplyControl.Open open ->
          remembered(
              new Turn(
                  occasion,
                  community.name(),
                  open.action().command(),
                  new Reply.Ask(
                      open.form(),
                      RichText.of("Asks for: " + String.join(", ", open.form().asked()) + ".")),
                  Audience.CALLER));
    };
  }

  /**
   * A member uses a button or a select.
   *
   * @param byOwner whether the message that it sits on answered this member
   */
  public Turn press(Occasion occasion, Action action, Effect effect, boolean byOwner) {
    return turn(
        occasion, new Origin.Pressed(effect, byOwner), () -> reader.read(action, community));
  }

  /**
   * A member sends a form.
   *
   * @param action the form's action with what was filled in
   */
  public Turn submit(Occasion occasion, Action action) {
    return turn(occasion, Origin.SUBMITTED, () -> reader.read(action, community));
  }

  /** Who a member is to the core. */
  public Caller caller(LocalMember member) {
    return new Caller(
        member.account(community.name()),
        community.name(),
        member.moderator(),
        Locale.ENGLISH,
        null);
  }

  private Turn turn(Occasion occasion, Origin origin, Supplier<Line> reading) {
    community.meet(occasion.member());
    Line line;
    try {
      line = reading.get();
    } catch (RuntimeException unreadable) {
      Reply.Notice notice = router.failure("reading what was typed or pressed", unreadable);
      return remembered(turn(occasion, null, notice, Audience.CALLER));
    }
    Reply reply =
        router.answer(
            new Invocation(
                // The same id in another community is another interaction.
                "local:" + community.name() + ":" + occasion.id(),
                line.spec(),
                line.arguments(),
                caller(occasion.member()),
                occasion.at(),
                occasion.channel(),
                origin));
    return remembered(turn(occasion, line, reply, line.spec().audienceFor(line.arguments())));
  }

  private Turn turn(Occasion occasion, @Nullable Line line, Reply reply, Audience whenDone) {
    boolean done = !(reply instanceof Reply.Notice notice) || notice.problem() == null;
    return new Turn(
        occasion,
        community.name(),
        line == null ? null : line.spec().name(),
        reply,
        done && !(reply instanceof Reply.Ask) ? whenDone : Audience.CALLER);
  }

  private Turn remembered(Turn turn) {
    newest.put(turn.occasion().member().id(), turn);
    return turn;
  }

  private ReplyControl offered(LocalMember member, String text) {
    Turn last = newest.get(member.id());
    List<ReplyControl> offers = last == null ? List.of() : last.offers();
    Optional<ReplyControl> exact =
        offers.stream()
            .filter(offer -> offer.action().toString().equals(text))
            // Where a form asks for more of the same command, the plain button is meant.
            .min(Comparator.comparing(ReplyControl.Open.class::isInstance));
    if (exact.isPresent()) {
      return exact.get();
    }
    List<ReplyControl> begun =
        offers.stream().filter(offer -> offer.action().toString().startsWith(text + " ")).toList();
    if (begun.size() == 1) {
      return begun.getFirst();
    }
    Action action = LineReader.action(text);
    if (router.registry().find(action.command()).isEmpty()) {
      throw Refusal.of(Problem.NOT_FOUND, noSuchControl(text, offers));
    }
    return new ReplyControl.Press(text, action, Effect.REPLY);
  }

  private static RichText noSuchControl(String text, List<ReplyControl> offers) {
    RichText said = RichText.of("There is no button here that does ").code(text).plain(".");
    return offers.isEmpty()
        ? said
        : said.plain(" There is: ")
            .then(
                RichText.join(
                    ", ",
                    offers.stream()
                        .map(offer -> RichText.EMPTY.code(offer.action().toString()))
                        .toList()))
            .plain(".");
  }

  private static String withoutRootWord(String text) {
    String bare = text.startsWith("/") ? text.substring(1) : text;
    String first = bare.split("\\s", 2)[0];
    return first.equalsIgnoreCase(ROOT_WORD) ? bare.substring(first.length()).strip() : text;
  }
}
