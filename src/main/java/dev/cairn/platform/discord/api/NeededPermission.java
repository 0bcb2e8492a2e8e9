package dev.cairn.platform.discord.api;

import dev.cairn.connection.InstallationCheck.Gravity;
import java.util.Arrays;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/** What we ask a guild to allow us, and what for. */
public enum NeededPermission {
  SEE(Permission.VIEW_CHANNEL, Gravity.BROKEN, "see the channel"),
  SPEAK(Permission.MESSAGE_SEND, Gravity.BROKEN, "post the topic of the day and reminders"),
  SPEAK_IN_THREADS(
      Permission.MESSAGE_SEND_IN_THREADS, Gravity.LIMITED, "answer in the thread of a topic"),
  OPEN_THREADS(Permission.CREATE_PUBLIC_THREADS, Gravity.LIMITED, "open a thread for each topic"),
  ATTACH(Permission.MESSAGE_ATTACH_FILES, Gravity.LIMITED, "show heatmaps and leaderboards"),
  READ_BACK(
      Permission.MESSAGE_HISTORY,
      Gravity.LIMITED,
      "find what was posted before a restart, so that nothing is posted twice"),
  PIN(Permission.PIN_MESSAGES, Gravity.LIMITED, "pin the topic of the day"),
  REWARD(
      Permission.MANAGE_ROLES, Gravity.LIMITED, "give roles for streaks, where you switch that on");

  private final Permission permission;
  private final Gravity gravity;
  private final String purpose;

  NeededPermission(Permission permission, Gravity gravity, String purpose) {
    this.permission = permission;
    this.gravity = gravity;
    this.purpose = purpose;
  }

  /** As JDA calls it. */
  public Permission permission() {
    return permission;
  }

  /** How bad it is to do without. */
  public Gravity gravity() {
    return gravity;
  }

  /** What it is for: "… so that I can …". */
  public String purpose() {
    return purpose;
  }

  /** What we lack in a channel; roles are not given in channels. */
  public static List<NeededPermission> missingIn(GuildChannel channel) {
    var self = channel.getGuild().getSelfMember();
    return Arrays.stream(values())
        .filter(needed -> needed != REWARD)
        .filter(needed -> !self.hasPermission(channel, needed.permission))
        .toList();
  }
}
