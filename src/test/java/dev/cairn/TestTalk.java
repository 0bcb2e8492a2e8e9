package dev.cairn;

import dev.cairn.chat.reply.PlainText;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import dev.cairn.platform.local.Turn;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A community whose members talk, on a clock that the test sets. */
public interface TestTalk {
  /** Where they talk. */
  LocalConversation conversation();

  /** What the clock shows. */
  Instant now();

  /** A member says something. */
  default Turn say(String member, String text) {
    return conversation().say(LocalMember.named(member), text, now(), Occasion.newId());
  }

  /** A moderator says something. */
  default Turn moderate(String member, String text) {
    return conversation().say(new LocalMember(member, true), text, now(), Occasion.newId());
  }

  /** A member presses a button of their newest reply. */
  default Turn press(String member, String action) {
    return conversation().press(LocalMember.named(member), action, now(), Occasion.newId());
  }

  /** The reply to what a member says, as plain text. */
  default String text(String member, String text) {
    return PlainText.of(say(member, text).reply());
  }

  /** The facts of the reply to what a member says. */
  default Map<String, @Nullable Object> facts(String member, String text) {
    return say(member, text).reply().facts().values();
  }
}
