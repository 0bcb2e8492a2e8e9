package dev.cairn.feature.link;

import static dev.cairn.feature.link.Chat.ASHA_D;
import static dev.cairn.feature.link.Chat.ASHA_S;
import static dev.cairn.feature.link.Chat.BO_D;
import static dev.cairn.feature.link.Chat.MOD_D;
import static dev.cairn.feature.link.Chat.MOD_S;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation.Posted;
import dev.cairn.chat.Account;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What members and communities bring along beside their days. */
class BroughtAlongTest {
  private static void with(DatabaseUnderTest under, Consumer<Chat> conversation) {
    try (Database database = under.open()) {
      conversation.accept(new Chat(database));
    }
  }

  private static Account local(String place, String name) {
    return new Account(Platform.LOCAL, place, name, name);
  }

  private static void write(Chat chat, Account who, int from, int until) {
    for (int post = from; post <= until; post++) {
      chat.say(who, "/blog add https://asha.example/" + post);
    }
  }

  private static int posts(Chat chat, Account who) {
    return ((Number) Objects.requireNonNull(chat.facts(who, "/blog list").get("total"))).intValue();
  }

  private static List<String> milestones(Chat chat) {
    return ((List<?>) chat.facts(MOD_D, "/milestone list").getOrDefault("milestones", List.of()))
        .stream()
            .map(each -> (Map<?, ?>) each)
            .map(each ->
                String.valueOf(each.get("whose")).toLowerCase(Locale.ROOT)
                    + " "
                    + each.get("threshold")
                    + " "
                    + each.get("state"))
            .sorted()
            .toList();
  }

  private static @Nullable Object reminder(Chat chat, Account who) {
    return chat.facts(who, "/settings").get("remind");
  }

