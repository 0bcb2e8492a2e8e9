package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.cli.PackagedProgram.Outcome;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is kept, however the process ends. */
@Timeout(300)
class KillIT {
  /** {@code -Dkill.rounds=1000} takes an hour and more: docs/testing.md. */
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 8);

  private static final int MOST_CHECK_INS = 300;

  /** After so many kills what was answered since is asked for, by a process that ends by itself. */
  private static final int ROUNDS_AT_A_TIME = 50;

  /** Where something was lost, the file tells what. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder = Path.of("");

  @Test
  void aCheckInThatWasAnsweredSurvivesTheDeathOfTheProcess() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    PackagedProgram cairn = PackagedProgram.launched(folder, Map.of());
    // Space in the file is used again at once, and not after 45 s: see docs/decisions/0002.
    String database = "jdbc:h2:file:" + folder.resolve("cairn") + ";RETENTION_TIME=0";
    List<List<String>> everyone = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      if (round % ROUNDS_AT_A_TIME == 0) {
        everyone.add(new ArrayList<>());
      }
      List<String> answered = everyone.getLast();
      checkInUntilKilled(cairn, database, round, 1 + random.nextInt(MOST_CHECK_INS), answered);
      int kills = round + 1;
      if (kills % ROUNDS_AT_A_TIME == 0) {
        assertAllAreKept(
            cairn, database, answered, "after %d kills, seed %d".formatted(kills, seed));
      }
    }
    // Not all at once: a replay keeps for everybody what stands below their newest reply.
    for (List<String> each : everyone) {
      assertAllAreKept(cairn, database, each, "at the end, seed " + seed);
    }
  }

  /** Whoever was told so has a streak of one. */
  private static void assertAllAreKept(
      PackagedProgram cairn, String database, List<String> answered, String when)
      throws IOException, InterruptedException {
    assertThat(streaks(cairn, database, answered)).as(when).hasSameSizeAs(answered).containsOnly(1);
  }

  /** Each member checks in once; after so many answers the process is killed. */
  private static void checkInUntilKilled(
      PackagedProgram cairn, String database, int round, int checkIns, List<String> answered)
      throws IOException, InterruptedException {
    int before = answered.size();
    Process process = cairn.start("replay", "-", "--json", "--database", database);
    try (BufferedWriter in = process.outputWriter();
        BufferedReader out = process.inputReader()) {
      for (int i = 0; i < checkIns; i++) {
        String member = "member-%d-%d".formatted(round, i);
        in.write(line(member, "/done"));
        in.flush();
        String answer = out.readLine();
        assertThat(answer).as(() -> wordsOf(process)).contains("\"counted\":true");
        answered.add(member);
      }
      process.destroyForcibly();
      assertThat(process.waitFor()).as("killed by SIGKILL").isEqualTo(137);
    } catch (IOException brokenPipe) {
      assertThat(process.isAlive()).as("closing its input fails once it is dead").isFalse();
      assertThat(answered).as(() -> wordsOf(process)).hasSize(before + checkIns);
    }
  }

  private static String wordsOf(Process process) {
    return process.errorReader().lines().collect(Collectors.joining("\n"));
  }

  private static List<Integer> streaks(PackagedProgram cairn, String database, List<String> members)
      throws IOException, InterruptedException {
    StringBuilder questions = new StringBuilder();
    members.forEach(member -> questions.append(line(member, "/streak")));
    Outcome outcome =
        cairn.runWith(questions.toString(), "replay", "-", "--json", "--database", database);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    ObjectMapper json = new ObjectMapper();
    List<Integer> streaks = new ArrayList<>();
    for (String answer : outcome.out().lines().toList()) {
      JsonNode data = json.readTree(answer).get("data");
      streaks.add(data.get("streak").asInt());
    }
    return streaks;
  }

  private static String line(String member, String text) {
    return "{\"at\":\"2026-01-01T09:00:00Z\",\"community\":\"lab\",\"member\":\"%s\",\"text\":\"%s\"}\n"
        .formatted(member, text);
  }
}
