package dev.cairn.platform.discord.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.ForumLookup.Forum;
import dev.cairn.connection.ForumLookup.Tag;
import dev.cairn.connection.InstallationCheck.Finding;
import dev.cairn.connection.InstallationCheck.Posts;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.Delivery;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.connection.MessageSender.Search;
import dev.cairn.connection.MessageSender.Window;
import dev.cairn.connection.Ping;
import dev.cairn.platform.discord.ConnectedDiscord;
import dev.cairn.platform.discord.ConnectedTest;
import dev.cairn.platform.discord.standin.RestAnswer;
import dev.cairn.platform.discord.standin.World;
import dev.cairn.testkit.SampleReplies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts in forums, and mentions of roles. */
class DiscordForumTest extends ConnectedTest {
  private static final Place LAB = new Place(Platform.DISCORD, World.GUILD);
  private static final Address GENERAL = new Address.Channel(LAB.channel(World.GENERAL));
  private static final Address FORUM = new Address.Channel(LAB.channel(World.FORUM));
  private static final Address TAGGED = new Address.Channel(LAB.channel(World.TAGGED_FORUM));
  private static final Reply.Card CARD = SampleReplies.topic();
  private static final Ping READERS = new Ping.OfRole(new Value.Role(World.READERS, "readers"));
  private static final String THREADS = "/channels/[0-9]+/threads";

  private final Window justNow =
      new Window(
          Instant.now().minus(Duration.ofMinutes(5)), Instant.now().plus(Duration.ofMinutes(5)));
  private MessageSender sender;

  @BeforeEach
  void takeUp() {
    sender = connected.adapter.sender();
  }

  private static OutgoingMessage post(Address where, String nonce, @Nullable String tag) {
    return new OutgoingMessage(where, nonce, CARD, READERS, "Day 3: Fits", false, false, tag);
  }

  private Delivery.Sent sent(OutgoingMessage post) {
    return (Delivery.Sent) sender.send(post);
  }

  @Test
  void aPostInAForumIsAThreadOfItsOwn() throws InterruptedException {
    OutgoingMessage post = post(FORUM, "daily-1", null);
    Delivery.Sent sent = sent(post);
    assertThat(sender.furnish(post, sent, false)).isEmpty();
    JsonNode body = discord.await("POST", "/channels/" + World.FORUM + "/threads").body();
    assertThat(body.path("name").asText()).isEqualTo("Day 3: Fits");
    assertThat(ConnectedDiscord.read(body)).contains("Linear regression");
    assertThat(body.at("/message/components/0/content").asText()).isEqualTo("<@&905>");
    assertThat(body.at("/message/allowed_mentions/roles")).hasToString("[\"905\"]");
    assertThat(discord.unseen("POST", ".*/threads")).as("no second thread").isZero();
    assertThat(discord.unseen("PUT", ".*/pins/.*")).isZero();
  }

  @Test
  void aPostWithoutATitleOfItsOwnHasThatOfItsCard() throws InterruptedException {
    sent(OutgoingMessage.of(FORUM, "weekly-1", CARD));
    assertThat(discord.await("POST", THREADS).body().path("name").asText()).isEqualTo(CARD.title());
  }

  @Test
  void aPostThatIsThereIsFoundHoweverManyOthersAre() {
    discord.post(World.FORUM, 30);
    Delivery.Sent sent = sent(post(FORUM, "daily-2", null));
    sent(post(FORUM, "daily-3", null));
    assertThat(sender.find(FORUM, "daily-2", justNow)).isEqualTo(new Search.Found(sent));
    assertThat(sender.find(FORUM, "daily-4", justNow)).isEqualTo(new Search.Absent());
    assertThat(sender.find(TAGGED, "daily-2", justNow)).isEqualTo(new Search.Absent());
    Window later = new Window(justNow.until(), justNow.until().plusSeconds(9));
    assertThat(sender.find(FORUM, "daily-2", later)).isEqualTo(new Search.Absent());
  }

  @Test
  void aPostThatWasArchivedMeanwhileIsFound() {
    Instant now = Instant.now();
    Delivery.Sent sent = sent(post(FORUM, "daily-5", null));
    discord.archive(sent.messageId(), now.minusSeconds(200));
    for (int other = 0; other < 120; other++) {
      Delivery.Sent archived = sent(post(FORUM, "other-" + other, null));
      discord.archive(archived.messageId(), now.minusSeconds(199 - other));
    }
    assertThat(sender.find(FORUM, "daily-5", justNow)).isEqualTo(new Search.Found(sent));
    assertThat(sender.find(FORUM, "daily-6", justNow)).isEqualTo(new Search.Absent());
  }

