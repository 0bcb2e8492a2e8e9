package dev.cairn.platform.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What members do, as Discord tells it. */
public sealed interface UserInteraction {
  /** A guild that the gateway does not tell of. */
  String AWAY = "1990";

  /** A typed command. Values that begin with {@code @} and {@code #} are members and channels. */
  record Slash(World.User by, String command, Map<String, Object> options)
      implements UserInteraction {}

  /** A typed command in a guild where only our commands are, and not we ourselves. */
  record Away(Slash slash) implements UserInteraction {
    @Override
    public World.User by() {
      return slash.by();
    }
  }

  /** A typed command in {@link World#SECOND}. */
  record InSecond(Slash slash) implements UserInteraction {
    @Override
    public World.User by() {
      return slash.by();
    }
  }

  /** Typing into an option. */
  record Typing(World.User by, String command, String option, String typed)
      implements UserInteraction {}

  /**
   * A pressed button, or picked entries of a select.
   *
   * @param direct whether the message stands in a direct message
   */
  record Press(World.User by, String customId, List<String> picked, boolean direct)
      implements UserInteraction {
    public Press {
      picked = List.copyOf(picked);
    }

    /** A button in a channel. */
    public static Press button(World.User by, String customId) {
      return new Press(by, customId, List.of(), false);
    }
  }

  /** A picked member in a select of members, which none of our messages has. */
  record PickMember(World.User by, String customId, World.User picked) implements UserInteraction {}

  /** A command in the menu of a member, which we do not have. */
  record OnMember(World.User by, String command, World.User target) implements UserInteraction {}

  /** A form that was sent; values that begin with {@code @} are members. */
  record Submit(World.User by, String customId, Map<String, String> values)
      implements UserInteraction {}

  /** As the gateway sends it. */
  default ObjectNode payload(World world, String id, String token) {
    ObjectNode payload =
        World.object()
            .put("id", id)
            .put("application_id", World.APPLICATION)
            .put("token", token)
            .put("version", 1)
            .put("locale", "de")
            .put("app_permissions", "2248473465835073")
            .put("attachment_size_limit", 10_485_760);
    payload.putArray("entitlements");
    boolean direct = this instanceof Press press && press.direct();
    payload.putObject("authorizing_integration_owners").put("0", direct ? "0" : World.GUILD);
    if (direct) {
      payload.put("context", 1).put("channel_id", World.DIRECT);
      payload.set("channel", world.directChannel(by()));
      payload.set("user", world.user(by()));
    } else {
      payload
          .put("context", 0)
          .put("guild_id", World.GUILD)
          .put("guild_locale", "en-US")
          .put("channel_id", World.GENERAL);
      payload.set("channel", World.channel(World.GENERAL, 0, "general"));
      payload.putObject("guild").put("id", World.GUILD).put("locale", "en-US").putArray("features");
      payload.set("member", world.member(by()));
    }
    switch (this) {
      case Slash slash -> {
        payload.put("type", 2);
        payload.set("data", slashData(world, slash));
      }
      case Away(Slash slash) -> {
        payload.put("type", 2).put("guild_id", AWAY);
        payload.withObject("/guild").put("id", AWAY);
        payload.withObject("/channel").put("guild_id", AWAY).put("permissions", "2248473465835073");
        payload.withObject("/authorizing_integration_owners").put("0", AWAY);
        payload.set("data", slashData(world, slash));
      }
      case InSecond(Slash slash) -> {
        String guild = World.SECOND;
        payload.put("type", 2).put("guild_id", guild).put("channel_id", guild + World.GENERAL);
        payload.withObject("/guild").put("id", guild);
        payload.withObject("/channel").put("id", guild + World.GENERAL).put("guild_id", guild);
        payload.withObject("/authorizing_integration_owners").put("0", guild);
        payload.set("data", slashData(world, slash));
      }
      case Typing typing -> {
        payload.put("type", 4);
        payload.set("data", typingData(typing));
      }
      case Press press -> {
        payload.put("type", 3);
        ObjectNode message = world.message(direct ? World.DIRECT : World.GENERAL, World.object());
        payload.set("message", message);
        ObjectNode data =
            payload
                .putObject("data")
                .put("custom_id", press.customId())
                .put("component_type", press.picked().isEmpty() ? 2 : 3)
                .put("id", 3);
        if (!press.picked().isEmpty()) {
          ArrayNode values = data.putArray("values");
          press.picked().forEach(values::add);
          // JDA looks the select up in its message.
          message.putArray("components").add(select(press));
        }
      }
      case PickMember(var _, String customId, World.User picked) -> {
        payload.put("type", 3);
        ObjectNode message = world.message(World.GENERAL, World.object());
        ObjectNode select = World.object().put("type", 5).put("id", 3).put("custom_id", customId);
        message
            .putArray("components")
            .addObject()
            .put("type", 1)
            .put("id", 2)
            .putArray("components")
            .add(select.put("min_values", 1).put("max_values", 1));
        payload.set("message", message);
        ObjectNode data =
            payload
                .putObject("data")
                .put("custom_id", customId)
                .put("component_type", 5)
                .put("id", 3);
        data.putArray("values").add(picked.id());
        resolve(world, data.putObject("resolved"), picked);
      }
      case OnMember(var _, String command, World.User target) -> {
        payload.put("type", 2);
        ObjectNode data =
            payload
                .putObject("data")
                .put("id", "56")
                .put("name", command)
                .put("type", 2)
                .put("target_id", target.id());
        resolve(world, data.putObject("resolved"), target);
      }
      case Submit submit -> {
        payload.put("type", 5);
        payload.set("data", submitData(world, submit));
      }
    }
    return payload;
  }

