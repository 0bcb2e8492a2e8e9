package dev.cairn.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.command.Answer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalConversationTest {
  private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");
  private static final LocalMember ASHA = LocalMember.named("Asha");
  private static final LocalMember BEN = LocalMember.named("ben");

  private final LocalConversation conversation = conversation(LocalCommunity.open("lab"));

  private static LocalConversation conversation(LocalCommunity community) {
    return new LocalConversation(LocalFixtureCommands.dialogue(), community);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/topic", "topic", "/study topic", "study topic", " /STUDY  topic "})
  void aCommandIsTheSameInEverySpelling(String text) {
    Turn turn = say(ASHA, text);

    assertThat(turn.title()).isEqualTo("Day 12: Data drift");
    assertThat(turn.audience()).isEqualTo(Audience.EVERYONE);
    assertThat(turn.problem()).isNull();
  }

  @Test
  void theBareRootWordOpensTheMenu() {
    assertThat(say(ASHA, "/study").title()).isEqualTo("What I can do");
  }

  @Test
  void theIdAndTheInstantReachTheCommand() {
    Turn turn = conversation.say(ASHA, "/when", NOW, "7");

    assertThat(turn.reply().facts().values())
        .containsEntry("id", "local:lab:7")
        .containsEntry("instant", "2026-01-01T09:00:00Z");
  }

  @Test
  void idsAreUniqueUnlessGiven() {
    assertThat(Occasion.of(ASHA, NOW).id()).isNotEqualTo(Occasion.of(ASHA, NOW).id());
  }

  @Test
  void whoHasSpokenCanBeNamedWithoutASign() {
    assertThat(say(ASHA, "/streak ben").problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(PlainText.of(say(ASHA, "/streak @ben").reply())).contains("@ben has kept going");

    say(BEN, "/topic");

    assertThat(PlainText.of(say(ASHA, "/streak Ben").reply())).contains("@ben has kept going");
  }

  @Test
  void aClosedCommunityKnowsItsOwnMembersAndChannelsOnly() {
    LocalConversation closed =
        conversation(LocalCommunity.of("club", List.of(ASHA, BEN), List.of("general", "daily")));

    assertThat(closed.say(ASHA, "/streak @ghost", NOW, "1").problem())
        .isEqualTo(Problem.BAD_OPTION);
    assertThat(closed.say(ASHA, "/types channel:#daily", NOW, "2").problem()).isNull();
    assertThat(closed.say(ASHA, "/types channel:#attic", NOW, "3").problem())
        .isEqualTo(Problem.BAD_OPTION);
  }

  @Test
  void anOptionCanMakeTheAnswerPrivate() {
    assertThat(say(ASHA, "/streak why:true").audience()).isEqualTo(Audience.CALLER);
    assertThat(say(ASHA, "/streak").audience()).isEqualTo(Audience.EVERYONE);
  }

  @Test
  void whatIsNotDoneIsToldToTheCallerOnly() {
    assertThat(say(ASHA, "/tpoic").problem()).isEqualTo(Problem.UNKNOWN_COMMAND);
    assertThat(say(ASHA, "/tpoic").audience()).isEqualTo(Audience.CALLER);
    assertThat(say(ASHA, "/group create taken").problem()).isEqualTo(Problem.CONFLICT);
    assertThat(say(ASHA, "/group create taken").audience()).isEqualTo(Audience.CALLER);
    assertThat(say(ASHA, "/crash").problem()).isEqualTo(Problem.FAILED);
    assertThat(say(ASHA, "/announce").problem()).isEqualTo(Problem.NOT_ALLOWED);
    assertThat(say(new LocalMember("mod", true), "/announce").problem()).isNull();
  }

  @Test
  void aControlIsPressedByItsAction() {
    say(ASHA, "/topic");

    assertThat(press(ASHA, "done").title()).isEqualTo("Checked in");
  }

  @Test
  void aControlIsPressedByAsMuchOfItsActionAsOnlyItHas() {
    say(ASHA, "/topic");

    assertThat(press(ASHA, "topic").title()).isEqualTo("Day 13: Data drift");
  }

  @Test
  void aControlThatUpdatesTakesThePlaceOfItsOwnersMessage() {
    say(ASHA, "/pages");

    Turn turn = press(ASHA, "pages page:2");

    assertThat(isInPlace(turn)).isTrue();
    assertThat(turn.title()).isEqualTo("Page 2");
    assertThat(press(ASHA, "pages page:3").title()).isEqualTo("Page 3");
  }

  @Test
  void anEntryOfASelectIsPressedByTheActionThatPickingItGives() {
    say(ASHA, "/gallery");

    assertThat(press(ASHA, "topic about:\"Decision trees\"").title())
        .isEqualTo("Day 12: Decision trees");
  }

  @Test
  void aFormButtonOpensItsForm() {
    say(ASHA, "/group show");

    Turn turn = press(ASHA, "group create");

    assertThat(turn.answer()).isInstanceOf(Answer.Asked.class);
    assertThat(turn.text()).contains("Start a group", "name");
  }

  @Test
  void everyMemberPressesOnTheirOwnNewestReply() {
    say(ASHA, "/pages");
    say(BEN, "/topic");

    assertThat(isInPlace(press(BEN, "pages page:2"))).isFalse();
    assertThat(isInPlace(press(ASHA, "pages page:2"))).isTrue();
  }

  @Test
  void whatNoButtonDoesIsRefusedWithWhatThereIs() {
    say(ASHA, "/topic");

    Turn turn = press(ASHA, "nonsense");

    assertThat(turn.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(PlainText.of(turn.reply())).contains("nonsense", "done", "topic day:13");
  }

  private static boolean isInPlace(Turn turn) {
    return turn.answer() instanceof Answer.Said said && said.inPlace();
  }

  private Turn say(LocalMember member, String text) {
    return conversation.say(member, text, NOW, Occasion.newId());
  }

  private Turn press(LocalMember member, String action) {
    return conversation.press(member, action, NOW, Occasion.newId());
  }
}
