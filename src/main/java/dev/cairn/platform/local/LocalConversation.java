package dev.cairn.platform.local;

import com.github.benmanes.caffeine.cache.Interner;
import dev.cairn.chat.Action;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Answer;
import dev.cairn.command.Dialogue;
import dev.cairn.command.Heard;
import dev.cairn.command.Input;
import dev.cairn.command.LineReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A conversation with the core in one local community. It only says who does what, and remembers
 * what each was last answered; it shows nothing.
 */
public final class LocalConversation {
  /** The word before a command on platforms that know only one: {@code /study topic}. */
  public static final String ROOT_WORD = "study";

  /** With what precedes it no longer than the column in which it is kept, in characters. */
  private static final int LONGEST_ID = 190;

  private final Dialogue dialogue;
  private final LocalCommunity community;

  /** What stands below the newest reply of each member; most have the same. */
  private final Map<String, List<Control>> newest = new ConcurrentHashMap<>();

  private final Interner<List<Control>> controls = Interner.newWeakInterner();

  /** Converses in this community. */
  public LocalConversation(Dialogue dialogue, LocalCommunity community) {
    this.dialogue = dialogue;
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
    return turn(occasion, new Input.Line(withoutRootWord(text.strip())));
  }

  /**
   * A member uses a control of their newest reply. A command that their newest reply does not offer
   * is given all the same: messages further up keep their buttons.
   */
  public Turn press(Occasion occasion, String action) {
    try {
      return press(occasion, offered(occasion.member(), action.strip()));
    } catch (Refusal refusal) {
      return remembered(occasion, Answer.Said.refused(refusal.notice()));
    }
  }

  /** A member uses a control of a reply that was theirs. */
  public Turn press(Occasion occasion, ReplyControl offer) {
    return switch (offer) {
      case ReplyControl.Press press -> press(occasion, press.action(), press.effect(), true);
      case ReplyControl.Open(String _, Form form) -> open(occasion, form);
    };
  }

  /**
   * A member uses a button or a select.
   *
   * @param byOwner whether the message that it sits on answered this member
   */
  public Turn press(Occasion occasion, Action action, Effect effect, boolean byOwner) {
    return turn(occasion, new Input.Press(action, effect, byOwner));
  }

  /** A member uses a button that opens a form. */
  public Turn open(Occasion occasion, Form form) {
    return turn(occasion, new Input.Open(form));
  }

  /**
   * A member sends a form.
   *
   * @param action the form's action, without what was asked for
   * @param filled what was filled in, without what was left blank
   */
  public Turn submit(
      Occasion occasion, Action action, List<String> asked, Map<String, String> filled) {
    Map<String, Value> values = new LinkedHashMap<>();
    filled.forEach((option, text) -> values.put(option, new Value.Text(text)));
    return turn(occasion, new Input.Submission(action, asked, values));
  }

  /** Forgets what each was last answered. */
  public void forget() {
    newest.clear();
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

  private Turn turn(Occasion occasion, Input input) {
    community.meet(occasion.member());
    return remembered(
        occasion,
        dialogue.answer(
            new Heard(
                interaction(occasion),
                Place.of(occasion.member().account(community.name())),
                input,
                () -> caller(occasion.member()),
                occasion.at(),
                occasion.channel(),
                community)));
  }

  /** The same id in another community is another interaction. A long one is kept by its digest. */
  private String interaction(Occasion occasion) {
    String id = community.name() + ":" + occasion.id();
    return "local:"
        + (id.length() > LONGEST_ID
            ? UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString()
            : id);
  }

  private Turn remembered(Occasion occasion, Answer answer) {
    Turn turn = new Turn(occasion, community.name(), answer);
    newest.put(occasion.member().id(), controls.intern(turn.controls()));
    return turn;
  }

  private ReplyControl offered(LocalMember member, String text) {
    List<ReplyControl> offers = ReplyControl.of(newest.getOrDefault(member.id(), List.of()));
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
    if (dialogue.registry().find(action.command()).isEmpty()) {
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
