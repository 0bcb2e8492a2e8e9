package dev.cairn.platform.discord.guild;

import dev.cairn.chat.Account;
import dev.cairn.connection.MembershipLookup;
import dev.cairn.platform.discord.api.Shards;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** Asks Discord for one member at a time, which it tells without the intent to see them all. */
public final class DiscordMembershipLookup implements MembershipLookup {
  private final Shards shards;

  public DiscordMembershipLookup(Shards shards) {
    this.shards = shards;
  }

  @Override
  public Standing standing(Account account) {
    return shards
        .guild(account.community())
        .map(guild -> standing(guild, account.user()))
        .orElse(Standing.UNKNOWN);
  }

  private static Standing standing(Guild guild, String user) {
    try {
      guild.retrieveMemberById(user).useCache(false).complete(false);
      return Standing.HERE;
    } catch (ErrorResponseException answer) {
      ErrorResponse response = answer.getErrorResponse();
      return response == ErrorResponse.UNKNOWN_MEMBER || response == ErrorResponse.UNKNOWN_USER
          ? Standing.GONE
          : Standing.UNKNOWN;
    } catch (RateLimitedException | RuntimeException notNow) {
      return Standing.UNKNOWN;
    }
  }
}
