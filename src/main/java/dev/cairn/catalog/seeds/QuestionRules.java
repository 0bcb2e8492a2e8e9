package dev.cairn.catalog.seeds;

import dev.cairn.catalog.answer.NumericAnswer;
import dev.cairn.catalog.answer.ShortText;
import dev.cairn.catalog.prose.Prose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks that the questions of days can be judged, and that flashcards ask something that they do
 * not answer themselves.
 */
final class QuestionRules {
  /** Words that give nothing away. */
  private static final Set<String> SMALL_WORDS =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "because", "but", "by", "can", "does", "each",
          "for", "from", "has", "have", "how", "if", "in", "into", "is", "it", "its", "of", "on",
          "one", "only", "or", "so", "than", "that", "the", "their", "them", "then", "there",
          "they", "this", "to", "was", "what", "when", "where", "which", "who", "why", "will",
          "with", "you", "your");

  /** A wider tolerance would take in answers that nobody would call right. */
  private static final BigDecimal WIDEST_SHARE = new BigDecimal("0.5");

  private final SeedTree tree;
  private final List<ContentProblem> faults = new ArrayList<>();
  private final List<ContentProblem> flaws = new ArrayList<>();
  private final List<ContentProblem> warnings = new ArrayList<>();

  QuestionRules(SeedTree tree) {
    this.tree = tree;
  }

  Findings check() {
    Map<String, SeedNode> questions = new HashMap<>();
    for (SeedNode day : tree.entries(Kind.DAY)) {
      checkIds(day.items("checks"), "check");
      checkIds(day.items("cards"), "card");
      day.items("checks").forEach(this::checkCheck);
      day.items("cards").forEach(card -> checkCard(card, questions));
    }
    return new Findings(faults, flaws, warnings);
  }

  private void checkIds(List<SeedNode> entries, String label) {
    Set<String> ids = new HashSet<>();
    for (SeedNode entry : entries) {
      entry
          .find("id")
          .filter(id -> !ids.add(id.text().orElse("")))
          .ifPresent(id ->
              faults.add(
                  id.problem(
                      "a second "
                          + label
                          + " of this day has the id \""
                          + id.text().orElse("")
                          + "\"",
                      "choose another")));
    }
  }

  private void checkCheck(SeedNode check) {
    Optional<SeedNode> answer = check.find("answer");
    if (answer.flatMap(SeedNode::text).isEmpty()) {
      return; // The schema has its say on that.
    }
    String right = answer.get().text().orElseThrow();
    if (check.find("options").isPresent() && check.find("accept").isPresent()) {
      faults.add(
          check.problem(
              "this has both options and accepted forms", "keep the options, or the forms"));
    } else if (check.find("options").isPresent()) {
      checkOptions(check, answer.get(), right);
      checkNoTolerance(check);
    } else if (check.find("accept").isPresent()) {
      checkForms(check, answer.get(), right);
      checkNoTolerance(check);
    } else {
      checkNumber(check, answer.get(), right);
    }
  }

  private void checkNoTolerance(SeedNode check) {
    for (String key : List.of("tolerance", "unit")) {
      check
          .find(key)
          .ifPresent(node ->
              flaws.add(
                  node.problem("only a number has a " + key, "leave it out, or ask for a number")));
    }
  }

  private void checkOptions(SeedNode check, SeedNode answer, String right) {
    List<String> options = check.texts("options");
    if (!options.contains(right)) {
      faults.add(
          answer.problem(
              "the answer is none of the options",
              Remedy.of(right, options, "repeat one of them letter for letter")));
    }
    repeated(check.items("options"), ShortText::normalised)
        .or(() -> repeated(check.items("options"), QuestionRules::number))
        .ifPresent(option ->
            flaws.add(
                option.problem(
                    "two options say the same: \"" + option.text().orElse("") + "\"",
                    "write four that differ")));
  }

  /** The number that an option is; an option that is none is only itself. */
  private static String number(String option) {
    return NumericAnswer.read(option)
        .filter(number -> number.rest().isEmpty())
        .map(number -> number.readings().getFirst().stripTrailingZeros().toPlainString())
        .orElse(option);
  }

  /** The first entry of a list that says what one before it said. */
  private static Optional<SeedNode> repeated(
      List<SeedNode> entries, Function<String, String> folded) {
    Set<String> seen = new HashSet<>();
    return entries.stream()
        .filter(entry -> !seen.add(folded.apply(entry.text().orElse(""))))
        .findFirst();
  }

  private void checkForms(SeedNode check, SeedNode answer, String right) {
    List<String> forms = check.texts("accept").stream().map(ShortText::normalised).toList();
    String wanted = ShortText.normalised(right);
    if (!forms.contains(wanted)) {
      flaws.add(answer.problem("the answer is not among the accepted forms", "add it to them"));
    }
    repeated(check.items("accept"), ShortText::normalised)
        .ifPresent(form ->
            warnings.add(
                form.problem(
                    "\"" + form.text().orElse("") + "\" is accepted already",
                    "leave it out: case, space and punctuation at the ends do not count")));
    if (contains(check.text("ask").orElse(""), right)) {
      flaws.add(
          check
              .find("ask")
              .orElseThrow()
              .problem("the question gives the answer away", "ask for it in other words"));
    }
  }

  private static boolean contains(String text, String phrase) {
    String words = Prose.folded(phrase);
    return !words.isEmpty() && (" " + Prose.folded(text) + " ").contains(" " + words + " ");
  }

  private void checkNumber(SeedNode check, SeedNode answer, String right) {
    BigDecimal number;
    try {
      number = new BigDecimal(right);
    } catch (NumberFormatException e) {
      faults.add(
          answer.problem(
              "the answer is not a number",
              "add four \"options\" to choose from, or the forms to \"accept\""));
      return;
    }
    Optional<SeedNode> given = check.find("tolerance");
    if (given.isEmpty()) {
      flaws.add(
          answer.problem(
              "a number without a tolerance",
              "say in \"tolerance\" how far off an answer may be, 0 if not at all"));
      return;
    }
    BigDecimal tolerance;
    try {
      tolerance = new BigDecimal(given.get().text().orElse(""));
    } catch (NumberFormatException e) {
      return; // The schema has its say on that.
    }
    if (number.signum() != 0 && tolerance.compareTo(number.abs().multiply(WIDEST_SHARE)) > 0) {
      flaws.add(
          given
              .get()
              .problem(
                  "a tolerance of more than half of the answer",
                  "narrow it, so that a wrong answer falls outside"));
    }
    if (tolerance.signum() == 0 && number.stripTrailingZeros().scale() > 2) {
      flaws.add(
          given
              .get()
              .problem(
                  "no tolerance, for an answer with more than two decimals", "allow for rounding"));
    }
  }

  private void checkCard(SeedNode card, Map<String, SeedNode> questions) {
    String question = Prose.folded(card.text("question").orElse(""));
    SeedNode at = card.find("question").orElse(card);
    SeedNode first = questions.putIfAbsent(question, at);
    if (first != null) {
      flaws.add(
          at.problem(
              "a second card asks this",
              "ask something else; the first is in " + first.file() + ":" + first.line()));
    }
    Set<String> asked = new HashSet<>(Arrays.asList(question.split(" ", -1)));
    List<String> content =
        Arrays.stream(Prose.folded(card.text("answer").orElse("")).split(" ", -1))
            .filter(word -> !word.isEmpty() && !SMALL_WORDS.contains(word))
            .toList();
    if (!content.isEmpty() && asked.containsAll(content)) {
      flaws.add(
          at.problem("the question gives the answer away", "ask without the words of the answer"));
    }
  }
}
