package dev.cairn.platform.local.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.Delivery;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.connection.MessageSender.Search;
import dev.cairn.connection.MessageSender.Window;
import dev.cairn.platform.local.ReplyControl;
import dev.cairn.platform.local.playground.Message.Answer;
import dev.cairn.platform.local.playground.Message.Chatter;
import dev.cairn.platform.local.playground.Message.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaygroundTest {
  private static final Window EVER = new Window(Instant.EPOCH, Instant.MAX);
  private static final Reply.Card CARD = Reply.Card.titled("Today").text("Read.").build();

  private final Playground playground = PlaygroundFixture.playground();
  private final Viewpoint asha = PlaygroundFixture.in(playground, "general", "asha");
  private final Viewpoint ben = PlaygroundFixture.in(playground, "general", "ben");

  @Test
  void itWelcomesWithCommandsThatThereAre() {
    assertThat(newest(asha).body()).isInstanceOf(Post.class);
    assertThat(ReplyControl.on(reply(newest(asha))))
        .extracting(ReplyControl::label)
        .containsExactly("/topic", "/help");
  }

  @Test
  void whatBeginsWithoutASlashIsSaidToTheOthers() {
    playground.say(asha, " topic of the day? ");

    assertThat(newest(ben).body()).isEqualTo(new Chatter(asha.member(), "topic of the day?"));
  }

  @Test
  void whatEveryoneMaySeeIsSeenByEveryoneAndWhatIsPrivateByItsCaller() {
    playground.say(asha, "/topic");
    playground.say(asha, "/secret");

    assertThat(text(newest(ben))).contains("Data drift");
    assertThat(text(newest(asha))).contains("by the lake");
    assertThat(newest(asha).onlyFor()).isEqualTo("asha");
  }

  @Test
  void tooLongAMessageIsRefusedToItsAuthorAlone() {
    playground.say(asha, "x".repeat(Playground.LONGEST_MESSAGE + 1));

    assertThat(text(newest(asha))).contains("4001 characters");
    assertThat(newest(ben).body()).isInstanceOf(Post.class);
  }

  @Test
  void anOwnersPressUpdatesInPlaceAndAnothersIsAnsweredApart() {
    playground.say(asha, "/pages");
    Message pages = newest(asha);

    playground.press(asha, pages.id(), 0, "pages page:2");
    assertThat(newest(asha).id()).isEqualTo(pages.id());
    assertThat(text(newest(asha))).contains("Page 2");

    playground.press(ben, pages.id(), 0, "pages page:3");
    assertThat(newest(ben).id()).isNotEqualTo(pages.id());
    assertThat(text(newest(ben))).contains("Page 3");
    assertThat(text(playground.timeline().find(asha, pages.id()).orElseThrow())).contains("Page 2");
  }

  @Test
  void aButtonThatChangedMeanwhileIsGone() {
    playground.say(asha, "/pages");

    playground.press(asha, newest(asha).id(), 0, "pages page:7");

    assertThat(text(newest(asha))).contains("That button is gone");
  }

  @Test
  void nobodyPressesOnWhatTheyDoNotSee() {
    playground.say(asha, "/group show");

    Outcome outcome = playground.press(ben, newest(asha).id(), 0, "group create");

    assertThat(outcome).isEqualTo(Outcome.SHOWN);
    assertThat(text(newest(ben))).contains("That button is gone");
  }

  @Test
  void aFormIsAskedAgainUntilItIsRightAndIsSentOnce() {
    playground.say(asha, "/remind");
    Outcome.Asked asked =
        (Outcome.Asked) playground.press(asha, newest(asha).id(), 0, "remind day:2026-03-01");
    assertThat(asked.values()).containsEntry("day", "2026-03-01");

    Outcome.Asked again =
        (Outcome.Asked)
            playground.submit(asha, asked.id(), Map.of("day", "2026-03-01", "note", "x"));
    assertThat(again.mistake()).isNotNull();
    assertThat(java.util.Objects.requireNonNull(again.mistake()).option()).isEqualTo("note");
    assertThat(again.values()).containsEntry("note", "x");

    Map<String, String> right = Map.of("day", "2026-03-01", "note", "read on", "minutes", "");
    assertThat(playground.submit(asha, again.id(), right)).isEqualTo(Outcome.SHOWN);
    assertThat(text(newest(asha))).isEqualTo("On 2026-03-01: read on");

    playground.submit(asha, again.id(), right);
    assertThat(text(newest(asha))).contains("sent already");
  }

  @Test
  void aFormThatIsWrongAsAWholeSaysSoAboveItsFields() {
    playground.say(asha, "/group show");
    Outcome.Asked asked =
        (Outcome.Asked) playground.press(asha, newest(asha).id(), 0, "group create");

    Outcome.Asked again =
        (Outcome.Asked) playground.submit(asha, asked.id(), Map.of("name", "taken"));

    assertThat(java.util.Objects.requireNonNull(again.mistake()).option()).isNull();
    assertThat(PlainText.of(java.util.Objects.requireNonNull(again.mistake()).text()))
        .contains("of that name already");
  }

  @Test
  void movingTheClockTellsWhoListensAndDatesWhatFollows() {
    List<Instant> moves = new ArrayList<>();
    playground.clock().onMove(moves::add);

    playground.advance(asha, Duration.ofHours(1));
    playground.advanceToTomorrow(asha);
    playground.say(asha, "/when");

    assertThat(moves)
        .containsExactly(
            Instant.parse("2026-01-01T10:00:00Z"), Instant.parse("2026-01-02T09:00:00Z"));
    assertThat(text(newest(asha))).isEqualTo("It is 2026-01-02T09:00:00Z");
  }

  @Test
  void theClockDoesNotGoBack() {
    playground.moveClock(asha, PlaygroundFixture.MORNING.minusSeconds(1));

    assertThat(text(newest(asha))).contains("forward only");
    assertThat(playground.clock().instant()).isEqualTo(PlaygroundFixture.MORNING);
  }

  @Test
  void aFailureOfWhatFellDueIsToldAndTheClockHasMoved() {
    playground
        .clock()
        .onMove(at -> {
          throw new IllegalStateException("planted");
        });

    playground.advance(asha, Duration.ofHours(1));

    assertThat(text(newest(asha))).contains("went wrong on our side");
    assertThat(playground.clock().instant())
        .isEqualTo(PlaygroundFixture.MORNING.plus(Duration.ofHours(1)));
  }

  @Test
  void theCourierPostsOnceForEachNonce() {
    MessageSender sender = playground.sender();
    OutgoingMessage outgoing =
        OutgoingMessage.of(
            new Address.Channel(new Place(Platform.LOCAL, "Playground").channel("daily")),
            "n1",
            CARD);
    assertThat(sender.find(outgoing.address(), "n1", EVER)).isEqualTo(new Search.Absent());

    Delivery first = sender.send(outgoing);
    Delivery second = sender.send(outgoing);

    assertThat(first).isInstanceOf(Delivery.Sent.class).isEqualTo(second);
    assertThat(sender.find(outgoing.address(), "n1", EVER))
        .isEqualTo(new Search.Found((Delivery.Sent) first));
    assertThat(playground.timeline().look(PlaygroundFixture.in(playground, "daily", "ben")))
        .hasSize(1);
    assertThat(sender.platform()).isEqualTo(Platform.LOCAL);
  }

  @Test
  void theCourierTellsAMemberPrivately() {
    Account to = new Account(Platform.LOCAL, "Playground", "ben", "ben");

    playground.sender().send(OutgoingMessage.of(new Address.Direct(to), "n2", CARD));

    assertThat(
            playground.timeline().look(new Viewpoint(ben.member(), Channel.direct(ben.member()))))
        .hasSize(1);
    assertThat(playground.timeline().look(asha)).hasSize(1);
  }

  @Test
  void whatHasNoPlaceCannotBeDelivered() {
    MessageSender sender = playground.sender();

    assertThat(
            sender.send(
                OutgoingMessage.of(
                    new Address.Channel(new Place(Platform.LOCAL, "Playground").channel("attic")),
                    "n3",
                    CARD)))
        .isInstanceOfSatisfying(
            Delivery.Undeliverable.class,
            undeliverable -> assertThat(undeliverable.reason()).contains("#attic"));
    assertThat(
            sender.send(
                OutgoingMessage.of(
                    new Address.Channel(new Place(Platform.LOCAL, "lab").channel("daily")),
                    "n4",
                    CARD)))
        .isInstanceOf(Delivery.Undeliverable.class);
  }

  private Message newest(Viewpoint from) {
    return playground.timeline().look(from).getLast();
  }

  private static Reply reply(Message message) {
    return switch (message.body()) {
      case Answer answer -> answer.reply();
      case Post post -> post.card();
      case Chatter chatter -> throw new AssertionError("not from Cairn: " + chatter);
    };
  }

  private static String text(Message message) {
    return PlainText.of(reply(message));
  }
}
