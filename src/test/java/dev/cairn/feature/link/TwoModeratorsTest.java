package dev.cairn.feature.link;

import static dev.cairn.feature.link.Chat.ASHA_D;
import static dev.cairn.feature.link.Chat.MOD_D;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Action;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.Statements;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of two moderators who change the same at once, the second one changes what the first left. */
final class TwoModeratorsTest {
  /** Has something done once, when it is known who speaks next. */
  private static AtomicBoolean whenSomebodySpeaks(Database database, Runnable work) {
    AtomicBoolean done = new AtomicBoolean();
    Statements.after(
        database,
        "left join member_zone mz",
        () -> {
          if (done.compareAndSet(false, true)) {
            work.run();
          }
        });
    return done;
  }

  @ParameterizedTest
  @EnumSource
  void anUndoRestoresTheRulesThatThereWere(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Chat chat = new Chat(database).on(1);
      chat.say(MOD_D, "/streak");
      AtomicBoolean meanwhile =
          whenSomebodySpeaks(database, () -> chat.say(MOD_D, "/community set freezecap:4"));
      chat.say(MOD_D, "/community set freezecap:5 freezeevery:9");
      assertThat(meanwhile).isTrue();
      assertThat(chat.on(2).facts(ASHA_D, "/community show"))
          .containsEntry("freezecap", 5)
          .containsEntry("freezeevery", 9);
      chat.press(MOD_D, Action.of("audit").with("undo", true).with("confirm", true));
      assertThat(chat.on(3).facts(ASHA_D, "/community show"))
          .containsEntry("freezecap", 4)
          .containsEntry("freezeevery", 7);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUndoRestoresTheZoneThatAMemberHad(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Chat chat = new Chat(database).on(1);
      chat.say(ASHA_D, "/streak");
      chat.say(MOD_D, "/streak");
      AtomicBoolean meanwhile = new AtomicBoolean();
      Statements.after(
          database,
          "and a.platform =",
          () -> {
            if (meanwhile.compareAndSet(false, true)) {
              chat.say(ASHA_D, "/settings timezone:Asia/Kolkata");
            }
          });
      chat.at("2026-01-01T09:00:01Z").say(MOD_D, "/member zone @1 Asia/Tokyo reason:moved");
      assertThat(meanwhile).isTrue();
      chat.on(2).press(MOD_D, Action.of("audit").with("undo", true).with("confirm", true));
      assertThat(chat.on(3).facts(ASHA_D, "/settings")).containsEntry("timezone", "Asia/Kolkata");
    }
  }
}
