package dev.cairn;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.chat.Couriers;
import dev.cairn.chat.PlainText;
import dev.cairn.command.CommandObserver;
import dev.cairn.feature.outage.Presence;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import dev.cairn.platform.local.Turn;
import dev.cairn.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conversation with the whole core in one community, on a clock that the test sets. */
public final class TestConversation {
  /** The built-in content, read once. */
  public static final Catalog CATALOG = CatalogLoader.builtIn();

  private final Cairn cairn;
  private final LocalConversation conversation;
  private final Presence presence;
  private Instant now = Instant.parse("2026-01-01T09:00:00Z");

  /** In a community called lab. */
  public TestConversation(Database database) {
    this(database, "lab");
  }

  /** In the community of this name. */
  public TestConversation(Database database, String community) {
    cairn =
        new Cairn(
            database, CATALOG, () -> now, Optional.empty(), CommandObserver.NONE, new Couriers());
    presence = cairn.presence();
    conversation =
        new LocalConversation(cairn.router(), cairn.lineReader(), LocalCommunity.open(community));
  }

  /** The core. */
  public Cairn cairn() {
    return cairn;
  }

  /** Moves the clock. */
  public TestConversation at(String instant) {
    return at(Instant.parse(instant));
  }

  /** Moves the clock. */
  public TestConversation at(Instant instant) {
    now = instant;
    return this;
  }

  /** Moves the clock on. */
  public TestConversation after(Duration duration) {
    now = now.plus(duration);
    return this;
  }

  /** Is told when platforms are in reach. */
  public Presence presence() {
    return presence;
  }

  /** A member says something. */
  public Turn say(String member, String text) {
    return conversation.say(LocalMember.named(member), text, now, Occasion.newId());
  }

  /** A member says something that the platform delivers under this id. */
  public Turn say(String member, String text, String id) {
    return conversation.say(LocalMember.named(member), text, now, id);
  }

  /** A moderator says something. */
  public Turn moderate(String member, String text) {
    return conversation.say(new LocalMember(member, true), text, now, Occasion.newId());
  }

  /** A member presses a button of their newest reply. */
  public Turn press(String member, String action) {
    return conversation.press(LocalMember.named(member), action, now, Occasion.newId());
  }

  /** The reply to what a member says, as plain text. */
  public String text(String member, String text) {
    return PlainText.of(say(member, text).reply());
  }

  /** The facts of the reply to what a member says. */
  public Map<String, @Nullable Object> facts(String member, String text) {
    return say(member, text).reply().facts().values();
  }
}
