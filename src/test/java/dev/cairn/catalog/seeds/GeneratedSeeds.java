package dev.cairn.catalog.seeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The least content that passes the check: one entry of each kind and 180 days {@code day-1} to
 * {@code day-180} in two stages. Some of the days teach; the others only set a task.
 */
public final class GeneratedSeeds {
  public static final String FIRST = "journey/01-first.yaml";
  static final String LAST = "journey/02-last.yaml";
  static final String TERMS = "terms/01-first.yaml";
  private static final int DAYS_IN_FIRST = 90;
  private static final String SOURCE = "{document: document.txt, section: The section}";

  private GeneratedSeeds() {}

  /** Writes content in which these days teach. */
  public static EditedSeeds below(Path parent, Set<Integer> teaching) throws IOException {
    Path folder = parent.resolve("generated");
    write(
        folder,
        "index.yaml",
        """
        tracks: [track]
        journey: [01-first, 02-last]
        %s\
        """
            .formatted(teaching.isEmpty() ? "" : "terms: [01-first]\n"));
    write(
        folder,
        "documents.yaml",
        """
        documents:
          - id: document.txt
            title: The document
            summary: It has a section.
            sections:
              - {name: The section}
        """);
    write(
        folder,
        "tracks/track.yaml",
        """
        id: track
        name: The track
        summary: It has a unit.
        source: %1$s
        units:
          - id: unit
            name: The unit
            summary: It has a topic.
            source: %1$s
            topics:
              - id: topic
                name: The topic
                summary: It leads every day.
                source: %1$s
        """
            .formatted(SOURCE));
    write(
        folder,
        "roles.yaml",
        """
        roles:
          - id: role
            name: The role
            summary: Studies.
            does: [Reads]
            strengths: [Patience]
            works_with: []
            topics: [topic]
            tools: [tool]
            differs: []
            sources: [%s]
        """
            .formatted(SOURCE));
    for (String kind : new String[] {"tool", "certification", "resource", "team", "definition"}) {
      write(folder, kind + "s.yaml", entry(kind));
    }
    write(
        folder,
        "roadmaps.yaml",
        """
        roadmaps:
          - id: roadmap
            name: The roadmap
            background: Newcomer
            summary: One step.
            steps:
              - name: The step
                summary: Take the certificate.
                topics: [topic]
                certifications: [certification]
                source: %1$s
            sources: [%1$s]
        """
            .formatted(SOURCE));
    if (!teaching.isEmpty()) {
      write(
          folder,
          TERMS,
          """
          terms:
            - id: term
              name: idempotence
              definition: >-
                Doing a thing twice has the effect of doing it once. A script that can be run again without harm has it.
              synonyms: [repeatability]
              abbreviations: [IDP]
              spellings: [idem-potence]
              source: %s
          """
              .formatted(SOURCE));
    }
    write(folder, FIRST, stage("First", 1, DAYS_IN_FIRST, teaching));
    write(folder, LAST, stage("Last", DAYS_IN_FIRST + 1, 180, teaching));
    return new EditedSeeds(folder);
  }

  private static String entry(String kind) {
    String what =
        switch (kind) {
          case "certification" ->
              "provider: P\n    level: beginner\n    kind: certificate\n    focus: F.\n    advice: A.";
          case "resource" -> "kind: book\n    summary: S.\n    topics: [topic]";
          case "team" -> "summary: S.\n    roles: [role]";
          case "definition" -> "text: T.";
          default -> "summary: S.";
        };
    return """
    %1$ss:
      - id: %1$s
        name: The %1$s
        %2$s
        sources: [%3$s]
    """
        .formatted(kind, what, SOURCE);
  }

  private static String stage(String name, int from, int to, Set<Integer> teaching) {
    return "stage: "
        + name
        + "\nsummary: Days.\ndays:\n"
        + IntStream.rangeClosed(from, to)
            .mapToObj(day -> teaching.contains(day) ? teaching(day) : plain(day))
            .collect(Collectors.joining("\n"));
  }

  private static String plain(int day) {
    return head(day)
        + """
            task: Do task %1$d now. Look at %1$d then.
            minutes: 45
        """
            .formatted(day)
        + tail(day);
  }

  /** A day with all that a day can have. */
  private static String teaching(int day) {
    return head(day)
        + """
            explain: |-
              %2$s

              %3$s
            terms: [term]
            task: Do task %1$d now.
            steps: [Do %1$d first, Do %1$d second, Do %1$d third]
            hints: [Look at %1$d]
            done_when: Task %1$d is there to see.
            checks:
              - id: how-many
                ask: How many are there on day %1$d?
                answer: 7.5
                tolerance: 0.5
                unit: rows
                why: They were counted on day %1$d.
              - id: which
                ask: Which one is it on day %1$d?
                options: [red, green, blue, grey]
                answer: blue
                why: It was seen to be so on day %1$d.
              - id: what
                ask: What is it called on day %1$d?
                accept: [shape, the shape]
                answer: shape
                why: That is the name on day %1$d.
            cards:
              - {id: one, question: "What is first on day %1$d?", answer: A beginning.}
              - {id: two, question: "What is last on day %1$d?", answer: An end.}
            pitfall: Forgetting %1$d is easy.
            minutes: {core: 40, stretch: 20}
            stretch: Do more of %1$d.
            needs: [docker]
            alternative: Do %1$d on paper.
        """
            .formatted(day, words(day, 1), words(day, 61))
        + tail(day);
  }

  private static String head(int day) {
    return """
      - day: %1$d
        id: day-%1$d
        title: Title %1$d
        topics: [topic]
        requires: [%2$s]
        why: Reason %1$d is good.
        outcome: Do what %1$d asks.
    """
        .formatted(day, day == 1 ? "" : "day-" + (day - 1));
  }

  private static String tail(int day) {
    return """
        discuss: What of %1$d?
        blog: Words on %1$d.
        tools: [tool]
        roles: [role]
        source: %2$s
    """
        .formatted(day, SOURCE);
  }

  /** Sixty words. */
  private static String words(int day, int from) {
    return IntStream.range(from, from + 60)
        .mapToObj(word ->
            (word % 10 == 1 ? "Word" : "word") + day + "-" + word + (word % 10 == 0 ? "." : ""))
        .collect(Collectors.joining(" "));
  }

  private static void write(Path folder, String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
