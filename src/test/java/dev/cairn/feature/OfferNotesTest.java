package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.OfferStatus;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.catalog.seeds.EditedSeeds;
import dev.cairn.catalog.seeds.GeneratedSeeds;
import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.certification.CertificationCommand;
import dev.cairn.feature.resource.ResourceCommand;
import dev.cairn.feature.roadmap.RoadmapCommand;
import dev.cairn.feature.roadmap.RoadmapMarks;
import dev.cairn.feature.role.RoleCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferNotesTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "RETIRED, 2024-05, -, no longer offered since May 2024",
        "RETIRED, 2026-03-31, New, no longer offered since 31 March 2026; instead: New",
        "RENAMED, 2024, New, renamed since 2024; now: New",
        "UNMAINTAINED, -, -, no longer maintained",
        "OFFERED, 2024, New, -",
        "-, -, -, not verified",
      })
  void tellsInAFewWords(
      OfferStatus.@Nullable State state,
      @Nullable String since,
      @Nullable String successor,
      @Nullable String told) {
    OfferStatus status = new OfferStatus(state, since, successor, null, LocalDate.of(2026, 11, 28));

    assertThat(OfferNotes.brief(status).orElse(null)).isEqualTo(told);
  }

  @Test
  void saysNothingWithoutANote() {
    assertThat(OfferNotes.brief(null)).isEmpty();
    assertThat(OfferNotes.full(null)).isEmpty();
  }

  @Test
  void tellsThatSomethingCouldNotBeVerified() {
    OfferStatus status =
        new OfferStatus(null, null, null, "Look at its page.", LocalDate.of(2026, 11, 28));

    assertThat(PlainText.of(OfferNotes.full(status).orElseThrow()))
        .isEqualTo("Not verified. Look at its page. (Our own note of 28 November 2026.)");
    assertThat(OfferNotes.facts(ReplyData.NONE, status).values())
        .containsEntry("status", "unverified");
  }

  @Test
  void everyCertificationHasAStatusOrSaysThatNobodyCouldVerifyIt() {
    assertThat(CatalogLoader.builtIn().certifications())
        .allSatisfy(certification -> assertThat(certification.status()).isNotNull());
  }

  @Test
  void standsOnATool() {
    Conversation conversation =
        new Conversation(
            new ResourceCommand(CatalogLoader.builtIn()).command(),
            new RoleCommand(CatalogLoader.builtIn(), invocation -> Reply.Notice.ok(RichText.EMPTY))
                .command());

    assertThat(PlainText.of(conversation.say("/role ai-ml-ops-engineer")))
        .contains("TorchServe (no longer maintained)");
    Reply neptune = conversation.say("/resource about:neptune");
    assertThat(PlainText.of(neptune))
        .contains("No longer offered since 5 March 2026. The hosted service has ended.");
    assertThat(neptune.facts().values())
        .hasEntrySatisfying("tool", told -> assertThat(told).asString().contains("status=retired"));
  }

  @Test
  void standsOnCardsAndInListsAndOnRoadmaps(@TempDir Path folder) throws IOException {
    EditedSeeds seeds = GeneratedSeeds.below(folder, Set.of());
    String note =
        "    status: {state: retired, since: 2024-05, successor: Another, note: It closed.,"
            + " checked: 2026-11-28}\n";
    seeds.replace("certifications.yaml", "    sources:", note + "    sources:");
    seeds.replace("resources.yaml", "    sources:", note + "    sources:");
    seeds.replace("roadmaps.yaml", "        source:", "    " + note + "        source:");
    Catalog catalog = CatalogLoader.load(seeds.folder());
    Conversation conversation =
        new Conversation(
            new CertificationCommand(catalog).command(),
            new ResourceCommand(catalog).command(),
            new RoadmapCommand(
                    catalog,
                    asker -> new RoadmapMarks(Map.of(), day -> false, LocalDate.of(2026, 1, 1)))
                .command());
    String full =
        "No longer offered since May 2024; instead: Another. It closed. (Our own note, checked on"
            + " 28 November 2026.)";
    String brief = "(no longer offered since May 2024; instead: Another)";

    assertThat(
            PlainText.of(
                conversation.press(
                    Action.of("certification").with("name", "certification"), Effect.REPLY)))
        .contains(full);
    assertThat(PlainText.of(conversation.say("/certification"))).contains(brief);
    assertThat(
            PlainText.of(
                conversation.press(Action.of("resource").with("name", "resource"), Effect.REPLY)))
        .contains(full);
    assertThat(PlainText.of(conversation.say("/resource about:topic"))).contains(brief);
    assertThat(PlainText.of(conversation.say("/roadmap newcomer"))).contains(full, brief);
  }
}
