package dev.cairn.platform.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.cairn.TestConversation;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.http.HttpServer;
import dev.cairn.platform.local.playground.Playground;
import dev.cairn.platform.local.playground.PlaygroundClock;
import dev.cairn.platform.local.playground.PlaygroundCommunity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core finds in the playground: nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaygroundAxeIT {
  private final String axe = axe();
  private Chromium chromium;
  private Database database;
  private HttpServer server;

  @BeforeAll
  void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  void quit() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    database = DatabaseUnderTest.H2.open();
    Playground playground =
        new Playground(
            new TestConversation(database).cairn().dialogue(),
            new PlaygroundClock(() -> Instant.parse("2026-01-01T09:00:00Z")),
            PlaygroundCommunity.usual());
    playground.begin();
    server = new HttpServer("127.0.0.1", 0, List.of(new PlaygroundRoutes(playground)));
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 390", "LIGHT, 1280", "DARK, 390", "DARK, 1280"})
  void nothingIsFound(ColorScheme scheme, int width) {
    try (BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      page.setViewportSize(width, 800);
      page.navigate("http://127.0.0.1:" + server.port() + "/channels/general?as=mod");
      for (String line :
          List.of(
              "hello, everybody",
              "/topic",
              "/done note:\"read about drift\"",
              "/streak",
              "/streak why:true",
              "/leaderboard",
              "/help",
              "/term drfit",
              "/settings",
              "/mydata delete",
              "/community show")) {
        say(page, line);
      }
      found(page, "the conversation");
      page.evaluate("document.getElementById('messages').scrollTop = 0");
      found(page, "its beginning");

      page.locator(".message").last().getByText("Change days").click();
      assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
      found(page, "a form");
      page.locator("dialog input").first().fill("Nowhere/Land");
      page.getByRole(AriaRole.DIALOG).getByText("Save").click();
      assertThat(page.locator("dialog [aria-invalid]")).hasCount(1);
      found(page, "a mistake");
      page.keyboard().press("Escape");

      page.locator("#start-over").click();
      assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Everything of this playground");
      found(page, "the question whether to start over");
      page.keyboard().press("Escape");

      page.locator(".clock summary").click();
      found(page, "the date");
      page.keyboard().press("Escape");

      page.locator("#text").fill("/to");
      assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
      found(page, "completions");
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }
  }

  private static void say(Page page, String line) {
    Locator messages = page.locator(".message");
    int before = messages.count();
    page.locator("#text").fill(line);
    page.keyboard().press("Enter");
    assertThat(messages).hasCount(before + 1);
  }

  private void found(Page page, String where) {
    // What fades in is looked at when it is there.
    page.evaluate(
        "() => Promise.all(document.getAnimations().map(each => each.finished.catch(() => null)))");
    page.evaluate("() => {" + axe + "}");
    Object found =
        page.evaluate(
            """
            () => axe.run(document, {resultTypes: ['violations']}).then(all =>
              all.violations.flatMap(each => each.nodes.map(node =>
                each.id + ' ' + node.target.join(' ') + ': ' + node.failureSummary)))
            """);
    assertThat((List<?>) found).as("found in %s", where).isEmpty();
  }

  private static String axe() {
    try (InputStream pom = resource("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")) {
      Properties properties = new Properties();
      properties.load(pom);
      try (InputStream script =
          resource(
              "/META-INF/resources/webjars/axe-core/%s/axe.min.js"
                  .formatted(properties.getProperty("version")))) {
        return new String(script.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static InputStream resource(String path) {
    return Objects.requireNonNull(PlaygroundAxeIT.class.getResourceAsStream(path), path);
  }
}