  /** Who does it. */
  World.User by();

  private static ObjectNode select(Press press) {
    ObjectNode row = World.object().put("type", 1).put("id", 2);
    ObjectNode select =
        row.putArray("components")
            .addObject()
            .put("type", 3)
            .put("id", 3)
            .put("custom_id", press.customId())
            .put("min_values", 1)
            .put("max_values", 1);
    ArrayNode options = select.putArray("options");
    press
        .picked()
        .forEach(value -> options.add(World.object().put("label", value).put("value", value)));
    return row;
  }

  private static ObjectNode command(String command, ArrayNode options) {
    String[] words = command.split(" ", -1);
    ObjectNode data =
        World.object()
            .put("id", "55")
            .put("name", words[0])
            .put("type", 1)
            .put("guild_id", World.GUILD);
    if (words.length > 1) {
      ObjectNode sub = data.putArray("options").addObject().put("type", 1).put("name", words[1]);
      sub.set("options", options);
    } else {
      data.set("options", options);
    }
    return data;
  }

  private static ObjectNode slashData(World world, Slash slash) {
    ArrayNode options = World.JSON.createArrayNode();
    ObjectNode resolved = World.object();
    slash
        .options()
        .forEach((name, value) -> {
          ObjectNode option = options.addObject().put("name", name);
          switch (value) {
            case Integer number -> option.put("type", 4).put("value", number);
            case Boolean flag -> option.put("type", 5).put("value", flag);
            case World.User user -> {
              option.put("type", 6).put("value", user.id());
              resolve(world, resolved, user);
            }
            case Object text when text.toString().startsWith("#") -> {
              String channel = text.toString().substring(1);
              option.put("type", 7).put("value", channel);
              resolved
                  .withObject("channels")
                  .set(channel, channel(channel).put("permissions", "0"));
            }
            case Object text when text.toString().startsWith("&") -> {
              String role = text.toString().substring(1);
              option.put("type", 8).put("value", role);
              resolved
                  .withObject("roles")
                  .set(
                      role,
                      World.role(role, role.equals(World.READERS) ? "readers" : "Steady", 0, 1));
            }
            default -> option.put("type", 3).put("value", value.toString());
          }
        });
    ObjectNode data = command(slash.command(), options);
    if (!resolved.isEmpty()) {
      data.set("resolved", resolved);
    }
    return data;
  }

  private static ObjectNode channel(String id) {
    return switch (id) {
      case World.FORUM -> World.channel(id, 15, "forum");
      case World.TAGGED_FORUM -> World.channel(id, 15, "tagged");
      default -> World.channel(id, 0, "general");
    };
  }

  private static void resolve(World world, ObjectNode resolved, World.User user) {
    resolved.withObject("users").set(user.id(), world.user(user));
    ObjectNode member = world.member(user);
    member.remove("user");
    resolved.withObject("members").set(user.id(), member);
  }

  private static JsonNode typingData(Typing typing) {
    ArrayNode options = World.JSON.createArrayNode();
    options
        .addObject()
        .put("name", typing.option())
        .put("type", 3)
        .put("value", typing.typed())
        .put("focused", true);
    return command(typing.command(), options);
  }

  private static ObjectNode submitData(World world, Submit submit) {
    ObjectNode data = World.object().put("custom_id", submit.customId());
    ArrayNode labels = data.putArray("components");
    ObjectNode resolved = World.object();
    submit
        .values()
        .forEach((name, value) -> {
          ObjectNode label = labels.addObject().put("type", 18).put("id", labels.size() * 2 - 1);
          ObjectNode input =
              label.putObject("component").put("id", labels.size() * 2).put("custom_id", name);
          if (value.startsWith("@")) {
            input.put("type", 5).putArray("values").add(value.substring(1));
            resolve(world, resolved, new World.User(value.substring(1), "Ben", List.of()));
          } else if (value.startsWith("=")) {
            input.put("type", 3).putArray("values").add(value.substring(1));
          } else {
            input.put("type", 4).put("value", value);
          }
        });
    if (!resolved.isEmpty()) {
      data.set("resolved", resolved);
    }
    return data;
  }
}
