package dev.cairn.platform.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.cairn.chat.Account;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.http.HttpServer;
import dev.cairn.platform.local.playground.Playground;
import dev.cairn.platform.local.playground.PlaygroundFixture;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The playground in a real browser. A message on the browser's console fails every test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaygroundIT {
  private Chromium chromium;
  private Playground playground;
  private HttpServer server;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

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
    playground = PlaygroundFixture.playground();
    server = new HttpServer("127.0.0.1", 0, List.of(new PlaygroundRoutes(playground)));
    server.start();
    context = chromium.browser().newContext();
    page = open("/");
  }

  @AfterEach
  void close() {
    context.close();
    server.close();
    assertThat(complaints).as("what the browser complained of").isEmpty();
  }

  @Test
  void itOpensAsTheFirstMemberInTheFirstChannel() {
    assertThat(page).hasTitle("general · Cairn");
    assertThat(newest(page)).containsText("Welcome to the playground");
    assertThat(page.locator("#members [aria-current]")).containsText("asha");
    assertThat(box(page)).isFocused();
    for (AriaRole landmark : List.of(AriaRole.BANNER, AriaRole.MAIN, AriaRole.LOG)) {
      assertThat(page.getByRole(landmark)).hasCount(1);
    }
  }

  @Test
  void aCommandIsCompletedAndGivenByKeyboardAlone() {
    type("/");
    assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("/topic");
    type("gro");
    assertThat(page.getByRole(AriaRole.OPTION)).hasCount(2);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("[aria-selected=true]")).containsText("/group show");
    assertThat(box(page)).hasAttribute("aria-activedescendant", "candidate-1");
    page.keyboard().press("ArrowUp");
    page.keyboard().press("Tab");
    assertThat(box(page)).hasValue("/group create ");
    assertThat(page.locator(".usage")).containsText("What the group is called");
    type("\"Night owls\"");
    page.keyboard().press("Enter");

    assertThat(newest(page)).containsText("asha used /group create \"Night owls\"");
    assertThat(newest(page)).containsText("The group Night owls is yours.");
    assertThat(box(page)).hasValue("");
    assertThat(box(page)).isFocused();
  }

  @Test
  void optionsAndTheirValuesAreCompletedToo() {
    type("/topic ab");
    assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
    page.keyboard().press("Tab");
    assertThat(box(page)).hasValue("/topic about:");
    type("dri");
    assertThat(page.getByRole(AriaRole.OPTION)).hasText(new String[] {"Data drift"});
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("[aria-selected=true]")).hasText("Data drift");
    page.keyboard().press("Enter");
    assertThat(box(page)).hasValue("/topic about:\"Data drift\" ");
    page.keyboard().press("Escape");
    assertThat(page.locator("#completion")).isEmpty();
    page.keyboard().press("Enter");

    assertThat(newest(page)).containsText("Day 12: Data drift");
    page.keyboard().press("ArrowUp");
    assertThat(box(page)).hasValue("/topic about:\"Data drift\" ");
  }

  @Test
  void chatterAndBrokenLinesAreShownAsTheyWereWritten() {
    box(page).fill("<b>hello</b>");
    page.keyboard().press("Shift+Enter");
    type("and again");
    page.keyboard().press("Enter");

    assertThat(newest(page).locator(".text").first()).hasText("<b>hello</b>\nand again");
    assertThat(newest(page).locator("b")).hasCount(0);
  }

  @Test
  void buttonsAnswerAndLinksLeadElsewhere() {
    say("/topic");
    Locator link = newest(page).getByText("Read more");
    assertThat(link.locator("xpath=..")).hasAttribute("href", "https://example.org/drift");
    assertThat(link.locator("xpath=..")).hasAttribute("rel", "noopener noreferrer");

    button(newest(page), "Done for today").click();

    assertThat(newest(page)).containsText("asha pressed Done for today");
    assertThat(newest(page)).containsText("@asha checked in");
  }

  @Test
  void aSelectIsPickedFromByKeyboard() {
    say("/gallery");
    newest(page).locator("summary").press("Enter");
    assertThat(newest(page).getByText("Decision trees")).isVisible();
    button(newest(page), "Decision trees").press("Enter");

    assertThat(newest(page)).containsText("Day 12: Decision trees");
  }

  @Test
  void anUpdateTakesThePlaceOfItsMessage() {
    say("/pages");
    Locator messages = page.locator(".message");
    assertThat(messages).hasCount(2);

    button(newest(page), "Next page").press("Enter");

    assertThat(newest(page)).containsText("Page 2");
    assertThat(button(newest(page), "Next page")).isFocused();
    newest(page).locator("summary").click();
    button(newest(page), "Last page").click();
    assertThat(newest(page)).containsText("Page 9");
    assertThat(messages).hasCount(2);
  }

  @Test
  void aFormShowsWhatIsWrongBesideItsFieldAndKeepsTheRest() {
    say("/remind");
    button(newest(page), "A reminder").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).isVisible();
    assertThat(dialog.locator("#field-day")).isFocused();
    assertThat(dialog.locator("#field-day")).hasValue("2026-03-01");
    dialog.locator("#field-minutes").fill("25");
    dialog.locator("#field-note").fill("abc");
    dialog.getByText("Remind me").click();

    assertThat(dialog.locator("#field-note-error")).containsText("a little more than “abc”");
    assertThat(dialog.locator("#field-note")).hasAttribute("aria-invalid", "true");
    assertThat(dialog.locator("#field-note")).isFocused();
    assertThat(dialog.locator("#field-minutes")).hasValue("25");
    dialog.locator("#field-note").fill("read about drift");
    dialog.getByText("Remind me").click();

    assertThat(dialog).hasCount(0);
    assertThat(newest(page)).containsText("On 2026-03-01: read about drift");
    assertThat(box(page)).isFocused();
  }

  @Test
  void everyTypeOfOptionHasAnInputThatFits() {
    say("/types");
    button(newest(page), "Words and numbers").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.locator("textarea#field-text").fill("some words");
    dialog.locator("input[type=number]#field-number").fill("7");
    dialog.locator("select#field-color").selectOption("green");
    dialog.locator("select#field-flag").selectOption("yes");
    dialog.getByText("Send").click();
    assertThat(newest(page)).containsText("some words");
    assertThat(newest(page)).containsText("green");

    say("/types");
    button(newest(page), "Places and people").click();
    dialog.locator("input[type=date]#field-date").fill("2026-05-01");
    dialog.locator("select#field-member").selectOption("@ben");
    dialog.locator("select#field-channel").selectOption("#daily");
    dialog.locator("input[type=url]#field-url").fill("ftp://example.org/");
    dialog.getByText("Send").click();
    assertThat(dialog.locator("#field-url-error")).containsText("http");
    dialog.locator("#field-url").fill("https://example.org/");
    dialog.getByText("Send").click();
    assertThat(newest(page)).containsText("@ben");
    assertThat(newest(page)).containsText("#daily");
  }

  @Test
  void aFormIsLeftWithEscape() {
    say("/remind");
    button(newest(page), "A reminder").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();

    page.keyboard().press("Escape");

    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    assertThat(button(newest(page), "A reminder")).isFocused();
    assertThat(page.locator(".message")).hasCount(2);
  }

  @Test
  void whatOthersSayArrivesAndWhatIsPrivateDoesNot() {
    Page bens = open("/channels/general?as=ben");
    say("/secret");
    assertThat(newest(page)).containsText("Only visible to you");
    assertThat(newest(page)).containsText("The cairn is by the lake.");
    say("/topic");

    assertThat(newest(bens)).containsText("Day 12: Data drift");
    assertThat(bens.locator(".message")).hasCount(2);
    assertThat(bens.locator("body")).not().containsText("by the lake");
    button(newest(bens), "Next day").click();
    // The message is asha's: what ben turns to is for ben alone, as on every platform.
    assertThat(newest(bens)).containsText("ben pressed Next day");
    assertThat(newest(bens)).containsText("Only visible to you");
    assertThat(page.locator(".message")).hasCount(3);
  }

  @Test
  void oneSpeaksAsAnotherWithOneClick() {
    page.locator("#members").getByText("mod").click();
    assertThat(page.locator("#members [aria-current]")).containsText("mod");
    page.locator("#channels").getByText("moderators").click();
    say("/announce");
    assertThat(newest(page)).containsText("Announced.");

    page.locator("#members").getByText("ben").click();
    assertThat(page).hasTitle("general · Cairn");
    assertThat(page.locator("#channels")).not().containsText("moderators");
    say("/announce");
    assertThat(newest(page)).containsText("is for moderators");
  }

  @Test
  void movingTheClockRunsWhatFellDue() {
    playground
        .clock()
        .onMove(at ->
            playground
                .sender()
                .send(
                    OutgoingMessage.of(
                        new Address.Channel(
                            new Place(Platform.LOCAL, "Playground").channel("daily")),
                        "daily-" + at,
                        Reply.Card.titled("Topic of " + at).build())));
    assertThat(page.locator("#clock")).hasText("Thu, 1 Jan 2026, 09:00 UTC");

    page.getByText("+1 hour").click();
    assertThat(page.locator("#clock")).hasText("Thu, 1 Jan 2026, 10:00 UTC");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tomorrow")).click();
    assertThat(page.locator("#clock")).hasText("Fri, 2 Jan 2026, 09:00 UTC");
    page.locator(".clock summary").click();
    assertThat(page.locator("#clock-to")).hasValue("2026-01-02T09:00");
    page.locator("#clock-to").fill("2026-02-03T04:05");
    page.getByText("Move", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("#clock")).hasText("Tue, 3 Feb 2026, 04:05 UTC");

    say("/when");
    assertThat(newest(page)).containsText("Tuesday, 3 February 2026");
    assertThat(newest(page)).containsText("It is 2026-02-03T04:05:00Z");
    assertThat(page.locator("#channels .unread")).hasText("3");
    page.locator("#channels").getByText("daily").click();
    assertThat(page.locator(".message")).hasCount(3);
    assertThat(newest(page)).containsText("Topic of 2026-02-03T04:05:00Z");
  }

  @Test
  void whatIsSentUnaskedArrivesInTheDirectConversation() {
    playground
        .sender()
        .send(
            OutgoingMessage.of(
                new Address.Direct(new Account(Platform.LOCAL, "Playground", "asha", "asha")),
                "reminder-1",
                Reply.Card.titled("Your streak is at risk").build()));
    assertThat(page.locator("#channels .unread")).hasText("1");

    page.locator("#channels").getByText("Cairn").click();

    assertThat(newest(page)).containsText("Your streak is at risk");
    assertThat(page.locator("#channels .unread")).hasCount(0);
    say("/secret");
    assertThat(newest(page)).containsText("by the lake");
    assertThat(newest(page)).not().containsText("Only visible to you");
  }

  @Test
  void aPictureIsShownWithItsAltText() {
    say("/gallery");
    Locator picture = page.getByAltText("Twelve bars, each higher than the one before");

    assertThat(picture).isVisible();
    assertThat(picture).hasJSProperty("naturalWidth", 320);
  }

  @Test
  void oneSeesTheOwnReplyFromWhereverOneWas() {
    page.setViewportSize(800, 500);
    for (int i = 0; i < 12; i++) {
      say("line " + i);
      assertThat(newest(page)).containsText("line " + i);
    }
    scrollToTop();

    say("/gallery");

    assertThat(newest(page)).containsText("A gallery");
    assertThat(newest(page).getByText("A gallery").first()).isInViewport();
  }

  @Test
  void whoeverScrolledAwayIsLeftThereAndWhoeverFollowsSeesTheNewest() {
    page.setViewportSize(800, 500);
    for (int i = 0; i < 12; i++) {
      say("line " + i);
      assertThat(newest(page)).containsText("line " + i);
    }
    Page ben = open("/channels/general?as=ben");
    ben.setViewportSize(800, 500);
    assertThat(newest(ben)).isInViewport();

    ben.evaluate("document.getElementById('messages').scrollTop = 0");
    say("is anybody there?");
    assertThat(newest(ben)).containsText("is anybody there?");
    assertThat(newest(ben)).not().isInViewport();

    ben.evaluate("m = document.getElementById('messages'), m.scrollTop = m.scrollHeight");
    say("and now?");
    assertThat(newest(ben)).containsText("and now?");
    assertThat(newest(ben)).isInViewport();
  }

  @Test
  void whoeverBeginsToSpeakAsAnotherSeesTheNewestAndTheirOwnReplies() {
    page.setViewportSize(800, 500);
    for (int i = 0; i < 12; i++) {
      say("line " + i);
      assertThat(newest(page)).containsText("line " + i);
    }
    scrollToTop();

    page.locator("#members").getByText("ben").click();

    assertThat(page.locator("#members [aria-current]")).containsText("ben");
    assertThat(newest(page)).containsText("line 11");
    assertThat(newest(page)).isInViewport();
    assertThat(box(page)).isFocused();
    scrollToTop();
    say("/secret");
    assertThat(newest(page)).containsText("by the lake");
    assertThat(newest(page)).isInViewport();
  }

  @Test
  void startingOverAsksFirstAndThenBeginsAnewOnEveryPage() {
    say("hello");
    assertThat(page.locator(".message")).hasCount(2);
    Page bens = open("/channels/general?as=ben");
    page.locator("#start-over").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("all messages in all channels");
    dialog.getByText("Keep everything").click();
    assertThat(dialog).hasCount(0);
    assertThat(page.locator("#start-over")).isFocused();
    assertThat(page.locator(".message")).hasCount(2);

    page.locator("#start-over").click();
    button(dialog, "Start over").click();

    assertThat(page.locator(".message")).hasCount(1);
    assertThat(newest(page)).containsText("Welcome to the playground");
    assertThat(bens.locator(".message")).hasCount(1);
    say("hello again");
    assertThat(newest(bens)).containsText("hello again");
  }

  private void scrollToTop() {
    page.evaluate("document.getElementById('messages').scrollTop = 0");
  }

  @Test
  void lightAndDarkFollowTheSystemUntilOneIsChosen() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(page.locator("body")).hasCSS("color", "rgb(228, 233, 229)");
    page.locator("#theme").click();
    assertThat(page.locator("body")).hasCSS("color", "rgb(35, 48, 44)");

    page.reload();

    assertThat(page.locator("body")).hasCSS("color", "rgb(35, 48, 44)");
  }

  @Test
  void aNarrowWindowNeedsNoSidewaysScrolling() {
    page.setViewportSize(360, 640);
    say("/gallery");

    assertThat(newest(page)).containsText("A gallery");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(box(page)).isInViewport();
  }

  @Test
  void anAnswerThatFailsIsStillAnAnswer() {
    say("/crash");

    assertThat(newest(page)).containsText("Something went wrong on our side");
  }

  private Page open(String path) {
    Page opened = context.newPage();
    opened.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    opened.onPageError(complaints::add);
    opened.navigate("http://127.0.0.1:" + server.port() + path);
    return opened;
  }

  private void say(String text) {
    // A page that one has just gone to takes nothing before its scripts are there.
    page.waitForLoadState();
    box(page).fill(text);
    page.keyboard().press("Enter");
    assertThat(box(page)).hasValue("");
  }

  private void type(String text) {
    // A page that has loaded may not have drawn itself yet, and gives the focus only then.
    assertThat(box(page)).isFocused();
    page.keyboard().type(text);
  }

  private static Locator box(Page of) {
    return of.locator("#text");
  }

  private static Locator newest(Page of) {
    return of.locator(".message").last();
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
