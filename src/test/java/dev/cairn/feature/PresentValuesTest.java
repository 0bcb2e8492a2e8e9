package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.reply.Form;
import dev.cairn.command.Answer;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import dev.cairn.platform.local.ReplyControl;
import dev.cairn.platform.local.Turn;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A form shows how things are when it is opened, however old its button is. */
final class PresentValuesTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  /** What a form shows that is opened by a button of this card. */
  private Map<String, String> opened(String who, Turn card, String label) {
    ReplyControl button =
        card.offers().stream()
            .filter(offer -> offer instanceof ReplyControl.Open && offer.label().equals(label))
            .findFirst()
            .orElseThrow();
    Occasion occasion =
        new Occasion(
            new LocalMember(who, who.equals("mod")),
            LocalCommunity.GENERAL,
            lab.now(),
            Occasion.newId());
    Form form = ((Answer.Asked) lab.conversation().press(occasion, button).answer()).form();
    assertThat(form.asked())
        .containsAll(
            form.action().arguments().keySet().stream()
                .filter(name -> !name.equals("id"))
                .toList());
    return form.action().arguments();
  }

  @Test
  void ofSettingsThatChangedSinceTheCardWasDrawn() {
    Turn old = lab.say("asha", "/settings");
    assertThat(opened("asha", old, "Change"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "timezone", "UTC",
                "rest", "none",
                "hide", "false",
                "remind", "off",
                "reviewshare", "true"));
    lab.say("asha", "/settings timezone:Asia/Kolkata rest:sat hide:true remind:20:00");
    assertThat(opened("asha", old, "Change"))
        .containsEntry("timezone", "Asia/Kolkata")
        .containsEntry("rest", "sat")
        .containsEntry("hide", "true")
        .containsEntry("remind", "20:00");
  }

  @Test
  void ofTheFirstSteps() {
    assertThat(lab.moderate("mod", "/community setup").text()).contains("It is UTC now");
    Turn empty = lab.moderate("mod", "/community setup");
    assertThat(opened("mod", empty, "Channel and hour")).isEmpty();
    assertThat(opened("mod", empty, "Start of the journey")).isEmpty();
    lab.moderate("mod", "/community set timezone:Europe/Berlin");
    lab.moderate("mod", "/daily set channel:#daily hour:07:30 weekdays:mon,tue track:mlops");
    lab.moderate("mod", "/journey start date:2026-01-05 without:sat,sun");
    Turn steps = lab.moderate("mod", "/community setup");
    assertThat(steps.text()).contains("It is Europe/Berlin now");
    assertThat(opened("mod", steps, "Channel and hour"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "channel", "#daily",
                "hour", "07:30",
                "zone", "community",
                "weekdays", "mon,tue",
                "track", "mlops"));
    assertThat(opened("mod", steps, "Start of the journey"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("date", "2026-01-05", "without", "sat,sun"));
  }

  @Test
  void ofRules() {
    Turn old = lab.moderate("mod", "/community show");
    lab.moderate("mod", "/community set freezecap:1 quorum:60");
    assertThat(opened("mod", old, "Change freezes")).containsEntry("freezecap", "1");
    assertThat(opened("mod", old, "Change groups")).containsEntry("quorum", "60");
    assertThat(opened("mod", old, "Change days")).containsEntry("timezone", "UTC");
    Turn rules = lab.moderate("mod", "/milestone rules");
    lab.moderate("mod", "/milestone rules posts:3,9");
    assertThat(opened("mod", rules, "Change"))
        .containsEntry("posts", "3,9")
        .containsEntry("auto", "false")
        .containsKeys("together", "streak");
  }

  @Test
  void ofTheDailyPostInItsChannel() {
    lab.moderate("mod", "/daily set channel:#daily hour:08:00");
    Turn old = lab.moderate("mod", "/daily show");
    lab.moderate("mod", "/daily set hour:09:00 pin:yes");
    assertThat(opened("mod", old, "Change"))
        .containsEntry("hour", "09:00")
        .containsEntry("pin", "true");
  }

  @Test
  void ofAGoal() {
    Turn old = lab.say("asha", "/blog goal");
    lab.say("asha", "/blog goal posts:12 days:40 start:2026-01-01");
    assertThat(opened("asha", old, "Change"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("posts", "12", "days", "40", "start", "2026-01-01"));
  }

  @Test
  void longWordsAreThereWhole() {
    lab.moderate("mod", "/milestone rules posts:1");
    lab.say("asha", "/blog add https://asha.example/1");
    String words = "Thirty posts, and what a month it was! ".repeat(12).strip();
    Turn saved = lab.moderate("mod", "/milestone edit 1 words:\"" + words + "\"");
    assertThat(opened("mod", saved, "Edit")).containsEntry("words", words);
  }

  @Test
  void whatWasTypedWrongIsThereForAnotherTry() {
    Turn wrong = lab.submit("asha", "settings", Map.of("timezone", "Nowhere/Atall", "rest", "sat"));
    assertThat(opened("asha", wrong, "Try again"))
        .containsEntry("timezone", "Nowhere/Atall")
        .containsEntry("rest", "sat");
  }
}
