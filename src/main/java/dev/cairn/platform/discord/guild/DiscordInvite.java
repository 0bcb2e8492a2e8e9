package dev.cairn.platform.discord.guild;

import dev.cairn.platform.discord.api.NeededPermission;
import dev.cairn.platform.discord.api.Snowflake;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;

/**
 * The link by which a moderator invites us into a guild, with the scopes and permissions we need.
 */
public final class DiscordInvite {
  private static final String SCOPES = "bot+applications.commands";

  private DiscordInvite() {}

  /**
   * The invite link of an application.
   *
   * @param applicationId of the application, as the developer portal shows it
   */
  public static URI link(String applicationId) {
    long permissions =
        Permission.getRaw(
            Arrays.stream(NeededPermission.values()).map(NeededPermission::permission).toList());
    return URI.create(
        "https://discord.com/oauth2/authorize?client_id=%s&scope=%s&permissions=%d"
            .formatted(applicationId, SCOPES, permissions));
  }

  /** Whether the text can be the id of an application. */
  public static boolean isApplicationId(String text) {
    return Snowflake.isOne(text);
  }

  /**
   * The id of the application that a bot token belongs to: the token's first part holds it in
   * base64.
   *
   * @return empty where the text is no bot token
   */
  public static Optional<String> applicationId(String token) {
    int end = token.indexOf('.');
    if (end < 0) {
      return Optional.empty();
    }
    try {
      String id =
          new String(
              Base64.getUrlDecoder().decode(token.substring(0, end)), StandardCharsets.US_ASCII);
      return Optional.of(id).filter(DiscordInvite::isApplicationId);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
