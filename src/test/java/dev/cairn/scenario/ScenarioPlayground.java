package dev.cairn.scenario;

import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.ReplyControl;
import dev.cairn.platform.local.playground.Channel;
import dev.cairn.platform.local.playground.Message;
import dev.cairn.platform.local.playground.Outcome;
import dev.cairn.platform.local.playground.Playground;
import dev.cairn.platform.local.playground.PlaygroundClock;
import dev.cairn.platform.local.playground.PlaygroundCommunity;
import dev.cairn.platform.local.playground.Viewpoint;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The playground, without its page. */
final class ScenarioPlayground implements ScenarioPlatform {
  private static final Channel GENERAL =
      new Channel(LocalCommunity.GENERAL, "Everything and everyone", false);

  private final Playground playground;
  private final Set<Long> read = new HashSet<>();
  private @Nullable Message shown;
  private Outcome.@Nullable Asked asked;

  ScenarioPlayground(Core core) {
    List<LocalMember> members =
        Arrays.stream(Person.values())
            .map(person -> new LocalMember(person.shownName(), person == Person.MO))
            .toList();
    playground =
        new Playground(
            core.dialogue(),
            new PlaygroundClock(core.clock()),
            new PlaygroundCommunity("Lab", members, List.of(GENERAL)));
    core.senders().connect(playground.sender());
    posts().forEach(welcome -> read.add(welcome.id()));
  }

  @Override
  public String channel() {
    return GENERAL.id();
  }

  @Override
  public String give(Person by, Line line) {
    return came(
        in(GENERAL, by),
        playground.say(in(GENERAL, by), "/" + line.typed(ScenarioPlayground::written)));
  }

  private static String written(Object value) {
    return switch (value) {
      case Person person -> "@" + person.shownName();
      case PostedIn _ -> "#" + GENERAL.id();
      case Circle group -> "@" + group.shownName();
      default -> value.toString();
    };
  }

  @Override
  public String press(Person by, String label) {
    Message message = shown();
    List<ReplyControl> offers = ReplyControl.on(reply(message));
    int index =
        IntStream.range(0, offers.size())
            .filter(i -> offers.get(i).label().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + label + " on " + offers));
    Viewpoint from = where(message, by);
    return came(
        from, playground.press(from, message.id(), index, offers.get(index).action().toString()));
  }

  @Override
  public String submit(Person by, Map<String, String> values) {
    Outcome.Asked open = asked;
    if (open == null) {
      throw new AssertionError("no form was opened");
    }
    return came(in(GENERAL, by), playground.submit(in(GENERAL, by), open.id(), values));
  }

  private String came(Viewpoint from, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Asked form -> {
        asked = form;
        yield form.form().title()
            + "\n"
            + String.join(" ", form.form().asked())
            + "\n"
            + form.spec().summary();
      }
      case Outcome.Shown _ -> {
        Message newest =
            playground.timeline().look(from).stream()
                .max(Comparator.comparingLong(Message::revision))
                .orElseThrow();
        shown = newest;
        yield PlainText.of(reply(newest));
      }
    };
  }

  @Override
  public Post nextPost() {
    Awaitility.await().until(() -> !unread().isEmpty());
    Message next = unread().getFirst();
    read.add(next.id());
    shown = next;
    return post(next);
  }

  @Override
  public List<Post> otherPosts() {
    return unread().stream().map(ScenarioPlayground::post).toList();
  }

  private List<Message> unread() {
    return posts().filter(message -> !read.contains(message.id())).toList();
  }

  private Stream<Message> posts() {
    return Stream.concat(
            Stream.of(in(GENERAL, Person.MO)),
            Arrays.stream(Person.values())
                .map(person -> in(Channel.direct(member(person)), person)))
        .flatMap(from -> playground.timeline().look(from).stream())
        .filter(message -> message.body() instanceof Message.Post)
        .sorted(Comparator.comparingLong(Message::id));
  }

  private static Post post(Message message) {
    return new Post(
        message.channel().equals(GENERAL.id()) ? PostedIn.CHANNEL : PostedIn.DIRECT,
        mentioned(message) + PlainText.of(reply(message)));
  }

  private static String mentioned(Message message) {
    return message.body() instanceof Message.Post post && post.pings() != null
        ? "@" + post.pings() + "\n"
        : "";
  }

  private Message shown() {
    Message message = shown;
    if (message == null) {
      throw new AssertionError("nothing was shown");
    }
    return message;
  }

  private static Reply reply(Message message) {
    return switch (message.body()) {
      case Message.Answer answer -> answer.reply();
      case Message.Post post -> post.card();
      case Message.Chatter chatter -> throw new AssertionError("not from Cairn: " + chatter);
    };
  }

  private Viewpoint where(Message message, Person by) {
    return in(message.channel().equals(GENERAL.id()) ? GENERAL : Channel.direct(member(by)), by);
  }

  private Viewpoint in(Channel channel, Person person) {
    return new Viewpoint(member(person), channel);
  }

  private LocalMember member(Person person) {
    return playground.community().member(person.shownName().toLowerCase(Locale.ROOT)).orElseThrow();
  }

  @Override
  public void close() {}
}
