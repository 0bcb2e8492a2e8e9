package dev.cairn.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cairn.platform.slack.ConnectedSlack.Mode;
import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.standin.ApiAnswer;
import dev.cairn.platform.slack.standin.SlackStandIn;
import java.net.UnknownHostException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How we begin where Slack is not as we would have it. */
class SlackStartTest {
  /** More than one try takes, so that it has to be tried anew. */
  private static final int FAILURES = 20;

  private static void down(SlackStandIn slack, String method) {
    slack.answer(
        method,
        Collections.nCopies(FAILURES, ApiAnswer.refused(503, "")).toArray(new ApiAnswer[0]));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whileSlackIsDownItIsTriedAgainAndAgain(Mode mode) throws Exception {
    try (ConnectedSlack connected =
        new ConnectedSlack(mode, SlackStandIn.BOT_TOKEN, null, slack -> down(slack, "auth.test"))) {
      await().until(connected.platform::isConnected);
      assertThat(connected.pauses).hasSizeGreaterThanOrEqualTo(FAILURES);
      assertThat(ConnectedSlack.shown(connected.give("topic 8"))).contains("Day 8");
    }
  }

  @Test
  void aTokenThatSlackRefusesEndsTheStart() {
    assertThatThrownBy(() ->
            new ConnectedSlack(
                Mode.HTTP,
                SlackStandIn.BOT_TOKEN,
                null,
                slack -> slack.answer("auth.test", ApiAnswer.error("invalid_auth"))))
        .isInstanceOf(SlackFailure.class)
        .hasMessageContaining("invalid_auth");
  }

  @Test
  void whereSlackHasNoAddressTheLogSaysSo() {
    UnknownHostException gone = new UnknownHostException("slack.com: Name or service not known");
    assertThat(new SlackFailure(SlackFailure.Kind.DOWN, "UnknownHostException", null, gone))
        .hasMessage(
            "Slack did not answer: java.net.UnknownHostException: slack.com: Name or service not"
                + " known");
  }
}