  @Test
  void whereItMayNotLookItDoesNotSayThatNothingIsThere() {
    sent(post(FORUM, "daily-7", null));
    discord.answerNext(
        "GET", ".*/threads/active", RestAnswer.refused(403, 50001, "Missing Access"));
    assertThatThrownBy(() -> sender.find(FORUM, "daily-7", justNow))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPostSaysSomethingElseLaterAndMentionsNobodyAnew() throws InterruptedException {
    Reply.Card other = Reply.Card.titled("Linear regression").text("12 studied this").build();
    for (Address where : List.of(GENERAL, FORUM)) {
      Delivery.Sent sent = sent(post(where, "daily-8", null));
      OutgoingMessage edited =
          new OutgoingMessage(where, "daily-8", other, READERS, null, false, false);
      assertThat(sender.edit(edited, sent.messageId())).isEqualTo(sent);
      String channel = where.equals(FORUM) ? sent.messageId() : World.GENERAL;
      JsonNode edit =
          discord.await("PATCH", "/channels/" + channel + "/messages/" + sent.messageId()).body();
      assertThat(ConnectedDiscord.read(edit)).contains("12 studied this");
      assertThat(edit.at("/components/0/content").asText()).isEqualTo("<@&905>");
      assertThat(edit.at("/allowed_mentions/parse")).isEmpty();
      assertThat(edit.at("/allowed_mentions/roles")).isEmpty();
    }
  }

  @Test
  void aPostThatIsArchivedStaysAsItIs() {
    OutgoingMessage post = post(FORUM, "daily-9", null);
    Delivery.Sent sent = sent(post);
    discord.archive(sent.messageId(), Instant.now());
    Awaitility.await()
        .until(() -> sender.edit(post, sent.messageId()) instanceof Delivery.Undeliverable);
  }

  @Test
  void aPostHasItsTagAndIsNotMadeWithoutOneThatIsNeeded() throws InterruptedException {
    assertThat(sender.send(post(TAGGED, "daily-10", null)))
        .isInstanceOfSatisfying(
            Delivery.Undeliverable.class, told -> assertThat(told.reason()).contains("a tag"));
    assertThat(discord.unseen("POST", THREADS)).isZero();
    sent(post(TAGGED, "daily-10", World.TAG));
    assertThat(discord.await("POST", THREADS).body().path("applied_tags").path(0).asText())
        .isEqualTo(World.TAG);
  }

  @Test
  void aRoleIsMentionedOnceAndNobodyElseIs() throws InterruptedException {
    Reply.Card card = Reply.Card.titled("Day 3").text("@everyone <@&905> <@1001> @here").build();
    OutgoingMessage post =
        new OutgoingMessage(GENERAL, "daily-11", card, READERS, null, false, false);
    sent(post);
    sender.send(post);
    JsonNode body = discord.awaitMessage(World.GENERAL).body();
    assertThat(body.at("/components/0/content").asText()).isEqualTo("<@&905>");
    assertThat(body.toString().split("<@&905>", -1)).as("once").hasSize(2);
    assertThat(body.at("/allowed_mentions/parse")).isEmpty();
    assertThat(body.at("/allowed_mentions/users")).isEmpty();
    assertThat(body.at("/allowed_mentions/roles")).hasToString("[\"905\"]");
    assertThat(discord.awaitMessage(World.GENERAL).body().path("enforce_nonce").asBoolean())
        .as("what is sent again is the same message")
        .isTrue();
  }

  @Test
  void theForumsAreKnownWithTheTagsThatWeMayUse() {
    assertThat(connected.adapter.forums().orElseThrow().forums(World.GUILD))
        .containsExactlyInAnyOrder(
            new Forum(World.FORUM, false, List.of(), List.of()),
            new Forum(
                World.TAGGED_FORUM, true, List.of(new Tag(World.TAG, "Topics")), List.of("Staff")));
    assertThat(connected.adapter.forums().orElseThrow().forums("404")).isEmpty();
  }

  @Test
  void whatKeepsUsFromMentioningARoleIsTold() {
    assertThat(obstacles(World.GENERAL, World.READERS)).isEmpty();
    assertThat(obstacles(World.GENERAL, World.ABOVE_US))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.what()).contains("@Elders", "#general");
          assertThat(finding.remedy()).contains("allow anyone to mention it");
        });
    assertThat(obstacles(World.GENERAL, "12345"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).contains("no role"));
  }

  @Test
  void aForumTakesNoThreadsOfOursAndHasToBeReadBack() {
    assertThat(obstacles(World.FORUM, null)).isEmpty();
    discord.hideHistoryOfForum();
    Awaitility.await().until(() -> !obstacles(World.FORUM, null).isEmpty());
    assertThat(obstacles(World.FORUM, null))
        .extracting(Finding::what)
        .singleElement()
        .asString()
        .contains("Read History");
    discord.showHistoryOfForum();
    Awaitility.await().until(() -> obstacles(World.FORUM, null).isEmpty());
  }

  private List<Finding> obstacles(String channel, @Nullable String role) {
    return connected
        .adapter
        .installationCheck()
        .orElseThrow()
        .obstacles(
            World.GUILD,
            new Posts(channel, true, false, role == null ? null : new Value.Role(role, "name")));
  }
}
