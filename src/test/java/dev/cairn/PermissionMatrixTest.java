package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Answer;
import dev.cairn.command.Dialogue;
import dev.cairn.command.Heard;
import dev.cairn.command.Input;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.LocalCommunity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who may give which command: command by role by platform. A new command is not there until it
 * stands in one of the two lists.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionMatrixTest {
  private static final Set<String> FOR_EVERYBODY =
      listed(
          """
          topic, done, progress, wrapped, path, review, streak, pause, settings, group show,
          group list, group create, group join, group leave, group rename,
          group transfer, group disband, race show, race list, leaderboard, role,
          roadmap, certification, resource, term, search, check, quiz, blog add,
          blog remove, blog list, blog goal, blog settings, blog feed,
          milestone mention, journey show, snooze, community show, link, help,
          mydata export, mydata delete, buddy find, buddy show, buddy nudge, buddy end,
          suggest, discussion answer, discussion show, discussion remove
          """);

  private static final Set<String> FOR_MODERATORS =
      listed(
          """
          discussion strike, suggestion list, suggestion take, suggestion leave, race start, race stop, milestone list, milestone show, milestone announce,
          milestone edit, milestone dismiss, milestone rules, journey start,
          journey pause, journey resume, journey skip, daily set, daily show,
          daily preview, daily post, daily off, checkin grant, checkin revoke,
          checkin excuse, community set, community setup, community doctor,
          community retention, community export, reward set, reward show, reward off, audit, blog strike,
          member zone
          """);

  private final Database database = DatabaseUnderTest.H2.open();
  private final Dialogue dialogue = new TestConversation(database).cairn().dialogue();
  private int ids;

  private static Set<String> listed(String names) {
    return Arrays.stream(names.split(","))
        .map(name -> name.strip().replaceAll("\\s+", " "))
        .collect(Collectors.toUnmodifiableSet());
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void everyCommandIsListed() {
    assertThat(dialogue.registry().specs())
        .extracting(spec -> spec.name().toString())
        .allMatch(name -> FOR_EVERYBODY.contains(name) != FOR_MODERATORS.contains(name));
  }

  /** The four ways to give a command: typed, pressed, by opening its form, by sending it. */
  private static List<Function<CommandSpec, Input>> ways() {
    return List.of(
        spec -> new Input.Line("/" + spec.name()),
        spec -> new Input.Press(Action.of(spec.name().toString()), Effect.REPLY, true),
        spec ->
            new Input.Open(
                new Form("A form", Action.of(spec.name().toString()), List.of("anything"), "Send")),
        spec ->
            new Input.Submission(
                Action.of(spec.name().toString()), List.of("anything"), Map.<String, Value>of()));
  }

  @ParameterizedTest
  @EnumSource
  void moderatorsCommandsAreRefusedToMembersHoweverTheyAreGiven(Platform platform) {
    for (CommandSpec spec : dialogue.registry().specs()) {
      boolean forModerators = FOR_MODERATORS.contains(spec.name().toString());
      boolean asks = spec.options().stream().anyMatch(option -> option.required());
      for (Function<CommandSpec, Input> way : ways()) {
        Input input = way.apply(spec);
        boolean needsMore = asks && (input instanceof Input.Line || input instanceof Input.Press);
        assertThat(isRefused(platform, false, input))
            .as("%s on %s, by a member: %s", spec.name(), platform, input)
            .isEqualTo(forModerators && !needsMore);
        if (!(input instanceof Input.Open) || forModerators) {
          assertThat(isRefused(platform, true, input))
              .as("%s on %s, by a moderator: %s", spec.name(), platform, input)
              .isFalse();
        }
      }
    }
  }

  /** Whether somebody may not give it; everything else that can be wrong with it does not count. */
  private boolean isRefused(Platform platform, boolean moderator, Input input) {
    String user = moderator ? "mo" : "asha";
    Account account = new Account(platform, "lab", user, user);
    Answer answer =
        dialogue.answer(
            new Heard(
                "matrix:" + ++ids,
                Place.of(account),
                input,
                () -> new Caller(account, "lab", moderator, Locale.ENGLISH, null),
                Instant.parse("2026-01-01T09:00:00Z"),
                "general",
                LocalCommunity.open("lab")));
    return answer.reply() instanceof Reply.Notice notice
        && notice.problem() == Problem.NOT_ALLOWED
        && notice.text().toString().contains("for moderators");
  }
}
