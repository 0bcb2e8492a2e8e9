package dev.cairn.feature.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.CairnApp;
import dev.cairn.TestCairn;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.CommandRegistry;
import dev.cairn.connection.Connections;
import dev.cairn.connection.InstallationCheck;
import dev.cairn.connection.InstallationCheck.Finding;
import dev.cairn.connection.InstallationCheck.Gravity;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.TestConnection;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SetupTest {
  private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");

  private final Database database = DatabaseUnderTest.H2.open();
  private final Connections connections = new Connections();
  private final CairnApp cairn = TestCairn.of(database, () -> NOW, connections);
  private final LocalConversation talk =
      new LocalConversation(cairn.dialogue(), LocalCommunity.open("lab"));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyStepIsACommandThatThereIs() {
    Reply.Card steps = (Reply.Card) moderate("/community setup");
    CommandRegistry registry = cairn.dialogue().registry();
    for (Control control : steps.controls()) {
      var action =
          switch (control) {
            case Control.Button button -> button.action();
            case Control.Select select -> select.action();
            case Control.FormButton form -> form.form().action();
            case Control.LinkButton link -> throw new AssertionError("a link: " + link);
          };
      assertThat(registry.find(action.command())).as("%s", action).isPresent();
    }
    assertThat(PlainText.of(steps)).contains("Your time zone", "The start");
  }

  @Test
  void aChannelInWhichTheDailyPostCouldNotBeMadeIsRefusedAtOnce() {
    connections.connect(TestConnection.with(new Sick()));
    assertThat(moderate("/daily set channel:#daily pin:yes"))
        .isInstanceOfSatisfying(
            Reply.Notice.class,
            refused -> {
              assertThat(refused.option()).isEqualTo("channel");
              assertThat(PlainText.of(refused)).contains("I may not pin in daily. Let me pin.");
            });
    assertThat(PlainText.of(moderate("/daily show"))).contains("The daily topic is not posted");
    assertThat(PlainText.of(moderate("/daily set channel:#daily pin:no"))).contains("Saved");
  }

  @Test
  void aPickedZoneHolds() {
    Reply.Card steps = (Reply.Card) moderate("/community setup");
    Control.Select zones =
        steps.controls().stream()
            .filter(Control.Select.class::isInstance)
            .map(Control.Select.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(zones.entries()).hasSizeBetween(20, 25);
    String picked = zones.entries().getLast().value();
    moderate("/" + zones.action().with(zones.option(), picked));
    assertThat(moderate("/community show").facts().values()).containsEntry("timezone", picked);
  }

  @Test
  void isForModerators() {
    Reply reply =
        talk.say(LocalMember.named("asha"), "/community setup", NOW, Occasion.newId()).reply();
    assertThat(PlainText.of(reply)).contains("for moderators");
  }

  @Test
  void withoutAnybodyWhoPermitsAllIsWell() {
    assertThat(PlainText.of(moderate("/community doctor"))).contains("All is well");
  }

  @Test
  void tellsWhatThePlatformFound() {
    connections.connect(TestConnection.with(new Sick()));
    Reply.Card told = (Reply.Card) moderate("/community doctor");
    assertThat(told.tone()).isEqualTo(Reply.Tone.WARNING);
    assertThat(PlainText.of(told))
        .contains("I cannot work: I may not speak in lab. Let me.")
        .contains("Limited: I may not pin in ");
  }

  @Test
  void looksAtTheChannelOfTheDailyTopicUnlessAnotherIsNamed() {
    connections.connect(TestConnection.with(new Sick()));
    moderate("/daily set channel:#daily hour:08:00");
    assertThat(PlainText.of(moderate("/community doctor"))).contains("I may not pin in daily.");
    assertThat(PlainText.of(moderate("/community doctor channel:#general")))
        .contains("I may not pin in general.");
  }

  @Test
  void looksAtEachDailyPostThatIsSet() {
    Undecided undecided = new Undecided(new ArrayList<>());
    connections.connect(TestConnection.with(undecided));
    moderate("/daily set channel:#daily hour:08:00 ping:@readers");
    moderate("/daily set channel:#other hour:09:00");
    assertThat(PlainText.of(moderate("/community doctor"))).contains("All is well");
    undecided.gone.add("readers");
    assertThat(PlainText.of(moderate("/community doctor")))
        .contains("Limited: The daily post in #daily: No role @readers. Choose another.")
        .doesNotContain("#other", "All is well");
    assertThat(PlainText.of(moderate("/community doctor channel:#other"))).contains("All is well");
  }

  /** Finds nothing wrong, but for roles that are gone. */
  private record Undecided(List<String> gone) implements InstallationCheck {
    @Override
    public Platform platform() {
      return Platform.LOCAL;
    }

    @Override
    public List<Finding> examine(String community, @Nullable String channel) {
      return Finding.orAllIsWell(List.of());
    }

    @Override
    public List<Finding> obstacles(String community, Posts posts) {
      return Stream.ofNullable(posts.ping())
          .filter(role -> gone.contains(role.name()))
          .map(role ->
              new Finding(Gravity.LIMITED, "No role @" + role.name() + ".", "Choose another."))
          .toList();
    }
  }

  private Reply moderate(String text) {
    return talk.say(new LocalMember("mo", true), text, NOW, Occasion.newId()).reply();
  }

  private record Sick() implements InstallationCheck {
    @Override
    public Platform platform() {
      return Platform.LOCAL;
    }

    @Override
    public List<Finding> examine(String community, @Nullable String channel) {
      return List.of(
          new Finding(Gravity.BROKEN, "I may not speak in " + community + ".", "Let me."),
          new Finding(Gravity.LIMITED, "I may not pin in " + channel + ".", "Let me pin."));
    }

    @Override
    public List<Finding> obstacles(String community, Posts posts) {
      return posts.pin() ? examine(community, posts.channel()).subList(1, 2) : List.of();
    }
  }
}
