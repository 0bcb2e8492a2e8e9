package dev.cairn.platform.local.playground;

import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Answer;
import dev.cairn.command.Dialogue;
import dev.cairn.connection.MessageSender;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import dev.cairn.platform.local.ReplyControl;
import dev.cairn.platform.local.Turn;
import dev.cairn.platform.local.playground.Message.Chatter;
import dev.cairn.platform.local.playground.Message.Given;
import dev.cairn.platform.local.playground.Message.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A community to play in: what its members do, and what comes of it. */
public final class Playground {
  /** The longest message that is taken, in characters. */
  public static final int LONGEST_MESSAGE = 4_000;

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Dialogue dialogue;
  private final PlaygroundClock clock;
  private final PlaygroundCommunity community;
  private final LocalConversation conversation;
  private final PlaygroundRecords records;
  private final MessageTimeline timeline;
  private final OpenForms forms = new OpenForms();
  private final Completer completer;

  /**
   * A playground with these commands.
   *
   * @param clock the clock that the core runs by
   */
  public Playground(Dialogue dialogue, PlaygroundClock clock, PlaygroundCommunity community) {
    this(dialogue, clock, community, PlaygroundRecords.NONE);
  }

  /**
   * A playground with these commands, which goes on where it was left.
   *
   * @param clock the clock that the core runs by
   * @param records what is kept of it
   */
  public Playground(
      Dialogue dialogue,
      PlaygroundClock clock,
      PlaygroundCommunity community,
      PlaygroundRecords records) {
    this.dialogue = dialogue;
    this.clock = clock;
    this.community = community;
    this.records = records;
    this.timeline = new MessageTimeline(records);
    this.conversation = new LocalConversation(dialogue, community.local());
    this.completer = new Completer(dialogue, conversation, clock);
    timeline.newest().ifPresent(clock::goOnFrom);
    if (timeline.isEmpty()) {
      welcome();
    }
  }

  private void welcome() {
    timeline.add(
        community.channels().getFirst(),
        clock.instant(),
        null,
        PlaygroundWelcome.post(dialogue.registry()));
  }

  /** Has the topic of the day posted each morning, where nobody has decided about that yet. */
  public void begin() {
    LocalMember moderator =
        community.members().stream().filter(LocalMember::moderator).findFirst().orElseThrow();
    if (given(moderator, "/daily show").problem() == Problem.NOT_FOUND) {
      given(moderator, "/daily set channel:#" + LocalCommunity.GENERAL + " hour:08:00");
    }
    timeline.keepAll();
  }

  private Turn given(LocalMember member, String command) {
    return conversation.say(member, command, clock.instant(), Occasion.newId());
  }

  /** Who is in it. */
  public PlaygroundCommunity community() {
    return community;
  }

  /** Its clock. */
  public PlaygroundClock clock() {
    return clock;
  }

  /** What was said in it. */
  public MessageTimeline timeline() {
    return timeline;
  }

  /** Completes what is being typed in it. */
  public Completer completer() {
    return completer;
  }

  /** Sends into it what nobody asked for. */
  public MessageSender sender() {
    return new PlaygroundSender(community, timeline, clock);
  }

  /** A member sends a message: a command where it begins with a slash. */
  public Outcome say(Viewpoint from, String typed) {
    String text = typed.strip();
    if (text.length() > LONGEST_MESSAGE) {
      whisper(
          from,
          new Given("wrote", "a long message"),
          Reply.Notice.refused(
              Problem.BAD_OPTION,
              RichText.of(
                  "That is %d characters long; %d fit. Nothing was sent."
                      .formatted(text.length(), LONGEST_MESSAGE))));
    } else if (text.startsWith("/")) {
      return answered(from, new Given("used", text), conversation.say(occasion(from), text));
    } else if (!text.isEmpty()) {
      timeline.add(from.channel(), clock.instant(), null, new Chatter(from.member(), text));
      if (from.channel().isDirect()) {
        return answered(from, new Given("said", text), conversation.say(occasion(from), text));
      }
    }
    return Outcome.SHOWN;
  }

  /**
   * A member uses a control of a message.
   *
   * @param messageId the message
   * @param index which of the message's offers
   * @param action what it did when the member saw it
   */
  public Outcome press(Viewpoint from, long messageId, int index, String action) {
    Optional<Message> message = timeline.find(from, messageId);
    Optional<ReplyControl> offer = message.flatMap(found -> offer(found, index, action));
    if (message.isEmpty() || offer.isEmpty()) {
      whisper(
          from,
          new Given("pressed", "a button"),
          Reply.Notice.refused(Problem.NOT_FOUND, RichText.of("That button is gone.")));
      return Outcome.SHOWN;
    }
    return switch (offer.get()) {
      case ReplyControl.Open open ->
          answered(
              from,
              new Given("pressed", open.label()),
              conversation.open(occasion(from), open.form()));
      case ReplyControl.Press press -> pressed(from, message.get(), press);
    };
  }

