package dev.cairn.platform.discord.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The one guild there is, and who is in it, as Discord writes them. */
public final class World {
  public static final String APPLICATION = "4242";
  public static final String GUILD = "900";

  /** Another guild, where there is one: in another shard, where there are two. */
  public static final String SECOND = Long.toString((1L << 22) + 900);

  public static final String GENERAL = "700";
  public static final String HIDDEN = "701";
  public static final String NEWS = "702";

  /** A forum in which a post needs no tag. */
  public static final String FORUM = "703";

  /** A forum in which each post needs a tag. */
  public static final String TAGGED_FORUM = "704";

  public static final String TAG = "801";
  public static final String DIRECT = "777";
  public static final String MODERATORS = "901";
  public static final String OUR_ROLE = "902";
  public static final String REWARD = "903";
  public static final String ABOVE_US = "904";

  /** The only role that anybody may mention. */
  public static final String READERS = "905";

  public static final User OWNER = new User("1000", "Olga", List.of());
  public static final User ASHA = new User("1001", "Asha", List.of());
  public static final User BEN = new User("1002", "Ben", List.of());
  public static final User MODERATOR = new User("1003", "Mo", List.of(MODERATORS));

  static final ObjectMapper JSON = new ObjectMapper();

  private static final long DISCORD_EPOCH = 1_420_070_400_000L;

  /** See, send, threads, files, history, pins, roles: what our own role has. */
  private static final long OUR_PERMISSIONS =
      1L << 10 | 1L << 11 | 1L << 15 | 1L << 16 | 1L << 28 | 1L << 35 | 1L << 38 | 1L << 51;

  private static final long EVERYONE_PERMISSIONS = 1L << 10 | 1L << 11 | 1L << 16;
  private static final long MANAGE_GUILD = 1L << 5;
  private static final int REQUIRES_TAG = 1 << 4;

  private final AtomicLong serial = new AtomicLong();
  private final List<String> guilds = new CopyOnWriteArrayList<>(List.of(GUILD));

  /** Somebody. */
  public record User(String id, String name, List<String> roles) {}

  World() {}

  /** A new id, of this moment. */
  String snowflake() {
    return snowflake(Instant.now());
  }

