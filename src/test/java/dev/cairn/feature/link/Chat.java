package dev.cairn.feature.link;

import dev.cairn.TestConversation;
import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Command;
import dev.cairn.command.Heard;
import dev.cairn.command.Input;
import dev.cairn.command.References;
import dev.cairn.database.Database;
import dev.cairn.feature.recompute.Recomputation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole core, spoken to from Discord and from Slack. */
final class Chat {
  static final Account ASHA_D = new Account(Platform.DISCORD, "guild", "1", "Asha");
  static final Account ASHA_S = new Account(Platform.SLACK, "T1", "U1", "asha");
  static final Account BO_D = new Account(Platform.DISCORD, "guild", "2", "Bo");
  static final Account BO_S = new Account(Platform.SLACK, "T1", "U2", "bo");
  static final Account MOD_D = new Account(Platform.DISCORD, "guild", "9", "Mod");
  static final Account MOD_S = new Account(Platform.SLACK, "T1", "U9", "mod");

  private final TestConversation core;
  private Instant now = Instant.parse("2026-01-01T09:00:00Z");

  Chat(Database database) {
    core = new TestConversation(database);
  }

  Chat at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  /** Moves the clock and does what falls due until then; what is sent is kept. */
  List<TestConversation.Posted> passTo(String instant) {
    core.at(instant);
    at(instant);
    return core.posts();
  }

  Chat on(int dayOfJanuary) {
    return at("2026-01-%02dT09:00:00Z".formatted(dayOfJanuary));
  }

  Reply say(Account who, String text) {
    return say(who, text, "test:" + UUID.randomUUID());
  }

  Reply say(Account who, String text, String id) {
    return answer(who, new Input.Line(text), id);
  }

  /** Presses a button. */
  Reply press(Account who, Action action) {
    return answer(who, new Input.Press(action, Effect.REPLY, true), "test:" + UUID.randomUUID());
  }

  private Reply answer(Account who, Input input, String id) {
    boolean moderator = who.name().equalsIgnoreCase("mod");
    String community = who.platform() == Platform.DISCORD ? "The guild" : "The workspace";
    return core.cairn()
        .dialogue()
        .answer(
            new Heard(
                id,
                Place.of(who),
                input,
                () -> new Caller(who, community, moderator, Locale.ENGLISH, null),
                now,
                "channel",
                new Known(who)))
        .reply();
  }

  CommandSpec spec(String name) {
    return core.cairn()
        .dialogue()
        .registry()
        .find(CommandName.of(name))
        .map(Command::spec)
        .orElseThrow();
  }

  String text(Account who, String text) {
    return PlainText.of(say(who, text));
  }

  Map<String, @Nullable Object> facts(Account who, String text) {
    return say(who, text).facts().values();
  }

  String code(Account who, String text) {
    return Objects.requireNonNull(facts(who, text).get("code")).toString();
  }

  int streak(Account who) {
    return ((Number) Objects.requireNonNull(facts(who, "/streak").get("streak"))).intValue();
  }

  /** Derives everything anew, as of now. */
  Recomputation.Changes recompute() {
    return core.cairn().recomputation().run(now);
  }

  /** A moderator of both places makes one community of them. */
  Chat tie() {
    return tie(MOD_D, MOD_S);
  }

  /** A moderator of both places makes one community of them. */
  Chat tie(Account shown, Account typed) {
    String code = code(shown, "/link community:true");
    press(typed, Action.of("link").with("code", code).with("sure", true));
    return this;
  }

  /** Takes the newest link of an account's learner apart. */
  Reply unlink(Account who) {
    return press(who, Action.of("link").with("off", true).with("sure", true));
  }

  /** One learner of two accounts. */
  Chat link(Account shown, Account typed) {
    say(typed, "/link code:" + code(shown, "/link"));
    return this;
  }

  private record Known(Account speaker) implements References {
    @Override
    public Optional<Account> member(String text) {
      String user = text.startsWith("@") ? text.substring(1) : text;
      return Optional.of(new Account(speaker.platform(), speaker.community(), user, user));
    }

    @Override
    public Optional<Value.Channel> channel(String text) {
      String name = text.startsWith("#") ? text.substring(1) : text;
      return Optional.of(new Value.Channel(name, name));
    }
  }
}
