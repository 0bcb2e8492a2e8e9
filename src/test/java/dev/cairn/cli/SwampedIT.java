package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.platform.discord.ConnectedDiscord;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.UserInteraction.Slash;
import dev.cairn.platform.discord.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Far more members at once than fit: each hears something, and the process lives. */
@Timeout(300)
class SwampedIT {
  private static final int MEMBERS = 6_000;

  /** A minute on a machine of one's own; this is for one that others keep busy. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private static final List<String> COMMANDS = List.of("done", "streak", "topic", "leaderboard");

  /** What Discord calls an answer that follows later. */
  private static final int DEFERRED = 5;

  private static final String EDIT = "/webhooks/[0-9]+/[^/]+/messages/@original";
  private static final String FOLLOW_UP = "/webhooks/[0-9]+/[^/]+";

  @TempDir private Path folder = Path.of("");

  @Test
  void sixThousandAtOnceInASmallHeapAreAnsweredOrRefused() throws Exception {
    try (DiscordStandIn discord = DiscordStandIn.open()) {
      Path log = folder.resolve("log");
      Process cairn =
          PackagedProgram.launched(folder, discord.environment(Map.of("CAIRN_HTTP_PORT", "0")))
              .startWritingTo(log, "run");
      try {
        discord.await("PUT", "/applications/4242/commands");
        assertThat(heard(discord, 1)).as("one of one").isEqualTo(Map.of("answered", 1));
        Map<String, Integer> rush = heard(discord, MEMBERS);
        assertThat(rush.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(MEMBERS);
        assertThat(rush).as("some were answered").containsKey("answered");
        assertThat(cairn.isAlive()).isTrue();
        assertThat(heard(discord, 1)).as("afterwards").isEqualTo(Map.of("answered", 1));
        assertThat(Files.readString(log)).doesNotContain("OutOfMemoryError");
      } finally {
        cairn.destroyForcibly().waitFor();
      }
    }
  }

  /** So many members give a command at once; how many heard what. */
  private static Map<String, Integer> heard(DiscordStandIn discord, int members)
      throws InterruptedException {
    for (int i = 0; i < members; i++) {
      World.User member = new World.User(String.valueOf(100_000 + i), "Member " + i, List.of());
      discord.interact(new Slash(member, COMMANDS.get(i % COMMANDS.size()), Map.of()));
    }
    Map<String, Integer> heard = new TreeMap<>();
    int deferred = 0;
    for (int i = 0; i < members; i++) {
      JsonNode callback = discord.await("POST", "/interactions/[0-9]+/[^/]+/callback").body();
      if (callback.path("type").asInt() == DEFERRED) {
        deferred++;
      } else {
        heard.merge(kind(callback), 1, Integer::sum);
      }
    }
    int later = deferred;
    await()
        .atMost(LONGEST)
        .until(() -> discord.unseen("PATCH", EDIT) + discord.unseen("POST", FOLLOW_UP) >= later);
    for (long edits = discord.unseen("PATCH", EDIT); edits > 0; edits--) {
      heard.merge(kind(discord.await("PATCH", EDIT).body()), 1, Integer::sum);
    }
    for (long followUps = discord.unseen("POST", FOLLOW_UP); followUps > 0; followUps--) {
      heard.merge(kind(discord.await("POST", FOLLOW_UP).body()), 1, Integer::sum);
    }
    return heard;
  }

  private static String kind(JsonNode message) {
    return ConnectedDiscord.read(message).contains("I am swamped") ? "refused" : "answered";
  }
}
