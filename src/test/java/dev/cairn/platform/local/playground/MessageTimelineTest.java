package dev.cairn.platform.local.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.playground.Message.Chatter;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageTimelineTest {
  private static final LocalMember ASHA = LocalMember.named("asha");
  private static final LocalMember BEN = LocalMember.named("ben");
  private static final Channel GENERAL = new Channel("general", "all", false);
  private static final Channel DAILY = new Channel("daily", "day", false);

  private final MessageTimeline timeline = new MessageTimeline(PlaygroundRecords.NONE);

  @Test
  void everybodyInAChannelSeesWhatIsSaidThere() {
    say(GENERAL, null, "hello");

    assertThat(timeline.look(new Viewpoint(BEN, GENERAL))).hasSize(1);
    assertThat(timeline.look(new Viewpoint(BEN, DAILY))).isEmpty();
  }

  @Test
  void onlyOneMemberSeesWhatIsForThemAlone() {
    Message secret = say(GENERAL, ASHA, "hush");

    assertThat(timeline.look(new Viewpoint(ASHA, GENERAL))).containsExactly(secret);
    assertThat(timeline.look(new Viewpoint(BEN, GENERAL))).isEmpty();
    assertThat(timeline.find(new Viewpoint(BEN, GENERAL), secret.id())).isEmpty();
  }

  @Test
  void aDirectConversationIsSeenByItsMemberAlone() {
    Channel direct = Channel.direct(ASHA);
    say(direct, null, "for you");

    assertThat(timeline.look(new Viewpoint(ASHA, direct))).hasSize(1);
    assertThat(timeline.look(new Viewpoint(BEN, direct))).isEmpty();
  }

  @Test
  void aReplacedMessageKeepsItsPlaceAndGetsANewRevision() {
    Message first = say(GENERAL, null, "one");
    Message second = say(GENERAL, null, "two");

    timeline.replace(first, new Chatter(ASHA, "one, again"));

    var seen = timeline.look(new Viewpoint(ASHA, GENERAL));
    assertThat(seen).extracting(Message::id).containsExactly(first.id(), second.id());
    assertThat(seen.getFirst().revision()).isGreaterThan(second.revision());
    assertThat(seen.getFirst().body()).isEqualTo(new Chatter(ASHA, "one, again"));
  }

  @Test
  void whatAMemberHasNotLookedAtIsUnread() {
    say(GENERAL, null, "one");
    say(GENERAL, BEN, "for ben");

    assertThat(timeline.unread(new Viewpoint(ASHA, GENERAL))).isEqualTo(1);
    timeline.look(new Viewpoint(ASHA, GENERAL));
    assertThat(timeline.unread(new Viewpoint(ASHA, GENERAL))).isZero();
    assertThat(timeline.unread(new Viewpoint(BEN, GENERAL))).isEqualTo(2);
  }

  @Test
  void theOldestMakeRoomForTheNewest() {
    for (int i = 0; i < MessageTimeline.KEPT + 3; i++) {
      say(GENERAL, null, "number " + i);
    }

    var seen = timeline.look(new Viewpoint(ASHA, GENERAL));
    assertThat(seen).hasSize(MessageTimeline.KEPT);
    assertThat(seen.getFirst().body()).isEqualTo(new Chatter(ASHA, "number 3"));
  }

  @Test
  void everyChangeIsTold() {
    AtomicInteger told = new AtomicInteger();
    timeline.onChange(told::incrementAndGet);

    timeline.replace(say(GENERAL, null, "one"), new Chatter(ASHA, "two"));

    assertThat(told).hasValue(2);
  }

  private Message say(Channel channel, @Nullable LocalMember onlyFor, String text) {
    return timeline.add(channel, Instant.EPOCH, onlyFor, new Chatter(ASHA, text));
  }
}
