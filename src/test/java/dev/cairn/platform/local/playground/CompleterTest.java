package dev.cairn.platform.local.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompleterTest {
  private final Playground playground = PlaygroundFixture.playground();

  @Test
  void aSlashOffersEveryCommandThatTheMemberMayGive() {
    assertThat(labels("asha", "/")).contains("/topic [about] [day]").doesNotContain("/announce");
    assertThat(labels("mod", "/")).contains("/announce");
    assertThat(complete("asha", "hello").candidates()).isEmpty();
  }

  @Test
  void commandsThatBeginAsTypedComeFirst() {
    assertThat(inserts("/st")).startsWith("streak ");
    assertThat(inserts("/group c")).containsExactly("group create ");
    assertThat(complete("asha", "/study to").from()).isEqualTo("/study ".length());
    assertThat(inserts("/study to")).containsExactly("topic ");
  }

  @Test
  void afterTheCommandItsOptionsAreOffered() {
    LineCompletion completion = complete("asha", "/topic ");

    assertThat(completion.command()).isNotNull();
    assertThat(completion.option()).isEqualTo("about");
    assertThat(inserts("/topic ")).startsWith("about:", "day:").contains("\"Data drift\" ");
    assertThat(inserts("/topic d")).startsWith("day:");
  }

  @Test
  void anOptionThatWasGivenIsNotOfferedAgain() {
    assertThat(inserts("/topic about:\"Data drift\" ")).containsExactly("day:");
    assertThat(inserts("/topic about:\"Data d")).doesNotContain("day:");
  }

  @Test
  void afterItsNameAnOptionsValuesAreOffered() {
    assertThat(inserts("/topic about:dri")).containsExactly("\"Data drift\" ");
    assertThat(inserts("/topic about:\"data d")).containsExactly("\"Data drift\" ");
    assertThat(inserts("/types color:")).containsExactly("red ", "green ");
    assertThat(inserts("/types flag:")).containsExactly("true ", "false ");
    assertThat(inserts("/types date:"))
        .containsExactly("2026-01-01 ", "2026-01-02 ", "2026-01-08 ");
    assertThat(inserts("/types member:")).containsExactly("@asha ", "@ben ", "@chiara ", "@mod ");
    assertThat(inserts("/types channel:d")).contains("#daily ");
    assertThat(complete("asha", "/types color:r").from()).isEqualTo("/types color:".length());
  }

  @Test
  void hiddenOptionsAreNotOffered() {
    assertThat(inserts("/pages ")).isEmpty();
  }

  private LineCompletion complete(String member, String line) {
    return playground
        .completer()
        .complete(PlaygroundFixture.in(playground, "general", member), line);
  }

  private List<String> labels(String member, String line) {
    return complete(member, line).candidates().stream().map(Candidate::label).toList();
  }

  private List<String> inserts(String line) {
    return complete("asha", line).candidates().stream().map(Candidate::insert).toList();
  }
}
