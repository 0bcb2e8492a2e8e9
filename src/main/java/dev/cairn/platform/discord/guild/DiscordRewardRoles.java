package dev.cairn.platform.discord.guild;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.connection.RewardRoles;
import dev.cairn.connection.Serving;
import dev.cairn.platform.discord.api.DiscordFailure;
import dev.cairn.platform.discord.api.Shards;
import dev.cairn.platform.discord.api.Snowflake;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.RestAction;

/** Gives and takes roles of a guild. */
public final class DiscordRewardRoles implements RewardRoles {
  private final Shards shards;

  public DiscordRewardRoles(Shards shards) {
    this.shards = shards;
  }

  @Override
  public Platform platform() {
    return Platform.DISCORD;
  }

  @Override
  public List<Assignable> assignable(String community) {
    return shards
        .guild(community)
        .filter(guild -> guild.getSelfMember().hasPermission(Permission.MANAGE_ROLES))
        .map(DiscordRewardRoles::below)
        .orElse(List.of());
  }

  private static List<Assignable> below(Guild guild) {
    return guild.getRoles().stream()
        .filter(role -> !role.isPublicRole() && !role.isManaged())
        .filter(role -> guild.getSelfMember().canInteract(role))
        .map(role -> new Assignable(role.getId(), role.getName()))
        .toList();
  }

  @Override
  public Outcome set(Account account, String role, boolean held) {
    Optional<Guild> guild = shards.guild(account.community());
    if (guild.isEmpty() && shards.serving(account.community()) == Serving.ELSEWHERE) {
      return new Outcome.Later("another process serves that server");
    }
    if (guild.isEmpty()) {
      return new Outcome.Refused("I am not in that server.");
    }
    Role wanted = Snowflake.isOne(role) ? guild.get().getRoleById(role) : null;
    if (wanted == null) {
      return new Outcome.Refused("The role no longer exists. Choose another one.");
    }
    try {
      UserSnowflake member = UserSnowflake.fromId(account.user());
      RestAction<Void> change =
          held
              ? guild.get().addRoleToMember(member, wanted)
              : guild.get().removeRoleFromMember(member, wanted);
      change.complete(false);
      return new Outcome.Done();
    } catch (RateLimitedException | RuntimeException thrown) {
      return outcome(DiscordFailure.of(thrown), wanted);
    }
  }

  private static Outcome outcome(DiscordFailure failure, Role role) {
    return switch (failure.reason()) {
      case LIMITED, DOWN -> new Outcome.Later(failure.told());
      case FORBIDDEN ->
          new Outcome.Refused(
              "I may not give the role %s. I need the permission Manage Roles, and my own role must stand above it in the list of roles."
                  .formatted(role.getName()));
      case TOO_LATE, ANSWERED, EXPIRED, GONE, CLOSED, TAKEN, DONE, OTHER ->
          new Outcome.Refused(failure.told());
    };
  }
}
