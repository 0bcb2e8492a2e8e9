package dev.cairn.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.command.ControlId;
import dev.cairn.command.ControlId.Task;
import dev.cairn.platform.discord.api.Snowflake;
import dev.cairn.platform.discord.render.DiscordLimits;
import dev.cairn.testkit.RandomReplies;
import dev.cairn.testkit.SampleReplies;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlIdTest {
  private static final long SEED = Long.getLong("cairn.seed", 20_260_101L);

  /** What these ids looked like when they were first sent: buttons of then must work for ever. */
  @Test
  void readsWhatItOnceWrote() {
    Action page = Action.of("leaderboard").with("of", "groups").with("page", 2);
    assertThat(ControlId.read("1u~rr~p0~leaderboard of:groups page:2"))
        .isEqualTo(new ControlId("999", "900", new Task.Press(Effect.UPDATE, page)));
    assertThat(ControlId.read("1r3~~~done"))
        .isEqualTo(new ControlId(null, null, new Task.Press(Effect.REPLY, Action.of("done"))));
    assertThat(ControlId.read("1U~rr~~period|leaderboard of:groups"))
        .isEqualTo(
            new ControlId(
                "999",
                null,
                new Task.Pick(
                    Effect.UPDATE, "period", Action.of("leaderboard").with("of", "groups"))));
    assertThat(ControlId.read("1f~~~note,minutes|A %7C B|done minutes:30"))
        .isEqualTo(
            new ControlId(
                null,
                null,
                new Task.Open(
                    new Form(
                        "A | B",
                        Action.of("done").with("minutes", 30),
                        List.of("note", "minutes"),
                        ""))));
    assertThat(ControlId.read("1g~~~Your goal|blog goal posts:3 days:30 start:\"\""))
        .isEqualTo(
            new ControlId(
                null,
                null,
                new Task.Open(
                    new Form(
                        "Your goal",
                        Action.of("blog goal").with("posts", 3).with("days", 30),
                        List.of("posts", "days", "start"),
                        ""))));
    assertThat(ControlId.read("1s~~p0~done"))
        .isEqualTo(new ControlId(null, "900", new Task.Submit(Action.of("done"))));
  }

  @Test
  void aFormOfSettingsFitsWhateverIsSet() {
    Action settings =
        Action.of("settings")
            .with("timezone", "America/Los_Angeles")
            .with("rest", "sat,sun")
            .with("hide", false)
            .with("remind", "20:00");
    List<String> asked = List.of("timezone", "rest", "hide", "remind");
    Form form = new Form("Your settings", settings, asked, "");
    ControlId id = new ControlId(null, null, new Task.Open(form));
    assertThat(id.written(DiscordLimits.CUSTOM_ID).map(ControlId::read)).contains(id);
  }

  @Test
  void whatFitsIsReadBackAndWhatDoesNotIsToldAtOnce() {
    for (long seed = SEED; seed < SEED + 4000; seed++) {
      ControlId id = random(seed);
      int nth = (int) (seed % 30);
      id.written(nth, DiscordLimits.CUSTOM_ID)
          .ifPresentOrElse(
              text -> {
                assertThat(text.length()).isLessThanOrEqualTo(100);
                assertThat(ControlId.read(text)).isEqualTo(id);
              },
              () -> assertThat(length(id)).isGreaterThan(100 - 40));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "done",
        "2r~~~done",
        "1x~~~done",
        "1r~lower-case~~done",
        "1F~~~done",
        "1r~~~",
        "1r~~~DONE now",
        "1R~~~done",
        "1f~~~note|done",
        "1g~~~done",
        "1u~zzzzzzzzzzzzzzzz~~done",
        "1r~~done",
        "1r~~~done note:\"open",
        "1r~~~done n|te:1",
        "1f~~~note,n0|Title|done",
        "1f~~~|Title|done"
      })
  void whatIsNotOursIsRefusedKindly(String text) {
    assertThatThrownBy(() -> ControlId.read(text)).isInstanceOf(Refusal.class);
  }

  private static ControlId random(long seed) {
    Random random = new Random(seed);
    RandomReplies replies = new RandomReplies(seed, SampleReplies.ON_DISCORD, 120);
    Effect effect = random.nextBoolean() ? Effect.REPLY : Effect.UPDATE;
    Form form = replies.form();
    Task task =
        switch (random.nextInt(4)) {
          case 0 -> new Task.Press(effect, replies.action());
          case 1 -> new Task.Pick(effect, "option", replies.action());
          case 2 -> new Task.Open(new Form(form.title(), form.action(), form.asked(), ""));
          default -> new Task.Submit(replies.action());
        };
    return new ControlId(
        random.nextBoolean() ? null : Long.toString(Snowflake.at(SampleReplies.NOON)),
        random.nextBoolean() ? null : Long.toUnsignedString(random.nextLong()),
        task);
  }

  /** The least that must be written, without the ids of owner and community. */
  private static int length(ControlId id) {
    return switch (id.task()) {
      case Task.Press press -> press.action().toString().length();
      case Task.Pick pick -> pick.option().length() + pick.action().toString().length();
      case Task.Open open ->
          open.form().action().toString().length()
              + String.join(",", open.form().asked()).length()
              + 3 * open.form().title().length();
      case Task.Submit submit -> submit.action().toString().length();
    };
  }
}
