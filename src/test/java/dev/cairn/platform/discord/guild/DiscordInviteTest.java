package dev.cairn.platform.discord.guild;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiscordInviteTest {
  /** See, send, embed nothing, files, history, threads, pins and roles: not a bit more. */
  private static final long PERMISSIONS =
      1L << 10 | 1L << 11 | 1L << 15 | 1L << 16 | 1L << 28 | 1L << 35 | 1L << 38 | 1L << 51;

  @Test
  void asksForTheScopesAndPermissionsThatItNeeds() {
    assertThat(DiscordInvite.link("4242"))
        .hasToString(
            "https://discord.com/oauth2/authorize?client_id=4242&scope=bot+applications.commands&permissions="
                + PERMISSIONS);
  }

  @Test
  void readsTheApplicationFromItsToken() {
    assertThat(DiscordInvite.applicationId("NDI0Mg.stand.in")).contains("4242");
    assertThat(DiscordInvite.applicationId("no token at all")).isEmpty();
    assertThat(DiscordInvite.applicationId("aGVsbG8.a.b")).isEmpty();
    assertThat(DiscordInvite.applicationId("!!.a.b")).isEmpty();
  }
}
