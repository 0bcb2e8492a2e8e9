package dev.cairn.catalog.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test breaks a copy of the real content in one way, and is told of that and nothing else. */
class CatalogCheckTest {
  private static final String FIRST = "journey/01-orientation.yaml";
  private static final String LAST = "journey/10-profession.yaml";

  private EditedSeeds seeds;

  @BeforeEach
  void copy(@TempDir Path parent) throws IOException {
    seeds = EditedSeeds.below(parent);
  }

  @Test
  void findsNothingInTheRealContent() {
    assertThat(seeds.problems()).isEmpty();
    assertThat(CatalogCheck.builtIn(EditedSeeds.TODAY).problems()).isEmpty();
  }

  @Test
  void findsAFolderThatIsNotThere() {
    Path nowhere = seeds.folder().resolve("nowhere");

    assertThat(CatalogCheck.check(nowhere, EditedSeeds.TODAY).problems())
        .containsExactly(
            new ContentProblem(
                nowhere.toString(),
                1,
                "there is no such folder",
                "name the folder that holds index.yaml"));
  }

  @Test
  void findsAMissingIndexAndNothingThatFollowsFromIt() throws IOException {
    seeds.delete("index.yaml");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "index.yaml", 1, "the file cannot be read", "see that it exists and is readable"));
  }

  @Test
  void findsAListedFileThatIsNotThere() throws IOException {
    seeds.replace("index.yaml", "tracks: \\[", "tracks: [alchemy, ");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "tracks/alchemy.yaml",
                1,
                "the file cannot be read",
                "see that it exists and is readable"));
  }

  @Test
  void findsAFileThatIsNotListed() throws IOException {
    seeds.write("tracks/alchemy.yaml", "id: alchemy\n");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "tracks/alchemy.yaml",
                1,
                "nothing leads to this file",
                "list it in index.yaml, or take it away"));
  }

  @Test
  void findsAFileWhoseNameIsMisspelt() throws IOException {
    seeds.write("team.yml", seeds.text("teams.yaml")).delete("teams.yaml");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "team.yml", 1, "nothing leads to this file", "did you mean \"teams.yaml\"?"),
            new ContentProblem(
                "teams.yaml", 1, "the file cannot be read", "see that it exists and is readable"));
  }

  @Test
  void findsWhereAFileIsNotYaml() throws IOException {
    int line = seeds.replace("roles.yaml", "(?m)^    summary: >-$", "    summary: a: b");

    assertThat(seeds.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.file()).isEqualTo("roles.yaml");
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.what()).startsWith("not YAML: ");
          assertThat(problem.remedy()).contains("needs quotes");
        });
  }

  @Test
  void findsAnOpenQuoteAnOpenListAndATab() throws IOException {
    seeds.write("teams.yaml", "teams: \"open\n");
    seeds.write("tools.yaml", "tools: [a, b\n");
    seeds.write("definitions.yaml", "definitions:\n\t- id: x\n");

    assertThat(seeds.problems())
        .extracting(ContentProblem::file)
        .containsExactly("definitions.yaml", "teams.yaml", "tools.yaml");
  }

  @Test
  void findsBytesThatAreNotText() throws IOException {
    Files.write(
        seeds.folder().resolve("teams.yaml"),
        "teams: [\u00e9]".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(seeds.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.file()).isEqualTo("teams.yaml");
          assertThat(problem.remedy()).isEqualTo("save it as UTF-8 text");
        });
  }

  @Test
  void findsAnEmptyFile() throws IOException {
    seeds.write("teams.yaml", "# nothing yet\n");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem("teams.yaml", 1, "the file is empty", "fill it, or take it away"));
  }

  @Test
  void findsASecondDocument() throws IOException {
    seeds.write("teams.yaml", "teams: []\n---\nteams: []\n");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "teams.yaml", 2, "a second document begins here", "keep one document a file"));
  }

  @Test
  void findsAnAlias() throws IOException {
    seeds.write("teams.yaml", "teams: &all\n  - *all\n");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "teams.yaml", 2, "an alias (*)", "repeat the value that it refers to"));
  }

  @Test
  void findsAKeyThatIsNotAWord() throws IOException {
    seeds.write("teams.yaml", "teams: []\n? [a]\n: b\n");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "teams.yaml", 2, "a key that is not a word", "write a word as the key"));
  }

  @Test
  void findsWhatIsNestedWithoutEnd() throws IOException {
    seeds.write("teams.yaml", "teams:\n  " + "[".repeat(100_000));

    assertThat(seeds.problems())
        .containsExactly(new ContentProblem("teams.yaml", 2, "nested too deeply", "flatten it"));
  }

  @Test
  void findsAFileOfTheWrongShape() throws IOException {
    seeds.write("teams.yaml", "- id: data-engineers\n");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "teams.yaml",
                1,
                "\"teams.yaml\" is a list, not keys with values",
                "write keys with values"));
  }

  @Test
  void findsAMissingKey() throws IOException {
    int line = seeds.replace(FIRST, "(?m)^    minutes: .*\n", "");
    int day = lineOf(FIRST, "  - day: 1\n");

    assertThat(line).isGreaterThan(day);
    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                FIRST, day, "\"minutes\" is missing", "add it: How long the task takes"));
  }

  @Test
  void findsAMisspeltKey() throws IOException {
    int line = seeds.replace("tracks/machine-learning.yaml", "        parts:", "        part:");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "tracks/machine-learning.yaml",
                line,
                "there is no key \"part\" here",
                "did you mean \"parts\"?"));
  }

  @Test
  void findsAKeyThatIsNothingLikeOurs() throws IOException {
    int line = seeds.replace("teams.yaml", "    roles:", "    xyzzy: 1\n    roles:");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "teams.yaml",
                line,
                "there is no key \"xyzzy\" here",
                "use one of id, name, summary, roles, sources"));
  }

  @Test
  void findsAKeyThatIsThereTwice() throws IOException {
    int line = seeds.replace("teams.yaml", "    roles:", "    name: Again\n    roles:");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "teams.yaml", line, "\"name\" is here a second time", "keep one of them"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "minutes: \\{.*\\} | minutes: {core: 90, stretch: 10} | \"core\" is 90 | write at most 60",
        "minutes: \\{.*\\} | minutes: {core: 5, stretch: 10} | \"core\" is 5 | write at least 30",
        "minutes: \\{.*\\} | minutes: long | \"minutes\" is a text, not a whole number or keys with"
            + " values | write a whole number or keys with values",
        "minutes: \\{.*\\} | minutes: '45' | \"minutes\" is a text, not a whole number or keys with"
            + " values | write a whole number or keys with values",
        "title: .* | title: 42 | \"title\" is a whole number, not a text | put it in quotes",
        "title: .* | title: true | \"title\" is true or false, not a text | put it in quotes",
        "title: .* | title: | \"title\" is nothing, not a text | write a text",
        "title: .* | title: [a] | \"title\" is a list, not a text | write a text",
        "roles: .* | roles: [] | \"roles\" is an empty list | name at least one",
        "roles: .* | roles: mlops-engineer | \"roles\" is a text, not a list | write a list",
        "tools: .* | tools: [git, git] | \"tools\" names something twice | name it once",
        "source: .* | source: here | \"source\" is a text, not keys with values | write keys with"
            + " values",
      })
  void findsAValueThatDoesNotFit(String pattern, String replacement, String what, String remedy)
      throws IOException {
    int line = seeds.replace(FIRST, "(?m)^    " + pattern + "$", "    " + replacement);

    assertThat(seeds.problems()).containsExactly(new ContentProblem(FIRST, line, what, remedy));
  }

  @Test
  void findsATitleThatIsTooLong() throws IOException {
    String title = "a".repeat(71);
    int line = seeds.replace(FIRST, "(?m)^    title: .*$", "    title: " + title);

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                FIRST, line, "\"title\" has 71 characters", "shorten it to at most 70"));
  }

  @Test
  void findsAnIdOfTheWrongForm() throws IOException {
    int line = seeds.replace("definitions.yaml", "- id: \\S+", "- id: ML_Ops");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "definitions.yaml",
                line,
                "\"id\" is \"ML_Ops\"",
                "it should be: Lower-case words joined by hyphens, unique among the entries of its"
                    + " kind"));
  }

  @Test
  void findsATextOfSeveralParagraphs() throws IOException {
    int line =
        seeds.replace("definitions.yaml", "(?m)^    text: >-$", "    text: |-\n      One.\n");

    assertThat(seeds.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.file()).isEqualTo("definitions.yaml");
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.what()).startsWith("\"text\" is \"One. ").endsWith("…\"");
          assertThat(problem.remedy())
              .isEqualTo("it should be: Plain text in one paragraph, without markup");
        });
  }

  @Test
  void findsALevelThatDoesNotExist() throws IOException {
    int line = seeds.replace("certifications.yaml", "level: beginner", "level: beginers");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "certifications.yaml",
                line,
                "\"level\" is \"beginers\"",
                "did you mean \"beginner\"?"));
  }

  @Test
  void findsAnAddressThatIsNone() throws IOException {
    int line = seeds.replace("resources.yaml", "url: https://", "url: www.");

    assertThat(seeds.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.what()).startsWith("\"url\" is \"www.");
          assertThat(problem.remedy()).contains("http or https address");
        });
  }

  @Test
  void findsTwoTopicsWithOneId() throws IOException {
    int first = lineOf("tracks/machine-learning.yaml", "- id: ml-overview\n");
    int line =
        seeds.replace(
            "tracks/mlops.yaml",
            "(?m)^    topics:\n",
            """
                topics:
                  - id: ml-overview
                    name: Once more
                    summary: Once more.
                    source: {document: 002_f574bff754958391.txt, section: "The vow"}
            """);

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "tracks/mlops.yaml",
                line + 1,
                "a second topic has the id \"ml-overview\"",
                "choose another; the first is in tracks/machine-learning.yaml:" + first));
  }

  @ParameterizedTest
  @CsvSource({
    "tracks/mlops.yaml, '(?<=tools: \\[)jenkins', jenkinz, tool, jenkins",
    "journey/01-orientation.yaml, '(?<=topics: \\[)mlops-importance', mlops-importanse, topic,"
        + " mlops-importance",
    "journey/01-orientation.yaml, '(?<=requires: \\[)what-mlops-is-for', what-mlops-is-four, day,"
        + " what-mlops-is-for",
    "journey/02-craft.yaml, '(?<=tools: \\[)python', pythn, tool, python",
    "journey/01-orientation.yaml, '(?<=roles: \\[)mlops-engineer', mlops-enginere, role,"
        + " mlops-engineer",
    "roles.yaml, '(?<=- role: )data-scientist', data-scientits, role, data-scientist",
    "roles.yaml, '(?<=    topics: \\[)mlops-importance', mlops-importanse, topic, mlops-importance",
    "roles.yaml, '(?<=    tools: \\[)git', giit, tool, git",
    "roles.yaml, '(?<=differs:\n"
        + "      - role: )devops-engineer', devop-engineer, role, devops-engineer",
    "teams.yaml, '(?<=roles: \\[)data-engineer', data-engineeer, role, data-engineer",
    "resources.yaml, '(?<=topics: \\[)guide-why-devops-differs', guide-why-devops-difers, topic,"
        + " guide-why-devops-differs",
    "roadmaps.yaml, '(?<=topics: \\[)path-python', path-pythn, topic, path-python",
    "roadmaps.yaml, '(?<=certifications: \\[)deep-learning-specialization',"
        + " deep-learning-specialisation, certification, deep-learning-specialization",
    "roadmaps.yaml, '(?<=resources: \\[)pluralsight', pluralsite, resource, pluralsight",
    "paths.yaml, '(?<=days: \\[)the-terminal', the-terminel, day, the-terminal",
  })
  void findsAReferenceToNothing(
      String file, String pattern, String misspelt, String kind, String meant) throws IOException {
    int line = seeds.replace(file, pattern, misspelt);

    assertThat(seeds.problems())
        .contains(
            new ContentProblem(
                file,
                line,
                "no " + kind + " has the id \"" + misspelt + "\"",
                "did you mean \"" + meant + "\"?"))
        // Leaving a topic uncovered may be the one thing that follows from it.
        .allMatch(
            problem -> problem.what().contains(misspelt) || problem.what().contains("covers"));
  }

  @Test
  void findsAReferenceThatIsNothingLikeAnother() throws IOException {
    int line = seeds.replace("teams.yaml", "roles: \\[data-engineer\\]", "roles: [xyzzy]");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "teams.yaml",
                line,
                "no role has the id \"xyzzy\"",
                "add it to the roles, or leave it out"));
  }

  @Test
  void findsASourceOfAnUnknownDocument() throws IOException {
    int line = seeds.replace("teams.yaml", "003_35b3178e1495cf0a.txt", "003_35b3178e1495cf0b.txt");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "teams.yaml",
                line,
                "no document has the id \"003_35b3178e1495cf0b.txt\"",
                "did you mean \"003_35b3178e1495cf0a.txt\"?"));
  }

  @Test
  void findsASourceInAnUnknownSection() throws IOException {
    int line =
        seeds.replace(FIRST, "Unit 1: Introduction to MLOps", "Unit 1: Introduction to MLop");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                FIRST,
                line,
                "002_f574bff754958391.txt has no section \"Unit 1: Introduction to MLop\"",
                "did you mean \"Unit 1: Introduction to MLOps\"?"));
  }

  @Test
  void findsADayWithTheWrongNumber() throws IOException {
    int line = seeds.replace(FIRST, "(?m)^  - day: 3$", "  - day: 33");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                FIRST,
                line,
                "this is day 3 of the journey and has the number 33",
                "number the days from 1 without gaps, through the stages as index.yaml orders"
                    + " them"));
  }

  @Test
  void findsAJourneyThatIsTooShort() throws IOException {
    seeds.write(LAST, seeds.text(LAST).replaceFirst("(?s)  - day: 180\n.*", ""));
    int line = lineOf("index.yaml", "journey:\n") + 1;

    assertThat(seeds.problems())
        .contains(
            new ContentProblem(
                "index.yaml", line, "the journey has 179 days", "add 1, it takes 180"))
        // What only the last day taught is missed as well.
        .allMatch(
            problem -> problem.file().equals("index.yaml") || problem.what().contains("no day"));
  }

  @Test
  void findsAJourneyThatIsTooLong() throws IOException {
    String last = seeds.text(LAST);
    String more =
        last.substring(last.indexOf("  - day: 180\n"))
            .replace("day: 180", "day: 181")
            .replaceFirst("id: .*", "id: one-too-many")
            .replaceFirst("title: .*", "title: One too many");
    seeds.write(LAST, last.stripTrailing() + "\n" + more);

    assertThat(seeds.found().faults())
        .extracting(ContentProblem::what)
        .containsExactly("the journey has 181 days", "\"day\" is 181");
  }

  @Test
  void findsATitleThatIsThereTwice() throws IOException {
    int first = lineOf(FIRST, "    title: What MLOps is for\n");
    int line = seeds.replace(LAST, "(?m)^    title: .*$", "    title: what mlops IS FOR");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                LAST,
                line,
                "a second day is called \"what mlops IS FOR\"",
                "choose another title; the first is in " + FIRST + ":" + first));
  }

  @Test
  void findsADayThatRestsOnALaterOne() throws IOException {
    int line = seeds.replace(FIRST, "requires: \\[\\]", "requires: [looking-back]");
    String looking = seeds.text(LAST).replaceAll("(?s).*id: looking-back\n", "");
    seeds.write(
        LAST,
        seeds.text(LAST).replace(looking, looking.replaceFirst("requires: .*", "requires: []")));

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                FIRST,
                line,
                "\"what-mlops-is-for\" rests on \"looking-back\", which comes later",
                "move that day before this one, or require an earlier one"));
  }

  @Test
  void findsDaysThatRestOnEachOther() throws IOException {
    int line = seeds.replace(FIRST, "requires: \\[\\]", "requires: [the-ml-lifecycle]");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                FIRST,
                line,
                "\"what-mlops-is-for\" rests on \"the-ml-lifecycle\", which rests on it in turn",
                "leave one of them out of what the other requires"));
  }

  @Test
  void findsADayThatRestsOnItself() throws IOException {
    int line = seeds.replace(FIRST, "requires: \\[\\]", "requires: [what-mlops-is-for]");

    assertThat(seeds.problems()).extracting(ContentProblem::line).containsExactly(line);
  }

  @Test
  void findsATopicThatNoDayCovers() throws IOException {
    int line =
        seeds.replace(
            "tracks/machine-learning.yaml",
            "(?m)^    topics:\n",
            """
                topics:
                  - id: alchemy
                    name: Alchemy
                    summary: Gold from lead.
                    source: {document: 002_f574bff754958391.txt, section: "The vow"}
            """);

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                "tracks/machine-learning.yaml",
                line + 1,
                "no day of the journey covers the topic \"alchemy\"",
                "add it to the topics of a day"));
  }

  @Test
  void findsEverythingAtOnceSortedByFileAndLine() throws IOException {
    seeds.write("teams.yaml", "teams: [\n");
    seeds.replace("certifications.yaml", "level: beginner", "level: none");
    seeds.replace(FIRST, "core: \\d+", "core: 1");
    seeds.replace(FIRST, "(?m)^    title: .*$", "    title: ''");

    assertThat(seeds.problems())
        .hasSize(4)
        .isSorted()
        .extracting(ContentProblem::file)
        .containsExactly("certifications.yaml", FIRST, FIRST, "teams.yaml");
  }

  private int lineOf(String file, String text) throws IOException {
    String before = seeds.text(file);
    return 1
        + (int) before.substring(0, before.indexOf(text)).chars().filter(c -> c == '\n').count();
  }
}
