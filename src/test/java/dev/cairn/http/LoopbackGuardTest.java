package dev.cairn.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LocalHost", "127.0.0.1"})
  void admitsABrowserOnThisMachine(String host) {
    assertThat(LoopbackGuard.isHere(host)).isTrue();
    assertThat(admits(host, null, null, null)).isTrue();
    assertThat(admits(host, "http://" + host, "same-origin", "cors")).isTrue();
    assertThat(admits(host, null, "none", "navigate")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example:8080",
        "127.0.0.1.evil.example",
        "evil.example:8080@localhost",
        "localhost:8080:8080",
        "192.168.0.7:8080",
        "",
      })
  void refusesAForeignHost(String host) {
    assertThat(LoopbackGuard.isHere(host)).isFalse();
  }

  @Test
  void refusesARequestWithoutAHost() {
    assertThat(LoopbackGuard.isHere(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "http://localhost:3000",
        "https://localhost:8080",
        "http://127.0.0.1:8080",
        "null",
      })
  void refusesAForeignOrigin(String origin) {
    assertThat(admits("localhost:8080", origin, null, null)).isFalse();
  }

  @Test
  void refusesWhatAnotherSitesPageFetchesYetFollowsItsLinks() {
    assertThat(admits("localhost:8080", null, "cross-site", "no-cors")).isFalse();
    assertThat(admits("localhost:8080", null, "same-site", "no-cors")).isFalse();
    assertThat(admits("localhost:8080", null, "cross-site", "navigate")).isTrue();
  }

  @Test
  void refusesWhatAnotherSitesPageSendsHereThoughItNamesNoOrigin() {
    assertThat(LoopbackGuard.isOwnPage(false, "localhost:8080", null, "cross-site", "navigate"))
        .isFalse();
    assertThat(LoopbackGuard.isOwnPage(false, "localhost:8080", null, "same-site", "navigate"))
        .isFalse();
    assertThat(LoopbackGuard.isOwnPage(false, "localhost:8080", null, "same-origin", "cors"))
        .isTrue();
    assertThat(LoopbackGuard.isOwnPage(false, "localhost:8080", null, null, null))
        .as("no browser")
        .isTrue();
  }

  private static boolean admits(
      String host, @Nullable String origin, @Nullable String site, @Nullable String mode) {
    return LoopbackGuard.isOwnPage(true, host, origin, site, mode);
  }
}
