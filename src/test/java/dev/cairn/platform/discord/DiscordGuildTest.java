package dev.cairn.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.connection.InstallationCheck;
import dev.cairn.connection.InstallationCheck.Finding;
import dev.cairn.connection.InstallationCheck.Gravity;
import dev.cairn.connection.InstallationCheck.Posts;
import dev.cairn.connection.MembershipLookup;
import dev.cairn.connection.MembershipLookup.Standing;
import dev.cairn.connection.RewardRoles;
import dev.cairn.connection.RewardRoles.Outcome;
import dev.cairn.platform.discord.standin.RestAnswer;
import dev.cairn.platform.discord.standin.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What we do in a guild besides answering: greeting it, examining it, giving roles in it. */
class DiscordGuildTest extends ConnectedTest {
  private static final Account BEN =
      new Account(Platform.DISCORD, World.GUILD, World.BEN.id(), "Ben");

  @Test
  void greetsAGuildThatHasInvitedUs() throws InterruptedException {
    discord.invite("950");
    JsonNode greeting = discord.await("POST", "/channels/950[0-9]+/messages").body();
    assertThat(ConnectedDiscord.read(greeting)).contains("let us set up");
  }

  @Test
  void greetsTheOwnerWhereItMaySpeakNowhere() throws InterruptedException {
    discord.inviteToSilence("951");
    JsonNode greeting = discord.awaitMessage(World.DIRECT).body();
    assertThat(ConnectedDiscord.customId(greeting, "Start")).contains(Long.toString(951, 36));
  }

  @Test
  void saysThatAllIsWellWhereItIs() {
    assertThat(doctor().examine(World.GUILD, World.GENERAL))
        .extracting(Finding::gravity)
        .containsExactly(Gravity.FINE);
  }

  @Test
  void namesWhatIsMissingAndHowToMendIt() {
    assertThat(doctor().examine(World.GUILD, World.HIDDEN))
        .extracting(Finding::gravity)
        .containsExactly(Gravity.BROKEN, Gravity.LIMITED);
    assertThat(doctor().examine(World.GUILD, World.HIDDEN).getFirst())
        .satisfies(worst -> {
          assertThat(worst.what()).contains("Send Messages").contains("#hidden");
          assertThat(worst.remedy()).contains("Permissions");
        });
  }

  @Test
  void tellsWhatKeepsTheDailyPostFromAChannel() {
    assertThat(obstacles(World.GUILD, World.GENERAL, true)).isEmpty();
    assertThat(obstacles(World.GUILD, World.HIDDEN, false))
        .extracting(Finding::what)
        .singleElement()
        .asString()
        .contains("Send Messages", "#hidden");
    assertThat(obstacles(World.GUILD, "12345", false).getFirst().what()).contains("is gone");
    assertThat(obstacles("404", World.GENERAL, false).getFirst().what())
        .contains("not in this server");
  }

  @Test
  void namesAChannelThatIsGoneAndAGuildWeAreNotIn() {
    assertThat(doctor().examine(World.GUILD, "12345").getFirst().what()).contains("is gone");
    assertThat(doctor().examine("404", null).getFirst().what()).contains("not in this server");
    assertThat(doctor().examine(World.GUILD, null).getFirst().gravity()).isEqualTo(Gravity.LIMITED);
  }

  @Test
  void knowsTheRolesThatItMayGive() {
    assertThat(roles().assignable(World.GUILD))
        .extracting(RewardRoles.Assignable::name)
        .containsExactly("Steady");
    assertThat(roles().assignable("404")).isEmpty();
  }

  @Test
  void givesAndTakesARole() throws InterruptedException {
    assertThat(roles().set(BEN, World.REWARD, true)).isEqualTo(new Outcome.Done());
    discord.await("PUT", "/guilds/900/members/1002/roles/903");
    assertThat(roles().set(BEN, World.REWARD, false)).isEqualTo(new Outcome.Done());
    discord.await("DELETE", "/guilds/900/members/1002/roles/903");
  }

  @Test
  void saysWhyItMayNotGiveARole() {
    assertThat(roles().set(BEN, World.ABOVE_US, true))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("Elders").contains("above"));
    assertThat(roles().set(BEN, "12345", true)).isInstanceOf(Outcome.Refused.class);
    discord.answerNext("PUT", "/guilds/.*", RestAnswer.refused(404, 10007, "Unknown Member"));
    assertThat(roles().set(BEN, World.REWARD, true)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void knowsWhoHasLeft() {
    MembershipLookup membershipLookup = connected.adapter.membershipLookup().orElseThrow();
    assertThat(membershipLookup.standing(BEN)).isEqualTo(Standing.HERE);
    String lookup = "/guilds/900/members/1002";
    discord.answerNext("GET", lookup, RestAnswer.refused(404, 10007, "Unknown Member"));
    assertThat(membershipLookup.standing(BEN)).isEqualTo(Standing.GONE);
    discord.answerNext("GET", lookup, RestAnswer.refused(404, 10013, "Unknown User"));
    assertThat(membershipLookup.standing(BEN)).isEqualTo(Standing.GONE);
    discord.answerNext("GET", lookup, RestAnswer.refused(403, 50001, "Missing Access"));
    assertThat(membershipLookup.standing(BEN)).isEqualTo(Standing.UNKNOWN);
    assertThat(
            membershipLookup.standing(new Account(Platform.DISCORD, "404", World.BEN.id(), "Ben")))
        .isEqualTo(Standing.UNKNOWN);
  }

  private List<Finding> obstacles(String guild, String channel, boolean pin) {
    return doctor().obstacles(guild, new Posts(channel, true, pin, null));
  }

  private InstallationCheck doctor() {
    return connected.adapter.installationCheck().orElseThrow();
  }

  private RewardRoles roles() {
    return connected.adapter.rewardRoles().orElseThrow();
  }
}
