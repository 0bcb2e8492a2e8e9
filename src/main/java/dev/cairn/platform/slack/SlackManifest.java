package dev.cairn.platform.slack;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.platform.slack.receive.SlackHttpEndpoint;
import dev.cairn.platform.slack.workspace.SlackScopes;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The manifest from which Slack makes an app that fits our commands: paste it where Slack offers
 * "From a manifest".
 */
public final class SlackManifest {
  private static final int USAGE_HINT = 1_000;
  private static final String SUMMARY = "A topic a day, check-ins, streaks and groups";

  private SlackManifest() {}

  /**
   * The manifest, as JSON to paste.
   *
   * @param specs the commands
   * @param command the root word of the slash command, without the slash
   * @param publicUrl where Slack reaches us over HTTP, or null for Socket Mode
   */
  public static String json(List<CommandSpec> specs, String command, @Nullable URI publicUrl) {
    return new GsonBuilder()
        .setPrettyPrinting()
        .disableHtmlEscaping()
        .create()
        .toJson(of(specs, command, publicUrl));
  }

  static JsonObject of(List<CommandSpec> specs, String command, @Nullable URI publicUrl) {
    String base = publicUrl == null ? null : publicUrl.toString().replaceFirst("/+$", "");
    JsonObject manifest = new JsonObject();
    manifest.add("_metadata", metadata());
    manifest.add("display_information", displayInformation());
    manifest.add("features", features(specs, command, base));
    manifest.add("oauth_config", oauth(base));
    manifest.add("settings", settings(base));
    return manifest;
  }

  private static JsonObject metadata() {
    JsonObject metadata = new JsonObject();
    metadata.addProperty("major_version", 2);
    metadata.addProperty("minor_version", 0);
    return metadata;
  }

  private static JsonObject displayInformation() {
    JsonObject information = new JsonObject();
    information.addProperty("name", "Cairn");
    information.addProperty("description", SUMMARY);
    information.addProperty("background_color", "#3b4252");
    return information;
  }

  private static JsonObject features(
      List<CommandSpec> specs, String command, @Nullable String base) {
    JsonObject home = new JsonObject();
    home.addProperty("home_tab_enabled", true);
    home.addProperty("messages_tab_enabled", true);
    home.addProperty("messages_tab_read_only_enabled", false);
    JsonObject bot = new JsonObject();
    bot.addProperty("display_name", "Cairn");
    bot.addProperty("always_online", true);
    JsonArray commands = new JsonArray();
    commands.add(command(specs, command, base));
    JsonObject features = new JsonObject();
    features.add("app_home", home);
    features.add("bot_user", bot);
    features.add("slash_commands", commands);
    return features;
  }

  private static JsonObject command(
      List<CommandSpec> specs, String command, @Nullable String base) {
    String roots =
        specs.stream()
            .map(spec -> spec.name().root())
            .distinct()
            .collect(Collectors.joining(" | "));
    JsonObject slash = new JsonObject();
    slash.addProperty("command", "/" + command);
    slash.addProperty("description", SUMMARY);
    slash.addProperty("usage_hint", Excerpt.of("[" + roots + "]", USAGE_HINT));
    // Members and channels come with their ids.
    slash.addProperty("should_escape", true);
    addUrl(slash, "url", base);
    return slash;
  }

  private static JsonObject oauth(@Nullable String base) {
    JsonObject scopes = new JsonObject();
    scopes.add("bot", texts(SlackScopes.BOT));
    JsonObject oauth = new JsonObject();
    oauth.add("scopes", scopes);
    if (base != null) {
      oauth.add("redirect_urls", texts(List.of(base + SlackHttpEndpoint.OAUTH_REDIRECT)));
    }
    return oauth;
  }

  private static JsonObject settings(@Nullable String base) {
    JsonObject events = new JsonObject();
    addUrl(events, "request_url", base);
    events.add("bot_events", texts(SlackScopes.EVENTS));
    JsonObject interactivity = new JsonObject();
    interactivity.addProperty("is_enabled", true);
    addUrl(interactivity, "request_url", base);
    addUrl(interactivity, "message_menu_options_url", base);
    JsonObject settings = new JsonObject();
    settings.add("event_subscriptions", events);
    settings.add("interactivity", interactivity);
    settings.addProperty("org_deploy_enabled", base != null);
    settings.addProperty("socket_mode_enabled", base == null);
    settings.addProperty("token_rotation_enabled", false);
    return settings;
  }

  private static void addUrl(JsonObject object, String key, @Nullable String base) {
    if (base != null) {
      object.addProperty(key, base + SlackHttpEndpoint.EVENTS);
    }
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
