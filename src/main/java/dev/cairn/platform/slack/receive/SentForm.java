package dev.cairn.platform.slack.receive;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Holds Slack's question what becomes of a form until we know, or until it must be answered. */
final class SentForm implements OpenForm {
  private final CompletableFuture<Map<String, String>> problems = new CompletableFuture<>();

  @Override
  public boolean show(Map<String, String> wrong) {
    return problems.complete(wrong);
  }

  @Override
  public void close() {
    problems.complete(Map.of());
  }

  /** What is wrong with it; nothing, when nobody has said so in this time. */
  Map<String, String> problems(Duration within) {
    return problems.completeOnTimeout(Map.of(), within.toMillis(), TimeUnit.MILLISECONDS).join();
  }
}
