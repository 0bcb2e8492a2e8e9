package dev.cairn.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cairn.config.DiscordSettings;
import dev.cairn.platform.discord.ConnectedDiscord;
import dev.cairn.platform.discord.Discord;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.RestRequest;
import dev.cairn.platform.discord.standin.UserInteraction;
import dev.cairn.platform.discord.standin.World;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Discord: the real JDA before the stand-in. */
final class ScenarioDiscord implements ScenarioPlatform {
  private static final String MESSAGES = "/channels/[0-9]+/messages";

  /** Discord's numbers for the first answer to an interaction. */
  private static final int LATER = 5;

  private static final int UPDATE_LATER = 6;
  private static final int MODAL = 9;

  private final Core core;
  private final DiscordStandIn discord;
  private final Discord adapter;
  private JsonNode shown = MissingNode.getInstance();
  private boolean direct;
  private String form = "";

  ScenarioDiscord(Core core) throws Exception {
    this.core = core;
    discord = DiscordStandIn.open();
    adapter =
        new Discord(
            new DiscordSettings(DiscordStandIn.TOKEN, discord.apiUrl(), 0),
            core.dialogue(),
            core.clock(),
            new SimpleMeterRegistry(),
            Optional.empty());
    core.senders().connect(adapter);
    adapter.start();
    discord.await("PUT", "/applications/4242/commands");
  }

  @Override
  public String channel() {
    return World.GENERAL;
  }

  /** Somebody removes the role that daily posts mention, and the tags of the forum. */
  void removeReadersAndTags() {
    discord.removeTags();
    discord.removeRole(World.READERS);
  }

  @Override
  public String give(Person by, Line line) throws InterruptedException {
    Map<String, Object> options = new LinkedHashMap<>();
    line.options()
        .forEach((option, value) ->
            options.put(
                option,
                switch (value) {
                  case Person person -> user(person);
                  case PostedIn where -> "#" + channel(where);
                  case Circle _ -> "&" + World.READERS;
                  default -> value;
                }));
    return answer(new UserInteraction.Slash(user(by), line.command(), options));
  }

  @Override
  public String press(Person by, String label) throws InterruptedException {
    return answer(
        new UserInteraction.Press(
            user(by), ConnectedDiscord.customId(shown, label), List.of(), direct));
  }

  @Override
  public String submit(Person by, Map<String, String> values) throws InterruptedException {
    return answer(new UserInteraction.Submit(user(by), form, values));
  }

  private String answer(UserInteraction interaction) throws InterruptedException {
    String token = discord.interact(interaction, core.clock().instant());
    JsonNode callback = discord.awaitCallback(token);
    int type = callback.path("type").asInt();
    if (type == MODAL) {
      form = callback.path("data").path("custom_id").asText();
      return callback.path("data").path("title").asText();
    }
    shown = type == LATER || type == UPDATE_LATER ? later(token) : callback.path("data");
    direct = interaction instanceof UserInteraction.Press press && press.direct();
    return read();
  }

  /**
   * What was shown last, with what its pictures say, without the signs for bold words and for code.
   */
  private String read() {
    String pictures = String.join("\n", shown.findValuesAsText("description"));
    return (ConnectedDiscord.read(shown) + "\n" + pictures)
        .replace("<@&" + World.READERS + ">", "@" + Circle.READERS.shownName())
        .replace("**", "")
        .replace("`", "");
  }

  /** The answer that follows where the first one only said that it will. */
  private JsonNode later(String token) throws InterruptedException {
    String edit = "/webhooks/[0-9]+/" + token + "/messages/@original";
    String followUp = "/webhooks/[0-9]+/" + token;
    Awaitility.await()
        .until(() -> discord.unseen("PATCH", edit) + discord.unseen("POST", followUp) > 0);
    return discord.unseen("PATCH", edit) > 0
        ? discord.awaitEdit(token)
        : discord.awaitFollowUp(token);
  }

  @Override
  public Post nextPost() throws InterruptedException {
    RestRequest request = discord.await("POST", MESSAGES);
    shown = request.body();
    direct = request.path().contains("/" + World.DIRECT + "/");
    return new Post(direct ? PostedIn.DIRECT : PostedIn.CHANNEL, read());
  }

  /** Waits for the next post in a forum; it is what was shown last. */
  JsonNode nextForumPost() throws InterruptedException {
    RestRequest request = discord.await("POST", "/channels/[0-9]+/threads");
    shown = request.body().path("message");
    direct = false;
    return request.body();
  }

  /** Waits for the next change of a message that nobody pressed. */
  JsonNode nextEdit() throws InterruptedException {
    return discord.await("PATCH", MESSAGES + "/[0-9]+").body();
  }

  private static String channel(PostedIn where) {
    return switch (where) {
      case CHANNEL -> World.GENERAL;
      case FORUM -> World.FORUM;
      case TAGGED_FORUM -> World.TAGGED_FORUM;
      case DIRECT -> World.DIRECT;
    };
  }

  @Override
  public List<Post> otherPosts() throws InterruptedException {
    List<Post> others = new ArrayList<>();
    while (discord.unseen("POST", MESSAGES) > 0) {
      others.add(nextPost());
    }
    return others;
  }

  private static World.User user(Person person) {
    return person == Person.MO
        ? World.MODERATOR
        : new World.User(
            Integer.toString(2001 + List.of(Person.values()).indexOf(person)),
            person.shownName(),
            List.of());
  }

  @Override
  public void close() {
    adapter.close();
    discord.close();
    assertThat(discord.violations()).isEmpty();
  }
}
