package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.cli.PackagedProgram.Outcome;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.database.Database;
import dev.cairn.database.People;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.review.ReviewLogExport;
import dev.cairn.testkit.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of the packaged program: its output, its errors and its exit codes. */
@Timeout(60)
class CommandLineIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder = Path.of("");
  private PackagedProgram cairn = new PackagedProgram(folder, Map.of());

  @BeforeEach
  void fresh() {
    cairn = new PackagedProgram(folder, Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run",
        "say",
        "replay",
        "catalog",
        "catalog check",
        "catalog export",
        "catalog stats",
        "database",
        "database migrate",
        "database backup",
        "database restore"
      })
  void everyCommandTellsHowItIsUsed(String command) throws Exception {
    Outcome help = cairn.run((command + " --help").strip().split(" "));
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).startsWith("Usage: cairn");
    assertThat(help.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense", "say", "say --at yesterday /topic", "replay", "run --no-such"})
  void wrongUsageIsToldInOneLine(String command) throws Exception {
    Outcome wrong = cairn.run(command.split(" "));
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err().lines()).hasSize(1).first().asString().startsWith("cairn: ");
  }

  @Test
  void aConversationGoesOnFromCommandToCommand() throws Exception {
    Outcome topic = cairn.run("say", "--at", "2026-01-01T09:00:00Z", "/topic");
    assertThat(topic.err()).isEmpty();
    assertThat(topic.exitCode()).isZero();
    assertThat(topic.out()).contains("Day 1: ", "Done when", "[I studied this]");

    JsonNode done = said("2026-01-01T20:00:00Z", "/done");
    assertThat(done.at("/data/streak").asInt()).isEqualTo(1);
    JsonNode streak = said("2026-01-02T20:00:00Z", "/streak");
    assertThat(streak.at("/data/status").asText()).isEqualTo("at_risk");
    assertThat(folder.resolve("data")).isNotEmptyDirectory();
  }

  private JsonNode said(String at, String text) throws Exception {
    Outcome said = cairn.run("say", "--json", "--at", at, text);
    assertThat(said.exitCode()).isZero();
    return JSON.readTree(said.out());
  }

  @Test
  void aRefusalIsAnAnswerAndNotAFailure() throws Exception {
    Outcome refused = cairn.run("say", "/tpoic");
    assertThat(refused.exitCode()).isZero();
    assertThat(refused.out()).contains("Did you mean", "/topic");
  }

  @Test
  void aReplayIsReadFromAFileOrFromStandardInput() throws Exception {
    String line =
        "{\"at\":\"2026-01-01T09:00:00Z\",\"community\":\"lab\",\"member\":\"asha\",\"text\":\"/done\"}\n";
    Path file = Files.writeString(folder.resolve("conversation.jsonl"), line);
    Outcome fromFile = cairn.run("replay", file.toString(), "--json");
    assertThat(fromFile.exitCode()).isZero();
    assertThat(JSON.readTree(fromFile.out()).at("/data/counted").asBoolean()).isTrue();
    assertThat(cairn.runWith(line, "replay", "-", "--json").out()).isEqualTo(fromFile.out());
    assertThat(folder.resolve("data")).as("it keeps nothing").doesNotExist();
  }

  @Test
  void aBadLineOfAReplayIsToldByItsNumber() throws Exception {
    Outcome bad = cairn.runWith("\n{\"at\":\"soon\"}\n", "replay", "-");
    assertThat(bad.exitCode()).isEqualTo(1);
    assertThat(bad.err().lines()).hasSize(1).first().asString().startsWith("cairn: line 2: ");
  }

  @Test
  void aWrongSettingStopsTheStartAndIsNamed() throws Exception {
    Outcome unknown =
        new PackagedProgram(folder, Map.of("CAIRN_HTTP_PROT", "1")).run("say", "/topic");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err().lines()).hasSize(1);
    assertThat(unknown.err()).contains("CAIRN_HTTP_PROT", "did you mean CAIRN_HTTP_PORT");
    Outcome wrong = new PackagedProgram(folder, Map.of("CAIRN_HTTP_PORT", "x")).run("run");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err().lines()).hasSize(1);
    assertThat(wrong.err()).contains("CAIRN_HTTP_PORT");
  }

  @Test
  void whatCannotBeOpenedIsToldInOneLineWithTheReason() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Path nowhere = folder.resolve("nowhere");
    assertToldInOneLine("there is no such file", "database", "backup", nowhere + "/backup.gz");
    assertToldInOneLine("is there already", "database", "backup", file.toString());
    assertToldInOneLine("there is no such file", "database", "restore", nowhere.toString());
    assertToldInOneLine("Is a directory", "database", "restore", folder.toString());
    assertToldInOneLine("not a backup", "database", "restore", file.toString());
    assertToldInOneLine("there is no such file", "replay", nowhere.toString());
    assertToldInOneLine("Is a directory", "replay", folder.toString());
    // Nobody may write there, whoever they are.
    cairn =
        new PackagedProgram(
            folder, Map.of("CAIRN_DATABASE_URL", "jdbc:h2:file:" + file + "/data/cairn"));
    assertToldInOneLine("cannot open the database", "run");
    assertToldInOneLine("cannot open the database", "say", "/topic");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      cairn =
          new PackagedProgram(
              folder, Map.of("CAIRN_DATABASE_URL", "jdbc:h2:mem:taken", "CAIRN_HTTP_PORT", port));
      assertToldInOneLine("the port is in use", "run");
    }
  }

  private void assertToldInOneLine(String reason, String... command) throws Exception {
    Outcome failed = cairn.run(command);
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err().lines())
        .as(failed.err())
        .singleElement()
        .asString()
        .startsWith("cairn: ")
        .contains(reason);
  }

  @Test
  void aStackTraceIsShownOnlyWhenAskedFor() throws Exception {
    Map<String, String> unreachable =
        Map.of("CAIRN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x");
    PackagedProgram lost = new PackagedProgram(folder, unreachable);
    Outcome brief = lost.run("say", "/topic");
    assertThat(brief.exitCode()).isEqualTo(1);
    assertThat(brief.err().lines()).hasSize(1).first().asString().startsWith("cairn: ");
    assertThat(lost.run("--verbose", "say", "/topic").err()).contains("\tat dev.cairn.");
  }

  @Test
  void theContentIsCheckedAndHandedOut() throws Exception {
    Outcome checked = cairn.run("catalog", "check");
    assertThat(checked.err()).isEmpty();
    assertThat(checked.exitCode()).isZero();
    JsonNode exported = JSON.readTree(cairn.run("catalog", "export", "--json").out());
    assertThat(exported.get("journey").size()).isPositive();
    assertThat(cairn.run("catalog", "stats").out()).contains("explain (words)", "terms");
  }

  @Test
  void aFolderOfContentIsToldWhatIsWrongWithIt() throws Exception {
    Outcome empty = cairn.run("catalog", "check", folder.toString());
    assertThat(empty.exitCode()).isEqualTo(1);
    assertThat(empty.err() + empty.out()).contains(folder.toString());
  }

  @Test
  void aBackupBringsBackWhatWasThere() throws Exception {
    said("2026-01-01T20:00:00Z", "/done");
    String backup = folder.resolve("backup.jsonl").toString();
    assertThat(cairn.run("database", "backup", backup).exitCode()).isZero();
    Map<String, String> elsewhere =
        Map.of("CAIRN_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("other/cairn"));
    PackagedProgram other = new PackagedProgram(folder, elsewhere);
    Outcome restored = other.run("database", "restore", backup);
    assertThat(restored.err()).isEmpty();
    assertThat(restored.exitCode()).isZero();
    Outcome streak = other.run("say", "--at", "2026-01-01T21:00:00Z", "--json", "/streak");
    assertThat(JSON.readTree(streak.out()).at("/data/streak").asInt()).isEqualTo(1);
  }

  @Test
  @Timeout(180)
  void reviewsAreWrittenForACommunityThatSharesThemAndForNoOther() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("reviews");
    Path log = folder.resolve("reviews.csv");
    String[] here = {"database", "reviews", log.toString(), "--community", "local/here"};
    addReviews(url, 1, ReviewLogExport.LEAST_LEARNERS - 1);
    cairn = new PackagedProgram(folder, Map.of("CAIRN_DATABASE_URL", url));
    assertToldInOneLine("local/here does not share its reviews", here);
    cairn =
        new PackagedProgram(
            folder, Map.of("CAIRN_DATABASE_URL", url, "CAIRN_REVIEWS_SHARED_BY", "local/here"));
    assertToldInOneLine("fewer than 10 members", here);
    assertThat(log).as("nothing is left of what was refused").doesNotExist();

    addReviews(url, ReviewLogExport.LEAST_LEARNERS, ReviewLogExport.LEAST_LEARNERS);
    Outcome written = cairn.run(here);
    assertThat(written.err()).isEmpty();
    assertThat(written.exitCode()).isZero();
    assertThat(written.out()).contains("10 answers of 10 members written to " + log);
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).hasSize(11).first().isEqualTo("learner,card,seconds,rating,due");
    assertThat(lines).noneMatch(line -> line.contains("person"));

    assertToldInOneLine("is there already", here);
    assertThat(Files.readAllLines(log)).isEqualTo(lines);
  }

  /** Each of some members has answered one card. */
  private static void addReviews(String url, int from, int until) {
    try (Database database = Database.open(new DatabaseSettings(url, "", ""))) {
      People people = new People(database);
      for (int person = from; person <= until; person++) {
        Member member = people.here("person" + person);
        database
            .update(
                """
                insert into card_review (community_id, member_id, card_id, number, rating, reviewed_at,
                  study_day, was_due, interaction_id)
                values (:community, :member, 'a.one', 1, 'GOOD', :at, :day, false, :interaction)
                """)
            .bind("community", member.community().id())
            .bind("member", member.id())
            .bind("at", People.MET)
            .bind("day", LocalDate.of(2026, 3, 1))
            .bind("interaction", "answer of person" + person)
            .execute();
      }
    }
  }

  @Test
  void runPrintsItsAddressAndStopsWhenAsked() throws Exception {
    Process running =
        new PackagedProgram(folder, Map.of("CAIRN_HTTP_PORT", Integer.toString(FreePort.find())))
            .start();
    try {
      List<String> greeting;
      try (var out = running.inputReader()) {
        greeting = List.of(out.readLine(), out.readLine());
        assertThat(greeting.getFirst()).contains("http://127.0.0.1:");
        running.destroy();
        assertThat(running.waitFor()).as("ended by SIGTERM").isEqualTo(143);
      }
    } finally {
      running.destroyForcibly();
    }
  }
}
