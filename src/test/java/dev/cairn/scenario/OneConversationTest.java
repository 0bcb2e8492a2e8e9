package dev.cairn.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.scenario.ScenarioPlatform.Post;
import dev.cairn.scenario.Step.Answer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same conversation on every platform: the same facts, and words that are really shown. */
class OneConversationTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where it is held. */
  enum Platform {
    PLAYGROUND,
    DISCORD,
    SLACK_BY_SOCKET,
    SLACK_BY_HTTP
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void isTheSameOn(Platform platform) throws Exception {
    hold(ScenarioScript.script(), platform);
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void studyingIsTheSameOn(Platform platform) throws Exception {
    hold(StudyConversation.script(), platform);
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void moderatingIsTheSameOn(Platform platform) throws Exception {
    hold(ModeratorsConversation.script(), platform);
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void studyingInCompanyIsTheSameOn(Platform platform) throws Exception {
    hold(CompanyConversation.script(), platform);
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void dailyPostsAreTheSameOn(Platform platform) throws Exception {
    hold(DailyConversation.script(), platform);
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void racesAndYearsAreTheSameOn(Platform platform) throws Exception {
    hold(YearConversation.script(), platform);
  }

  private static void hold(List<Step> script, Platform platform) throws Exception {
    try (Core core = new Core(ScenarioScript.START);
        ScenarioPlatform stage = stage(platform, core)) {
      for (Step step : script) {
        play(step, stage, core);
      }
      assertThat(stage.otherPosts()).isEmpty();
    }
  }

  private static ScenarioPlatform stage(Platform platform, Core core) throws Exception {
    return switch (platform) {
      case PLAYGROUND -> new ScenarioPlayground(core);
      case DISCORD -> new ScenarioDiscord(core);
      case SLACK_BY_SOCKET -> new ScenarioSlack(core, ScenarioSlack.Mode.SOCKET);
      case SLACK_BY_HTTP -> new ScenarioSlack(core, ScenarioSlack.Mode.HTTP);
    };
  }

  private static void play(Step step, ScenarioPlatform stage, Core core) throws Exception {
    switch (step) {
      case Step.Command(Person by, Line line, Answer answer) ->
          check(step, answer, stage.give(by, line), stage, core);
      case Step.Press(Person by, String label, Answer answer) ->
          check(step, answer, stage.press(by, label), stage, core);
      case Step.Submit(Person by, var values, Answer answer) ->
          check(step, answer, stage.submit(by, values), stage, core);
      case Step.ClockMove(var to) -> core.moveTo(to);
      case Step.Arrival(PostedIn place, var words) -> {
        Post post = stage.nextPost();
        assertThat(post.place()).as("%s: %s", step, post).isEqualTo(place);
        words.forEach(word -> assertThat(plain(post.text())).as("%s", step).contains(plain(word)));
      }
    }
  }

  private static void check(
      Step step, Answer answer, String shown, ScenarioPlatform stage, Core core) throws Exception {
    assertThat(JSON.readTree(core.takeFacts()))
        .as("%s: %s", step, shown)
        .isEqualTo(JSON.readTree(answer.facts().replace("$CHANNEL", stage.channel())));
    answer.words().forEach(word -> assertThat(plain(shown)).as("%s", step).contains(plain(word)));
  }

  /** All on one line. */
  private static String plain(String shown) {
    return shown.replaceAll("\\s+", " ");
  }
}
