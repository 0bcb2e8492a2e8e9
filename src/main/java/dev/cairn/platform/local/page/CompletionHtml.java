package dev.cairn.platform.local.page;

import static j2html.TagCreator.b;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.platform.local.playground.Candidate;
import dev.cairn.platform.local.playground.LineCompletion;
import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.LiTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the composer offers while somebody types: what the command takes, and how to go on. */
final class CompletionHtml {
  private CompletionHtml() {}

  static DivTag of(LineCompletion completion) {
    CommandSpec command = completion.command();
    return div(
            iff(command != null, command == null ? text("") : hint(command, completion.option())),
            iff(!completion.candidates().isEmpty(), list(completion.candidates())))
        .attr("data-from", completion.from());
  }

  private static DomContent hint(CommandSpec command, @Nullable String active) {
    return p(
            code(
                text("/" + command.name()),
                each(command.typedOptions(), option -> usage(option, active))),
            span(
                command.typedOptions().stream()
                    .filter(option -> option.name().equals(active))
                    .map(Option::description)
                    .findFirst()
                    .orElse(command.summary())))
        .withClass("usage");
  }

  private static DomContent usage(Option<?> option, @Nullable String active) {
    String name = option.required() ? "<" + option.name() + ">" : "[" + option.name() + "]";
    return option.name().equals(active) ? span(text(" "), b(name)) : span(" " + name);
  }

  private static DomContent list(List<Candidate> candidates) {
    List<LiTag> entries =
        java.util.stream.IntStream.range(0, candidates.size())
            .mapToObj(i -> entry(candidates.get(i), i))
            .toList();
    return ul().with(entries)
        .attr("role", "listbox")
        .attr("tabindex", "0")
        .withId("candidates")
        .attr("aria-label", "Completions");
  }

  private static LiTag entry(Candidate candidate, int index) {
    return li(
            span(candidate.label()).withClass("label"),
            span(candidate.detail()).withClass("detail"))
        .withId("candidate-" + index)
        .attr("role", "option")
        .attr("aria-selected", "false")
        .attr("data-insert", candidate.insert());
  }
}