  @ParameterizedTest
  @EnumSource
  void aPostCountsOnceAndComesAndGoesWithItsAccount(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1);
          write(chat, ASHA_D, 1, 3);
          write(chat, ASHA_S, 3, 5);
          chat.say(ASHA_S, "/blog goal posts:26 days:182");
          chat.tie().link(ASHA_D, ASHA_S);
          assertThat(posts(chat, ASHA_D)).isEqualTo(5);
          assertThat(chat.facts(ASHA_D, "/blog list")).containsEntry("goal", 26);
          assertThat(chat.facts(ASHA_D, "/blog add https://asha.example/5"))
              .containsEntry("counted", false);
          write(chat, ASHA_S, 6, 6);
          chat.say(ASHA_S, "/blog remove https://asha.example/1");
          chat.unlink(ASHA_D);
          assertThat(posts(chat, ASHA_D)).as("2, 3 and 6").isEqualTo(3);
          assertThat(posts(chat, ASHA_S)).as("3, 4, 5 and 6").isEqualTo(4);
          assertThat(chat.facts(ASHA_D, "/blog list")).containsEntry("goal", 180);
          assertThat(chat.facts(ASHA_S, "/blog list")).containsEntry("goal", 26);
          chat.link(ASHA_D, ASHA_S);
          assertThat(posts(chat, ASHA_D)).as("2 to 6").isEqualTo(5);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aPostThatWasTakenDownDoesNotComeBackWithAnotherAccount(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1);
          write(chat, ASHA_D, 1, 2);
          write(chat, ASHA_S, 1, 3);
          write(chat, ASHA_S, 4, 4);
          chat.say(MOD_D, "/blog strike member:@1 url:https://asha.example/1 reason:copied");
          chat.say(MOD_S, "/blog strike member:@U1 url:https://asha.example/2 reason:copied");
          chat.say(MOD_S, "/blog strike member:@U1 url:https://asha.example/4 reason:copied");
          assertThat(posts(chat, ASHA_D)).isEqualTo(1);
          assertThat(posts(chat, ASHA_S)).as("1 and 3").isEqualTo(2);
          chat.tie().link(ASHA_D, ASHA_S);
          assertThat(posts(chat, ASHA_D)).as("3").isEqualTo(1);
          write(chat, ASHA_S, 1, 4);
          assertThat(posts(chat, ASHA_D)).as("still").isEqualTo(1);
          chat.say(
              MOD_D, "/blog strike member:@1 url:https://asha.example/1 reason:theirs undo:true");
          assertThat(posts(chat, ASHA_D)).as("1 and 3").isEqualTo(2);
          chat.unlink(ASHA_D);
          assertThat(posts(chat, ASHA_D)).as("1").isEqualTo(1);
          assertThat(posts(chat, ASHA_S)).as("1 and 3").isEqualTo(2);
          chat.link(ASHA_D, ASHA_S);
          assertThat(posts(chat, ASHA_D)).as("1 and 3").isEqualTo(2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aPostOfALearnerCountsOnceForTheCommunity(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1)
              .say(MOD_D, "/milestone rules posts:none together:4,5,6,7 streak:none confirm:true");
          chat.tie();
          write(chat, ASHA_D, 1, 2);
          write(chat, ASHA_S, 2, 2);
          chat.link(ASHA_D, ASHA_S);
          assertThat(milestones(chat)).as("three posts, one of them twice").isEmpty();
          write(chat, ASHA_S, 3, 3);
          chat.unlink(ASHA_D);
          assertThat(milestones(chat))
              .as("what both had written counts as theirs again")
              .containsExactly("the guild 4 waiting");
          chat.say(ASHA_S, "/blog remove https://asha.example/3");
          chat.say(ASHA_D, "/blog add https://asha.example/4");
          assertThat(milestones(chat))
              .as("the post written meanwhile counts once, and still does")
              .containsExactly("the guild 4 waiting", "the guild 5 waiting");
          chat.say(ASHA_D, "/blog remove https://asha.example/3");
          chat.say(ASHA_D, "/blog add https://asha.example/5");
          assertThat(milestones(chat)).hasSize(2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aMilestoneThatEitherReachedIsNotReachedAgain(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1).say(MOD_D, "/milestone rules together:none channel:#milestones");
          write(chat, ASHA_D, 1, 4);
          chat.tie();
          write(chat, ASHA_S, 11, 17);
          assertThat(milestones(chat))
              .containsExactly("asha 1 waiting", "asha 1 waiting", "asha 7 waiting");
          chat.link(ASHA_D, ASHA_S);
          assertThat(milestones(chat)).containsExactly("asha 1 waiting", "asha 7 waiting");
          chat.say(MOD_D, "/milestone rules posts:1,7,10,11 confirm:true");
          write(chat, ASHA_S, 21, 21);
          assertThat(milestones(chat))
              .as("twelve posts pass what eleven had reached")
              .containsExactly("asha 1 waiting", "asha 7 waiting");
          chat.unlink(ASHA_D);
          assertThat(milestones(chat)).containsExactly("asha 1 waiting", "asha 7 waiting");
          write(chat, ASHA_D, 31, 35);
          assertThat(milestones(chat))
              .as("the seventh was the learner's, the tenth is new")
              .containsExactly("asha 1 waiting", "asha 10 waiting", "asha 7 waiting");
        });
  }

  @ParameterizedTest
  @EnumSource
  void togetherTheyReachWhatNeitherHad(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1);
          write(chat, ASHA_D, 1, 4);
          write(chat, ASHA_S, 5, 8);
          chat.tie().link(ASHA_D, ASHA_S);
          assertThat(milestones(chat)).containsExactly("asha 1 waiting", "asha 7 waiting");
          chat.unlink(ASHA_D);
          write(chat, ASHA_S, 9, 12);
          assertThat(milestones(chat)).containsExactly("asha 1 waiting", "asha 7 waiting");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aFeedIsKeptWhereThereIsNoneElseTold(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1).say(ASHA_D, "/topic");
          chat.say(ASHA_S, "/blog feed url:https://asha.example/feed.xml");
          chat.tie().link(ASHA_D, ASHA_S);
          assertThat(chat.text(ASHA_D, "/blog feed")).contains("https://asha.example/feed.xml");
          chat.unlink(ASHA_D);
          assertThat(chat.text(ASHA_D, "/blog feed")).doesNotContain("asha.example/feed.xml");
          assertThat(chat.text(ASHA_S, "/blog feed")).contains("https://asha.example/feed.xml");
          chat.say(ASHA_D, "/blog feed url:https://other.example/feed.xml");
          String code = chat.code(ASHA_D, "/link");
          assertThat(chat.text(ASHA_S, "/link code:" + code))
              .contains("https://other.example/feed.xml", "https://asha.example/feed.xml");
          assertThat(chat.text(ASHA_S, "/blog feed")).contains("https://other.example/feed.xml");
          chat.unlink(ASHA_D);
          assertThat(chat.text(ASHA_S, "/blog feed")).contains("https://asha.example/feed.xml");
        });
  }

  @ParameterizedTest
  @EnumSource
  void daysAreJudgedByTheRulesOfTheOneCommunityAtOnce(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          Account mod = local("lab", "mod");
          Account modThere = local("annex", "mod");
          Account ann = local("annex", "ann");
          chat.at("2026-01-01T09:00:00Z").say(mod, "/streak");
          chat.say(modThere, "/community set freezestart:0");
          for (int day = 2; day <= 5; day++) {
            chat.passTo("2026-01-0%dT09:00:00Z".formatted(day));
            chat.say(ann, "/done");
          }
          chat.passTo("2026-01-07T09:00:00Z");
          assertThat(chat.streak(ann)).as("without a freeze the 6th is missed").isZero();
          chat.tie(mod, modThere);
          assertThat(chat.streak(ann)).as("with a freeze it is bridged").isEqualTo(4);
          assertThat(chat.text(mod, "/leaderboard")).contains("ann");
          chat.passTo("2026-01-07T09:01:00Z");
          assertThat(chat.text(mod, "/leaderboard")).contains("ann");
          assertThat(chat.recompute().streaks()).as("all is derived").isZero();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aReminderGoesWithTheAccountThatHearsIt(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1).say(ASHA_D, "/topic");
          chat.say(ASHA_S, "/settings remind:20:00");
          chat.tie();
          chat.link(ASHA_D, ASHA_S);
          assertThat(reminder(chat, ASHA_D)).isEqualTo("20:00");
          chat.unlink(ASHA_D);
          assertThat(reminder(chat, ASHA_D)).isEqualTo("off");
          assertThat(reminder(chat, ASHA_S)).isEqualTo("20:00");
          chat.say(ASHA_D, "/settings remind:21:00");
          chat.link(ASHA_D, ASHA_S);
          assertThat(reminder(chat, ASHA_S)).isEqualTo("21:00");
          chat.unlink(ASHA_D);
          assertThat(reminder(chat, ASHA_D)).isEqualTo("21:00");
          assertThat(reminder(chat, ASHA_S)).isEqualTo("20:00");
          assertThat(reminder(chat, BO_D)).isEqualTo("off");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aLearnerIsRemindedOnce(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          Account here = local("lab", "asha");
          Account there = local("annex", "ash");
          chat.at("2026-01-01T09:00:00Z").say(here, "/settings remind:20:00");
          chat.say(there, "/settings remind:20:00");
          chat.say(here, "/done");
          chat.say(there, "/done");
          chat.tie(local("lab", "mod"), local("annex", "mod")).link(here, there);
          List<Posted> sent = chat.passTo("2026-01-02T23:00:00Z");
          assertThat(sent).extracting(Posted::kind).containsExactly("reminder");
          assertThat(sent.getFirst().message().address()).isEqualTo(new Address.Direct(here));
          chat.say(here, "/done");
          chat.unlink(here);
          assertThat(chat.passTo("2026-01-03T23:00:00Z")).as("each account by itself").hasSize(3);
        });
  }

  @ParameterizedTest
  @EnumSource
  void topicsByDirectMessageAreOnesOwnToStopWhicheverAccountAskedForThem(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          Account here = local("lab", "asha");
          Account there = local("annex", "ash");
          chat.at("2026-01-01T09:00:00Z").say(here, "/settings");
          chat.say(there, "/topic daily:20:00");
          chat.tie(local("lab", "mod"), local("annex", "mod")).link(here, there);
          List<Posted> sent = chat.passTo("2026-01-01T23:00:00Z");
          assertThat(sent).extracting(Posted::kind).containsExactly("direct");
          assertThat(sent.getFirst().message().address()).isEqualTo(new Address.Direct(there));
          chat.say(here, "/topic daily:off");
          assertThat(chat.passTo("2026-01-03T23:00:00Z")).as("no more").hasSize(1);
          chat.say(here, "/topic daily:21:00");
          assertThat(chat.passTo("2026-01-04T23:00:00Z")).as("once").hasSize(2);
          chat.unlink(here);
          assertThat(chat.passTo("2026-01-05T23:00:00Z")).as("each by itself").hasSize(4);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aBuddyGoesWithTheAccountThatHearsOfThem(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          Account here = local("lab", "asha");
          Account there = local("annex", "ash");
          Account bo = local("annex", "bo");
          chat.at("2026-01-01T09:00:00Z").say(here, "/settings");
          chat.say(there, "/buddy find");
          chat.say(bo, "/buddy find");
          chat.tie(local("lab", "mod"), local("annex", "mod")).link(here, there);
          assertThat(chat.facts(here, "/buddy show")).containsEntry("buddy", "bo");
          chat.at("2026-01-01T09:30:00Z").say(bo, "/done");
          Posted nudge = chat.passTo("2026-01-01T10:00:00Z").getLast();
          assertThat(nudge.text()).contains("bo has checked in today");
          assertThat(nudge.message().address()).isEqualTo(new Address.Direct(there));

          chat.unlink(here);
          assertThat(chat.facts(here, "/buddy show")).containsEntry("state", "none");
          assertThat(chat.facts(there, "/buddy show")).containsEntry("buddy", "bo");
          assertThat(chat.facts(bo, "/buddy show")).containsEntry("buddy", "ash");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aLearnerIsNotTheirOwnBuddyAndHasOne(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          Account here = local("lab", "asha");
          Account there = local("annex", "ash");
          Account bo = local("annex", "bo");
          Account cy = local("lab", "cy");
          chat.tie(local("lab", "mod"), local("annex", "mod"));
          chat.at("2026-01-01T09:00:00Z").say(here, "/buddy find");
          chat.say(there, "/buddy find");
          chat.link(here, there);
          assertThat(chat.facts(here, "/buddy show")).containsEntry("state", "none");

          chat.unlink(here);
          chat.say(here, "/buddy find");
          chat.say(cy, "/buddy find");
          chat.say(there, "/buddy find");
          chat.say(bo, "/buddy find");
          chat.link(here, there);
          assertThat(chat.facts(here, "/buddy show")).containsEntry("buddy", "cy");
          assertThat(chat.facts(bo, "/buddy show")).containsEntry("state", "none");
          assertThat(chat.passTo("2026-01-01T09:01:00Z"))
              .extracting(post -> post.message().card().title())
              .contains("You and your study buddy are no longer paired");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aPlaceKeepsItsDailyPostAndGetsNoneTwice(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          Account mod = local("lab", "mod");
          Account modThere = local("annex", "mod");
          chat.at("2026-01-01T09:00:00Z")
              .say(mod, "/daily set channel:#daily hour:08:00 weekly:no");
          chat.say(modThere, "/community set timezone:Asia/Kolkata");
          chat.say(modThere, "/daily set channel:#topics hour:08:00 weekly:no");
          assertThat(chat.passTo("2026-01-02T09:00:00Z")).hasSize(2);
          chat.tie(mod, modThere);
          assertThat(chat.text(modThere, "/daily show")).contains("#topics");
          assertThat(chat.passTo("2026-01-02T23:00:00Z")).as("nothing twice").hasSize(2);
          List<Posted> posted = chat.passTo("2026-01-03T09:00:00Z");
          assertThat(posted.subList(2, posted.size()))
              .extracting(each -> each.at() + " " + each.message().address())
              .containsExactly(
                  "2026-01-03T02:30:00Z "
                      + new Address.Channel(new Place(Platform.LOCAL, "annex").channel("topics")),
                  "2026-01-03T08:00:00Z "
                      + new Address.Channel(new Place(Platform.LOCAL, "lab").channel("daily")));
          assertThat(posted.subList(2, 4))
              .as("the settled community's journey")
              .extracting(each -> PlainText.of(each.message().card()).contains("Day 3"))
              .containsOnly(true);
        });
  }
}
