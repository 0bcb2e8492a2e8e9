package dev.cairn.platform.slack.receive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Answer;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tells members, in the answer at their first contact, which time zone Slack said they live in. */
public final class ZoneNote {
  private static final int REMEMBERED = 10_000;

  private final Function<Account, Optional<ZoneId>> ownZone;

  /** Whom nothing need be told any more, so that nobody is looked up twice a command for ever. */
  private final Cache<String, Boolean> settled =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /**
   * Tells by this.
   *
   * @param ownZone the time zone that a member has set, as opposed to the community's
   */
  public ZoneNote(Function<Account, Optional<ZoneId>> ownZone) {
    this.ownZone = ownZone;
  }

  /** The answer to somebody, with the note where it was answering that made the zone theirs. */
  Answer with(Caller caller, Supplier<Answer> answering) {
    ZoneId profile = caller.zone();
    String key = caller.account().community() + "/" + caller.account().user();
    if (profile == null
        || settled.getIfPresent(key) != null
        || own(key, caller.account()).isPresent()) {
      return answering.get();
    }
    Answer answer = answering.get();
    return own(key, caller.account()).equals(Optional.of(profile))
        ? answer.with(and(answer.reply(), told(caller.account().name(), profile)))
        : answer;
  }

  private Optional<ZoneId> own(String key, Account account) {
    Optional<ZoneId> own = ownZone.apply(account);
    own.ifPresent(zone -> settled.put(key, true));
    return own;
  }

  private static RichText told(String name, ZoneId zone) {
    return RichText.of(name + ", I took your time zone, ")
        .code(zone.getId())
        .plain(", from your Slack profile. To change it: ")
        .command("settings", "timezone:Europe/Berlin");
  }

  private static Reply and(Reply reply, RichText note) {
    return switch (reply) {
      case Reply.Card card -> and(card, note);
      case Reply.Notice(var problem, RichText text, var option, var controls, var facts) ->
          new Reply.Notice(problem, text.plain("\n").then(note), option, controls, facts);
    };
  }

  private static Reply.Card and(Reply.Card card, RichText note) {
    return new Reply.Card(
        card.title(),
        card.tone(),
        Stream.concat(card.blocks().stream(), Stream.of(new Block.Text(note))).toList(),
        card.controls(),
        card.facts(),
        card.personal());
  }
}
