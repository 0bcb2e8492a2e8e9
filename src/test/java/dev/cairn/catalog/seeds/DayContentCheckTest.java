package dev.cairn.catalog.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a day that teaches has to be. Each test breaks content in which only day 3 and day 4 teach,
 * and is told of that and nothing else.
 */
class DayContentCheckTest {
  private static final String FIRST = GeneratedSeeds.FIRST;
  private static final String TERMS = GeneratedSeeds.TERMS;

  private Path parent;
  private EditedSeeds seeds;

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    parent = folder;
    seeds = GeneratedSeeds.below(folder, Set.of(3, 4));
  }

  @Test
  void findsNothingWhereNothingIsWrong() {
    assertThat(seeds.found().problems()).isEmpty();
    assertThat(seeds.found().warnings()).isEmpty();
  }

  @Test
  void takesContentThatOnlySetsTasks(@TempDir Path folder) throws IOException {
    EditedSeeds old = GeneratedSeeds.below(folder.resolve("old"), Set.of());
    old.replace(FIRST, "Reason 1 is good.", "Who heeds it mends it.");

    assertThat(old.found().problems()).isEmpty();
  }

  @Test
  void takesContentInWhichEveryDayTeaches() throws IOException {
    assertThat(everyDay().problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"steps", "hints", "done_when", "pitfall", "needs"})
  void findsWhatADayLacks(String key) throws IOException {
    int line = lineOf(FIRST, "  - day: 3\n");
    seeds.replace(FIRST, "(?m)^    " + key + ":.*\n", "");

    assertThat(seeds.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.what()).isEqualTo("\"" + key + "\" is missing");
        });
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "word3-119 word3-120\\. | word3-119. | \"explain\" has 119 words | explain the idea in 120"
            + " to 200",
        "why: Reason 3 is good\\. | why: One 3. Two 3. Three 3. | \"why\" has 3 sentences | say it"
            + " in at most 2",
        "task: Do task 3 now\\. | task: Do task 3. Now. | \"task\" has 2 sentences | say it in one",
        "steps: \\[Do 3 first, | steps: [ | \"steps\" is a list of 2 | name at least 3",
        "hints: \\[Look at 3\\] | hints: [Look, Look on, Look 3, See] | \"hints\" is a list of 4 |"
            + " name at most 3",
        "minutes: \\{core: 40, stretch: 20\\} | minutes: {core: 90, stretch: 20} | \"core\" is 90 |"
            + " write at most 60",
        "minutes: \\{core: 40, stretch: 20\\} | minutes: {core: 40} | there are no minutes for this"
            + " | add stretch to the minutes",
        "stretch: Do more of 3\\. | kind: lesson | there are minutes for a stretch, and \"stretch\""
            + " is missing | say what to do with them",
        "alternative: Do 3 on paper\\. | kind: review | not everybody has what this needs: docker |"
            + " say in \"alternative\" how to do the day without",
        "needs: \\[docker\\] | needs: [python, none] | it needs none, and something | leave one of"
            + " them out",
        "needs: \\[docker\\] | needs: [dokcer] | \"needs\" is \"dokcer\" | did you mean"
            + " \"docker\"?",
        "answer: 7.5 | answer: many | the answer is not a number | add four \"options\" to choose"
            + " from, or the forms to \"accept\"",
        "\\s+tolerance: 0.5 | `` | a number without a tolerance | say in \"tolerance\" how far off"
            + " an answer may be, 0 if not at all",
        "tolerance: 0.5 | tolerance: 4 | a tolerance of more than half of the answer | narrow it,"
            + " so that a wrong answer falls outside",
        "tolerance: 0.5 | tolerance: -1 | \"tolerance\" is -1 | write at least 0",
        "answer: 7.5\\n"
            + "        tolerance: 0.5 | answer: 7.523\\n"
            + "        tolerance: 0 | no tolerance, for an answer with more than two decimals |"
            + " allow for rounding",
        "answer: blue | answer: bleu | the answer is none of the options | did you mean \"blue\"?",
        "options: \\[red, green | options: [red., red | two options say the same: \"red\" | write"
            + " four that differ",
        "red, green, blue, grey | \"0.5\", \"0.50\", blue, grey | two options say the same:"
            + " \"0.50\" | write four that differ",
        "red, green, blue, grey | red, green, blue | \"options\" is a list of 3 | name at least 4",
        "answer: blue | answer: blue\\n"
            + "        tolerance: 1 | only a number has a tolerance | leave it out, or ask for a"
            + " number",
        "answer: blue | answer: blue\\n"
            + "        accept: [blue] | this has both options and accepted forms | keep the"
            + " options, or the forms",
        "answer: shape | answer: size | the answer is not among the accepted forms | add it to"
            + " them",
        "What is it called on day 3\\? | What is shape on day 3? | the question gives the answer"
            + " away | ask for it in other words",
        "What is first on day 3\\? | Which beginning is first on day 3? | the question gives the"
            + " answer away | ask without the words of the answer",
        "id: which | id: how-many | a second check of this day has the id \"how-many\" | choose"
            + " another",
        "id: two, | id: one, | a second card of this day has the id \"one\" | choose another",
        "Forgetting 3 is easy | Heed 3 | \"Heed\" reads as translated | say \"follow\", \"respect\""
            + " or \"take into account\"",
        "Forgetting 3 is easy | Who forgets 3 is lost | \"Who\" begins a sentence that asks nothing"
            + " | say \"people who\" or \"whoever\"",
        "terms: \\[term\\] | terms: [trem] | no term has the id \"trem\" | did you mean \"term\"?",
        "blog: Words on 3\\. | blog: Words on 3.\\n"
            + "    resources: [resuorce] | no resource has the id \"resuorce\" | did you mean"
            + " \"resource\"?",
      })
  void findsWhatIsWrongWithADay(String pattern, String replacement, String what, String remedy)
      throws IOException {
    String text = seeds.text(FIRST);
    int from = text.indexOf("  - day: 3\n");
    int to = text.indexOf("  - day: 4\n");
    String day = text.substring(from, to);
    String broken =
        day.replaceFirst(pattern.replace("\\n", "\n"), replacement.replace("\\n", "\n"));
    assertThat(broken).isNotEqualTo(day);
    seeds.write(FIRST, text.substring(0, from) + broken + text.substring(to));

    assertThat(seeds.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.what()).isEqualTo(what);
          assertThat(problem.remedy()).isEqualTo(remedy);
          assertThat(problem.file()).isEqualTo(FIRST);
          assertThat(problem.line()).isGreaterThan(1);
        });
  }

  @Test
  void takesAnExplanationHoweverItsLinesAreBroken() throws IOException {
    seeds.replace(FIRST, "explain: \\|-", "explain: >-");

    assertThat(seeds.problems()).isEmpty();
  }

  @Test
  void takesCodeBelowAStep() throws IOException {
    String code = "[\"Type it:\\\\nimport numpy as np\\\\n    x = 1\", ";
    seeds.replace(FIRST, "steps: \\[Do 3 first, ", "steps: " + code);
    seeds.replace(FIRST, "steps: \\[Do 4 first, ", "steps: " + code.replace("Type", "Write"));

    assertThat(seeds.problems()).isEmpty();
    assertThat(CatalogLoader.load(seeds.folder()).journey().get(2).steps().getFirst())
        .isEqualTo("Type it:\nimport numpy as np\n    x = 1");
  }

  @Test
  void findsASentenceInTwoDays() throws IOException {
    int first = lineOf(FIRST, "    pitfall: Forgetting 3 is easy.");
    int line =
        seeds.replace(FIRST, "Forgetting 4 is easy", "Four is hard. Forgetting 3 -- is EASY");

    assertThat(seeds.problems())
        .containsExactly(
            new ContentProblem(
                FIRST,
                line,
                "another day says this too: \"Forgetting 3 -- is EASY.\"",
                "say it in this day's own words; the other is in " + FIRST + ":" + first));
  }

  @Test
  void findsACardThatIsThereTwice() throws IOException {
    int first = lineOf(FIRST, "question: \"What is first on day 3?");
    int line = seeds.replace(FIRST, "What is first on day 4\\?", "What is first on day 3?");

    assertThat(seeds.problems())
        .contains(
            new ContentProblem(
                FIRST,
                line,
                "a second card asks this",
                "ask something else; the first is in " + FIRST + ":" + first));
  }

  @Test
  void warnsOfAFormThatIsAcceptedAnyway() throws IOException {
    int line = seeds.replace(FIRST, "accept: \\[shape, ", "accept: [shape, .Shape, ");

    assertThat(seeds.problems()).isEmpty();
    assertThat(seeds.found().warnings())
        .containsExactly(
            new ContentProblem(
                FIRST,
                line,
                "\".Shape\" is accepted already",
                "leave it out: case, space and punctuation at the ends do not count"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "Doing a thing twice | Idempotence is doing a thing twice | the definition of"
            + " \"idempotence\" uses its own name",
        "A script that can be run again without harm has it\\. | `` | the definition of"
            + " \"idempotence\" has 1 sentence",
        "Doing a thing twice has the effect of doing it once | It stands for a thing | \"stands"
            + " for\" reads as translated",
        "- id: term | - id: other | no day uses the term \"other\"",
      })
  void findsATermThatExplainsNothing(String pattern, String replacement, String what)
      throws IOException {
    seeds.replace(TERMS, pattern, replacement);

    assertThat(seeds.problems()).extracting(ContentProblem::what).contains(what);
  }

  @Test
  void findsTermsThatCannotBeToldApart() throws IOException {
    String term = seeds.text(TERMS).substring("terms:\n".length());
    seeds.write(
        TERMS,
        seeds.text(TERMS)
            + term.replace("id: term", "id: again")
                .replace("synonyms:", "confused_with: [again]\n    synonyms:"));
    seeds.replace(FIRST, "terms: \\[term\\]", "terms: [term, again]");

    assertThat(seeds.problems())
        .extracting(ContentProblem::what)
        .containsExactly(
            "a second term is called \"idempotence\"", "a term cannot be confused with itself");
  }

  @Test
  void asksMoreOfAJourneyInWhichEveryDayTeaches() throws IOException {
    EditedSeeds all = everyDay();
    all.replace("tracks/track.yaml", "(?s)      - id: topic\n.*", "$0$0");
    all.replace("tracks/track.yaml", "(?s)(id: topic.*)id: topic", "$1id: second");
    all.replace(GeneratedSeeds.LAST, "topics: \\[topic\\]", "topics: [topic, second]");
    all.replace("roles.yaml", "Patience", "Heed");
    all.write(FIRST, all.text(FIRST).replaceAll("title: Title (\\d+)", "title: 'Title: $1'"));

    assertThat(all.problems())
        .extracting(ContentProblem::what)
        .containsExactlyInAnyOrder(
            "the topic \"second\" leads no day",
            "90 titles have a colon",
            "\"Heed\" reads as translated");
  }

  @Test
  void takesADayWithoutATopic() throws IOException {
    seeds.replace(FIRST, "topics: \\[topic\\]", "topics: []");

    assertThat(seeds.problems()).isEmpty();
    assertThat(CatalogLoader.load(seeds.folder()).journey().getFirst().track()).isNull();
  }

  @Test
  void startsWithContentThatIsOnlyPoor() throws IOException {
    seeds.replace(FIRST, "Forgetting 3 is easy", "Heed 3");

    assertThat(seeds.problems()).hasSize(1);
    assertThat(CatalogLoader.load(seeds.folder()).journey()).hasSize(180);
  }

  @Test
  void warnsOfANoteThatIsOldAndOfADayThatLeadsToAClosedDoor() throws IOException {
    int line = status("tools.yaml", "retired", "2026-06-03");
    int day = lineOf(FIRST, "    tools: [tool]");

    assertThat(seeds.problems()).isEmpty();
    assertThat(seeds.found().warnings())
        .extracting(ContentProblem::file, ContentProblem::line, ContentProblem::what)
        .startsWith(
            tuple(FIRST, day, "this day leads to \"tool\", which is closed or unmaintained"))
        .endsWith(tuple("tools.yaml", line, "nobody has looked at this for 181 days"))
        .hasSize(181);
  }

  @ParameterizedTest
  @CsvSource({"2026-06-03, 1", "2026-06-04, 0"})
  void warnsOfANoteAfterHalfAYear(String checked, int warnings) throws IOException {
    for (String file : new String[] {"tools.yaml", "certifications.yaml", "resources.yaml"}) {
      status(file, "offered", checked);
    }
    seeds.replace(
        "roadmaps.yaml",
        "        source:",
        "        status: {state: offered, checked: " + checked + "}\n        source:");

    assertThat(seeds.problems()).isEmpty();
    assertThat(seeds.found().warnings()).hasSize(4 * warnings);
    assertThat(CatalogCheck.check(seeds.folder(), LocalDate.of(2027, 12, 1)).warnings()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "retired | 2026-02-30 | \"2026-02-30\" is no date | write a date of the calendar",
        "retired | 2027-01-01 | this is in the future | write the date on which it was seen",
        "renamed | 2026-11-28 | it was renamed to nothing | name it in \"successor\"",
        "closed | 2026-11-28 | \"state\" is \"closed\" | write one of offered, renamed, retired,"
            + " unmaintained",
      })
  void findsANoteThatCannotBe(String state, String checked, String what, String remedy)
      throws IOException {
    int line = status("certifications.yaml", state, checked);

    assertThat(seeds.problems())
        .containsExactly(new ContentProblem("certifications.yaml", line, what, remedy));
  }

  @Test
  void takesANoteThatSaysThatNobodyCouldVerifyItAndNoneThatSaysNothing() throws IOException {
    String told = "    status: {note: Nobody could verify it., checked: 2026-11-28}\n";
    seeds.replace("certifications.yaml", "    sources:", told + "    sources:");
    assertThat(seeds.problems()).isEmpty();

    int line =
        seeds.replace(
            "tools.yaml", "    sources:", "    status: {checked: 2026-11-28}\n    sources:");
    assertThat(seeds.problems())
        .singleElement()
        .isEqualTo(
            new ContentProblem(
                "tools.yaml",
                line,
                "this says nothing",
                "give its \"state\", or say in \"note\" that it could not be verified"));
  }

  private int status(String file, String state, String checked) throws IOException {
    return seeds.replace(
        file,
        "    sources:",
        "    status: {state: " + state + ", checked: " + checked + "}\n    sources:");
  }

  private EditedSeeds everyDay() throws IOException {
    return GeneratedSeeds.below(
        parent.resolve("all"), IntStream.rangeClosed(1, 180).boxed().collect(Collectors.toSet()));
  }

  private int lineOf(String file, String text) throws IOException {
    String before = seeds.text(file);
    return 1
        + (int) before.substring(0, before.indexOf(text)).chars().filter(c -> c == '\n').count();
  }
}