  /** A new id, of that moment. */
  String snowflake(Instant at) {
    return Long.toString(
        (at.toEpochMilli() - DISCORD_EPOCH) << 22 | (serial.incrementAndGet() & 0x3fffff));
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  ObjectNode self() {
    return user(new User(APPLICATION, "Cairn", List.of())).put("bot", true);
  }

  ObjectNode user(User user) {
    return object()
        .put("id", user.id())
        .put("username", user.name().toLowerCase(java.util.Locale.ROOT))
        .put("discriminator", "0")
        .put("global_name", user.name())
        .putNull("avatar");
  }

  ObjectNode member(User user) {
    ObjectNode member =
        object()
            .put("joined_at", "2026-01-01T00:00:00+00:00")
            .put("deaf", false)
            .put("mute", false)
            .put("flags", 0)
            .put("permissions", "0");
    member.set("user", user(user));
    ArrayNode roles = member.putArray("roles");
    user.roles().forEach(roles::add);
    return member;
  }

  /** The guilds that we are in. */
  List<String> guilds() {
    return guilds;
  }

  ObjectNode ready(String session, String resumeUrl, List<String> in) {
    ObjectNode ready =
        object().put("v", 10).put("session_id", session).put("resume_gateway_url", resumeUrl);
    ready.set("user", self());
    ready.putArray("private_channels");
    ArrayNode listed = ready.putArray("guilds");
    in.forEach(guild -> listed.add(object().put("id", guild).put("unavailable", true)));
    ready.putObject("application").put("id", APPLICATION).put("flags", 0);
    return ready;
  }

  ObjectNode guild(String id) {
    ObjectNode guild =
        object()
            .put("id", id)
            .put("name", "Lab")
            .put("owner_id", OWNER.id())
            .put("member_count", 5)
            .put("afk_timeout", 300)
            .put("preferred_locale", "en-US")
            .put("large", false)
            .put("verification_level", 0)
            .put("default_message_notifications", 0)
            .put("explicit_content_filter", 0)
            .put("mfa_level", 0)
            .put("nsfw_level", 0)
            .put("premium_tier", 0)
            .put("system_channel_id", GENERAL);
    ArrayNode roles = guild.putArray("roles");
    roles.add(role(id, "@everyone", EVERYONE_PERMISSIONS, 0));
    roles.add(role(REWARD, "Steady", 0, 1));
    roles.add(role(OUR_ROLE, "Cairn", OUR_PERMISSIONS, 2));
    roles.add(role(ABOVE_US, "Elders", 0, 3));
    roles.add(role(MODERATORS, "Moderators", MANAGE_GUILD, 4));
    roles.add(role(READERS, "readers", 0, 5).put("mentionable", true));
    ArrayNode channels = guild.putArray("channels");
    if (id.equals(SECOND)) {
      guild.putNull("system_channel_id");
      channels.add(channel(id + GENERAL, 0, "general").put("guild_id", id));
      return withMembers(guild);
    }
    channels.add(channel(GENERAL, 0, "general"));
    ObjectNode hidden = channel(HIDDEN, 0, "hidden");
    hidden
        .withArray("permission_overwrites")
        .add(
            object()
                .put("id", OUR_ROLE)
                .put("type", 0)
                .put("allow", "0")
                .put("deny", Long.toString(1L << 11 | 1L << 15)));
    channels.add(hidden);
    channels.add(channel(NEWS, 5, "news"));
    channels.add(forum(FORUM, "forum"));
    ObjectNode tagged = taggedForum();
    ArrayNode tags = tagged.withArray("available_tags");
    tags.add(tag(TAG, "Topics", false));
    tags.add(tag("802", "Staff", true));
    channels.add(tagged);
    return withMembers(guild);
  }

  /** The forum that wants a tag on each post, without any. */
  static ObjectNode taggedForum() {
    return forum(TAGGED_FORUM, "tagged").put("flags", REQUIRES_TAG);
  }

  private ObjectNode withMembers(ObjectNode guild) {
    guild.putArray("members").add(member(new User(APPLICATION, "Cairn", List.of(OUR_ROLE))));
    for (String empty :
        List.of(
            "emojis",
            "stickers",
            "voice_states",
            "threads",
            "presences",
            "features",
            "stage_instances",
            "guild_scheduled_events",
            "soundboard_sounds")) {
      guild.putArray(empty);
    }
    return guild;
  }

  static ObjectNode channel(String id, int type, String name) {
    ObjectNode channel =
        object()
            .put("id", id)
            .put("type", type)
            .put("name", name)
            .put("position", 0)
            .put("flags", 0)
            .put("guild_id", GUILD)
            .putNull("topic")
            .put("nsfw", false)
            .put("rate_limit_per_user", 0);
    channel.putArray("permission_overwrites");
    return channel;
  }

  static ObjectNode forum(String id, String name) {
    ObjectNode forum = channel(id, 15, name);
    forum.putArray("available_tags");
    return forum.putNull("default_reaction_emoji").putNull("default_sort_order");
  }

  private static ObjectNode tag(String id, String name, boolean moderated) {
    return object()
        .put("id", id)
        .put("name", name)
        .put("moderated", moderated)
        .putNull("emoji_id")
        .putNull("emoji_name");
  }

  ObjectNode directChannel(User user) {
    ObjectNode channel = object().put("id", DIRECT).put("type", 1).put("flags", 0);
    channel.putArray("recipients").add(user(user));
    return channel;
  }

  /** A message of ours as Discord gives it back. */
  ObjectNode message(String channel, ObjectNode sent) {
    ObjectNode message =
        object()
            .put("id", snowflake())
            .put("type", 0)
            .put("channel_id", channel)
            .put("content", sent.path("content").asText(""))
            .put("timestamp", Instant.now().toString())
            .put("tts", false)
            .put("mention_everyone", false)
            .put("pinned", false)
            .put("flags", sent.path("flags").asInt());
    message.set("author", self());
    for (String empty : List.of("mentions", "mention_roles", "attachments", "embeds")) {
      message.putArray(empty);
    }
    if (sent.has("components")) {
      message.set("components", received(sent.withArray("components")));
    }
    if (sent.has("nonce")) {
      message.set("nonce", sent.get("nonce"));
    }
    return message;
  }

  /** Discord numbers the components that came without an id. */
  private static ArrayNode received(ArrayNode components) {
    ArrayNode copy = components.deepCopy();
    number(copy, new AtomicLong());
    return copy;
  }

  private static void number(com.fasterxml.jackson.databind.JsonNode node, AtomicLong next) {
    if (node instanceof ObjectNode object && object.path("type").isInt() && !object.has("id")) {
      object.put("id", next.incrementAndGet());
    }
    if (node instanceof ObjectNode media
        && media.path("url").asText().startsWith("attachment://")) {
      // From here on the file lies with Discord.
      media.put("url", media.path("url").asText().replace("attachment://", "https://cdn.example/"));
      media.put("proxy_url", media.path("url").asText()).put("width", 1).put("height", 1);
    }
    node.forEach(child -> number(child, next));
  }

  static ObjectNode role(String id, String name, long permissions, int position) {
    ObjectNode role =
        object()
            .put("id", id)
            .put("name", name)
            .put("color", 0)
            .put("hoist", false)
            .put("position", position)
            .put("permissions", Long.toString(permissions))
            .put("managed", false)
            .put("mentionable", false)
            .put("flags", 0);
    role.putObject("colors").put("primary_color", 0);
    return role;
  }
}
