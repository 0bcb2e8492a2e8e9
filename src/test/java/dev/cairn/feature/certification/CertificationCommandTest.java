package dev.cairn.feature.certification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Certification;
import dev.cairn.catalog.Certification.Level;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.chat.Audience;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.feature.Conversation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CertificationCommandTest {
  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private final Conversation conversation =
      new Conversation(new CertificationCommand(CATALOG).command());

  static List<Certification> certifications() {
    return CATALOG.certifications();
  }

  @Test
  void onlyTheCallerSeesTheAnswerUntilItIsShared() {
    assertThat(new CertificationCommand(CATALOG).command().spec().audience())
        .isEqualTo(Audience.CALLER);
  }

  @Test
  void allAreListedByLevelOverPages() {
    Reply first = conversation.say("/certification");
    Reply second = conversation.press(first, "Page 2 ›");
    String text = PlainText.of(first) + PlainText.of(second);
    assertThat(CATALOG.certifications())
        .allSatisfy(certification ->
            assertThat(text)
                .contains(
                    certification.provider() == null
                        ? certification.name() + " (not verified) – "
                        : certification.name() + " (" + certification.provider() + ")",
                    " – " + certification.focus(),
                    certification.advice()));
    assertThat(text).containsSubsequence("Beginner\n", "Intermediate\n", "Advanced\n", "Any level");
    assertThat(ids(first)).hasSameSizeAs(CATALOG.certifications()).isEqualTo(ids(second));
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void aLevelIsShownAlone(Level level) {
    Reply.Card card = conversation.card("/certification " + Levels.key(level));
    assertThat(ids(card))
        .isNotEmpty()
        .containsExactlyElementsOf(
            CATALOG.certifications().stream()
                .filter(certification -> certification.level() == level)
                .map(Certification::id)
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "/certification microsoft, microsoft-ai-900 microsoft-dp-100 azure-ai-engineer-associate",
    "/certification provider:Microsoft level:beginner, microsoft-ai-900",
    "/certification intermediate google, google-professional-ml-engineer",
  })
  void aProviderIsShownAlone(String line, String ids) {
    assertThat(ids(conversation.say(line))).containsExactly(ids.split(" "));
  }

  @Test
  void factsTellWhatEachIs() {
    assertThat(conversation.say("/certification intermediate ibm").facts().values())
        .containsEntry(
            "certifications",
            List.of(
                Map.of(
                    "id", "ibm-ai-engineering",
                    "name", "IBM AI Engineering Professional Certificate",
                    "level", "intermediate",
                    "provider", "IBM",
                    "status", "unverified")));
  }

  @Test
  void whereNothingMatchesItSaysWhatThereIs() {
    Reply.Notice notice = conversation.notice("/certification advanced ibm");
    assertThat(notice.problem()).isNull();
    assertThat(ids(notice)).isEmpty();
    assertThat(PlainText.of(notice))
        .contains(
            "I know no certification for: Advanced, IBM.",
            "IBM: IBM AI Engineering Professional Certificate.",
            "Advanced: TensorFlow Developer Professional Certificate, Stanford CS229");
    assertThat(ids(conversation.press(notice, "IBM"))).containsExactly("ibm-ai-engineering");
    assertThat(ids(conversation.press(notice, "Advanced"))).contains("stanford-cs229");
  }

  @ParameterizedTest
  @MethodSource("certifications")
  void oneIsOpenedFromTheListWithAllThatIsKnownOfIt(Certification certification) {
    assertThat(Conversation.actions(conversation.say("/certification " + key(certification))))
        .contains("certification name:" + certification.id());
    Reply card = conversation.say("/certification \"" + certification.name() + "\"");
    assertThat(PlainText.of(card))
        .startsWith(certification.name() + "\n")
        .contains(certification.focus(), certification.advice());
    assertThat(Conversation.sources(card))
        .hasSameElementsAs(certification.sources().stream().map(CATALOG::label).toList());
  }

  @Test
  void itsPlaceOnTheRoadmapsIsTold() {
    Reply.Card card = conversation.card("/certification dp-100");
    assertThat(PlainText.of(card))
        .contains("Full-stack and DevOps developer – Phase 2: deep learning and AI engineering");
    assertThat(Conversation.actions(card)).contains("roadmap background:full-stack-and-devops");
  }

  @ParameterizedTest
  @CsvSource({
    "/certification gogle, Google, certification provider:Google",
    "/certification begginer, Beginner, certification level:beginner",
    "/certification advanced standford, Stanford, "
        + "certification level:advanced provider:Stanford",
    "/certification stanford cs228, Stanford CS229, certification name:stanford-cs229",
  })
  void aMisspeltNameIsMetWithTheNearest(String line, String meant, String action) {
    Reply.Notice notice = conversation.notice(line);
    assertThat(notice.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(PlainText.of(notice)).contains("Did you mean " + meant);
    assertThat(Conversation.actions(notice)).contains(action);
    assertThat(conversation.press(notice, meant)).isInstanceOf(Reply.Card.class);
  }

  @Test
  void anUnknownProviderIsMetWithAllThereAre() {
    Reply.Notice notice = conversation.notice("/certification amazon");
    assertThat(notice.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(PlainText.of(notice))
        .isEqualTo(
            "There is no certification or provider “amazon”. The providers are Google, Microsoft,"
                + " AWS, IBM, Stanford, Coursera, CNCF."
                + " All certifications: /certification.");
  }

  @Test
  void providersAndNamesAreSuggested() {
    assertThat(suggestions("")).startsWith("Google", "Microsoft").contains("stanford-cs229");
    assertThat(suggestions("micr")).startsWith("Microsoft");
    assertThat(suggestions("cka")).startsWith("certified-kubernetes-administrator");
  }

  private List<String> suggestions(String typed) {
    return conversation.suggestions("certification", "provider", typed).stream()
        .map(ChoiceValue::value)
        .toList();
  }

  private static String key(Certification certification) {
    return Levels.key(certification.level());
  }

  private static List<String> ids(Reply reply) {
    return Conversation.told(reply, "certifications", "id");
  }
}