  /**
   * A member sends a form.
   *
   * @param id the open form
   * @param given what was filled in, by option; blanks count as not filled in
   */
  public Outcome submit(Viewpoint from, String id, Map<String, String> given) {
    Optional<Outcome.Asked> open = forms.take(id);
    if (open.isEmpty()) {
      whisper(
          from,
          new Given("sent", "a form"),
          Reply.Notice.refused(
              Problem.CONFLICT, RichText.of("That form was sent already, or is too old.")));
      return Outcome.SHOWN;
    }
    Outcome.Asked asked = open.get();
    Map<String, String> kept = new LinkedHashMap<>(asked.form().action().arguments());
    Map<String, String> filled = new LinkedHashMap<>();
    for (String option : asked.form().asked()) {
      kept.remove(option);
      String value = given.getOrDefault(option, "");
      if (!value.isBlank()) {
        filled.put(option, value);
      }
    }
    Turn turn =
        conversation.submit(
            occasion(from),
            new Action(asked.form().action().command(), kept),
            asked.form().asked(),
            filled);
    return turn.answer() instanceof Answer.Rejected rejected
        ? forms.open(asked.again(given, mistake(rejected)))
        : answered(from, new Given("sent", asked.form().title()), turn);
  }

  private static Outcome.Mistake mistake(Answer.Rejected rejected) {
    return rejected.mistakes().entrySet().stream()
        .findFirst()
        .map(wrong -> new Outcome.Mistake(wrong.getKey(), wrong.getValue()))
        .orElseGet(() -> new Outcome.Mistake(null, rejected.reply().text()));
  }

  /** Moves the clock on by some time. */
  public void advance(Viewpoint from, Duration by) {
    moveClock(from, clock.instant().plus(by));
  }

  /** Moves the clock to tomorrow morning. */
  public void advanceToTomorrow(Viewpoint from) {
    moveClock(
        from,
        clock
            .instant()
            .atZone(ZoneOffset.UTC)
            .toLocalDate()
            .plusDays(1)
            .atTime(MORNING)
            .toInstant(ZoneOffset.UTC));
  }

  /** Moves the clock to an instant, if that is ahead of it. */
  public void moveClock(Viewpoint from, Instant to) {
    try {
      if (!clock.moveTo(to)) {
        refuseClock(from);
      }
    } catch (RuntimeException failure) {
      whisper(
          from, movedClock(), dialogue.failed("moving the playground's clock", failure).reply());
    }
    timeline.changed();
  }

  /** Tells a member that the clock cannot be moved so. */
  public void refuseClock(Viewpoint from) {
    whisper(
        from,
        movedClock(),
        Reply.Notice.refused(
            Problem.BAD_OPTION,
            RichText.of("The clock moves forward only, and at most ten years from today.")));
  }

  /** What goes where it starts over. */
  public PlaygroundRecords.Contents contents() {
    return records.contents();
  }

  /** Deletes the community with everything in it, and begins as on the first day. */
  public void startOver(Viewpoint from) {
    try {
      records.empty();
      conversation.forget();
      clock.reset();
      timeline.clear();
      welcome();
      begin();
    } catch (RuntimeException failure) {
      whisper(
          from,
          new Given("wanted", "to start over"),
          dialogue.failed("starting the playground over", failure).reply());
    }
  }

  private static Given movedClock() {
    return new Given("moved", "the clock");
  }

  private Outcome pressed(Viewpoint from, Message message, ReplyControl.Press press) {
    Turn turn =
        conversation.press(
            occasion(from), press.action(), press.effect(), isOwner(from.member(), message));
    if (turn.answer() instanceof Answer.Said said
        && said.inPlace()
        && said.reply() instanceof Reply.Card card) {
      timeline.replace(message, withCard(message.body(), card));
      return Outcome.SHOWN;
    }
    return answered(from, new Given("pressed", press.label()), turn);
  }

  private static boolean isOwner(LocalMember member, Message message) {
    return switch (message.body()) {
      case Message.Answer answer -> answer.to().id().equals(member.id());
      case Post _ -> message.channel().equals(Channel.direct(member).id());
      case Chatter _ -> false;
    };
  }

  private static Message.Body withCard(Message.Body body, Reply.Card card) {
    return switch (body) {
      case Message.Answer answer -> new Message.Answer(answer.to(), answer.given(), card);
      case Post post -> new Post(post.nonce(), card, post.pings(), post.thread(), post.pinned());
      case Chatter chatter -> chatter;
    };
  }

  private static Optional<ReplyControl> offer(Message message, int index, String action) {
    List<ReplyControl> offers =
        switch (message.body()) {
          case Message.Answer answer -> ReplyControl.on(answer.reply());
          case Post post -> ReplyControl.on(post.card());
          case Chatter _ -> List.of();
        };
    return index >= 0
            && index < offers.size()
            && offers.get(index).action().toString().equals(action)
        ? Optional.of(offers.get(index))
        : Optional.empty();
  }

  private Outcome answered(Viewpoint from, Given given, Turn turn) {
    if (turn.answer() instanceof Answer.Asked(Form form, CommandSpec spec)) {
      return forms.open(Outcome.Asked.first(Occasion.newId(), form, spec));
    }
    show(from, given, turn.reply(), turn.audience() == Audience.CALLER ? from.member() : null);
    return Outcome.SHOWN;
  }

  private void whisper(Viewpoint from, Given given, Reply reply) {
    show(from, given, reply, from.member());
  }

  private void show(Viewpoint from, Given given, Reply reply, @Nullable LocalMember onlyFor) {
    timeline.add(
        from.channel(),
        clock.instant(),
        // In a direct conversation everything is for one member, and nothing need be marked so.
        from.channel().isDirect() ? null : onlyFor,
        new Message.Answer(from.member(), given, reply));
  }

  private Occasion occasion(Viewpoint from) {
    return new Occasion(
        from.member(),
        from.channel().isDirect() ? null : from.channel().id(),
        clock.instant(),
        Occasion.newId());
  }
}
