package dev.cairn.platform.slack.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Answer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is told, and when, which time zone was taken from their profile. */
final class ZoneNoteTest {
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
  private static final String SAID = "asha, I took your time zone, Asia/Kolkata";

  private @Nullable ZoneId own;
  private int looks;
  private final ZoneNote note =
      new ZoneNote(account -> {
        looks++;
        return Optional.ofNullable(own);
      });

  private static Caller caller(@Nullable ZoneId profile) {
    return new Caller(
        new Account(Platform.SLACK, "T1", "U1", "asha"), "lab", false, Locale.ENGLISH, profile);
  }

  private static Answer said(Reply reply, boolean inPlace) {
    return new Answer.Said(null, reply, Audience.EVERYONE, inPlace);
  }

  private String answer(@Nullable ZoneId profile, @Nullable ZoneId ownAfterwards, Reply reply) {
    return PlainText.of(
        note.with(
                caller(profile),
                () -> {
                  own = ownAfterwards;
                  return said(reply, false);
                })
            .reply());
  }

  @Test
  void itIsSaidWhenAnsweringTookItAndOnlyThen() {
    Reply card = Reply.Card.titled("Done").text("Day one.").build();
    assertThat(answer(KOLKATA, null, card)).as("nobody was met").doesNotContain("profile");
    assertThat(answer(KOLKATA, KOLKATA, card)).startsWith("Done").contains("Day one.", SAID);
    int before = looks;
    assertThat(answer(KOLKATA, KOLKATA, card)).doesNotContain("profile");
    assertThat(looks).as("nobody is looked up for ever").isEqualTo(before);
  }

  @Test
  void whoChoseAnotherZoneAtOnceIsNotToldOfTheOneTheyLeft() {
    Reply saved = Reply.Notice.ok(RichText.of("Saved."));
    assertThat(answer(KOLKATA, ZoneId.of("Europe/Paris"), saved)).isEqualTo("Saved.");
  }

  @Test
  void whoseProfileTellsNoZoneIsToldNothing() {
    assertThat(answer(null, KOLKATA, Reply.Notice.ok(RichText.of("Hello.")))).isEqualTo("Hello.");
    assertThat(looks).isZero();
  }

  @Test
  void itIsSaidInEveryKindOfReplyThatHoldsText() {
    Reply.Notice refused = Reply.Notice.refused(Problem.CONFLICT, RichText.of("Taken."));
    assertThat(answer(KOLKATA, KOLKATA, refused)).startsWith("Taken.\n" + SAID);
    own = null;
    ZoneNote another = new ZoneNote(account -> Optional.ofNullable(own));
    Answer update =
        another.with(
            caller(KOLKATA),
            () -> {
              own = KOLKATA;
              return said(Reply.Card.titled("Page 2").build(), true);
            });
    assertThat(((Answer.Said) update).inPlace()).isTrue();
    assertThat(PlainText.of(update.reply())).contains(SAID);
  }
}
