package dev.cairn.feature.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.group.Quorum;
import dev.cairn.feature.Conversation;
import dev.cairn.feature.TestCommunity;
import dev.cairn.platform.local.Turn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What members say to groups, and what they are answered. */
final class GroupCommandsTest {
  private static final String OWLS = "/group create name:\"Night owls\"";
  private static final String JOIN_OWLS = "/group join name:\"Night owls\"";

  /** A community in which Asha has founded the Night owls, and others have joined in this order. */
  private static TestCommunity owls(Database database, String... joining) {
    TestCommunity lab = new TestCommunity(database);
    lab.say("asha", OWLS);
    for (String member : joining) {
      lab.at(lab.now().plusSeconds(1));
      assertThat(lab.say(member, JOIN_OWLS).problem()).isNull();
    }
    return lab;
  }

  /** That something was refused, in these words, and which option was wrong. */
  private static void assertRefused(
      Turn turn, Problem problem, @Nullable String option, String... words) {
    assertThat(turn.reply()).isInstanceOf(Reply.Notice.class);
    Reply.Notice notice = (Reply.Notice) turn.reply();
    assertThat(PlainText.of(notice)).contains(words);
    assertThat(notice.problem()).isEqualTo(problem);
    assertThat(notice.option()).isEqualTo(option);
  }

  private static String told(Turn turn) {
    assertThat(turn.problem()).as(PlainText.of(turn.reply())).isNull();
    return PlainText.of(turn.reply());
  }

  private static List<String> names(TestCommunity lab) {
    return Conversation.told(lab.say("zed", "/group list").reply(), "groups", "name");
  }

  @ParameterizedTest
  @EnumSource
  void whoFoundsAGroupOwnsItAndCountsFromTomorrow(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      Turn founded = lab.say("asha", "/group create name:\"  Night   owls 🦉 \"");
      assertThat(told(founded))
          .startsWith("Night owls 🦉 is founded")
          .contains("asha owns it, and counts from tomorrow on");
      assertThat(founded.reply().facts().values())
          .isEqualTo(Map.of("name", "Night owls 🦉", "members", 1));
      assertThat(told(lab.say("asha", "/group show")))
          .startsWith("Night owls 🦉")
          .contains("The group has just begun", "Counts from tomorrow: asha (owner)")
          .contains("Members: 1 of 50", "This week: nothing to count yet");
      lab.at("2026-03-03T09:00:00Z");
      assertThat(told(lab.say("asha", "/group show")))
          .contains("Today is open: 0 of 1 have checked in, and 1 more will keep it.")
          .contains("Still to come: asha (owner)");
      lab.say("asha", "/done");
      assertThat(lab.facts("asha", "/group show"))
          .containsEntry("streak", 1)
          .containsEntry("percent", 100)
          .containsEntry("members", 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherMemberJoinsByWhateverTheNameLooksLike(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database);
      Turn joined = lab.say("ben", "/group join name:night-OWLS");
      assertThat(told(joined))
          .startsWith("Welcome to Night owls")
          .contains("ben counts for the group from tomorrow on. It now has 2 members.");
      assertThat(joined.reply().facts().values())
          .isEqualTo(Map.of("name", "Night owls", "members", 2));
      lab.say("chen", OWLS);
      assertThat(told(lab.press("chen", "group join name:\"Night owls\"")))
          .startsWith("Welcome to Night owls");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMemberIsInOneGroupAtATime(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database, "ben");
      lab.say("chen", "/group create name:Larks");
      for (String member : List.of("asha", "ben")) {
        for (String line : List.of("/group join name:Larks", "/group create name:Bats")) {
          assertRefused(
              lab.say(member, line),
              Problem.CONFLICT,
              null,
              "You belong to Night owls already, and one is the limit.",
              "/group leave");
        }
      }
      assertRefused(lab.say("ben", JOIN_OWLS), Problem.CONFLICT, null, "You belong to Night owls");
      assertThat(names(lab))
          .as("no group was begun in vain")
          .containsExactly("Larks", "Night owls");
      lab.say("ben", "/group leave");
      assertThat(lab.facts("ben", "/group join name:Larks")).containsEntry("members", 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noTwoGroupsCanBeTakenForEachOther(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database);
      // In order: another case, no space, a digit one for an l, a Cyrillic o.
      for (String alike : List.of("NIGHT OWLS", "nightowls", "Night ow1s", "Night \u043ewls")) {
        assertRefused(
            lab.say("ben", "/group create name:\"" + alike + "\""),
            Problem.BAD_OPTION,
            "name",
            "There is a group called Night owls, and the two would be taken for each other.");
      }
      lab.say("ben", "/group create name:Larks");
      assertRefused(
          lab.say("ben", "/group rename name:\"Night-Owls!\""),
          Problem.BAD_OPTION,
          "name",
          "There is a group called Night owls");
      assertThat(names(lab)).containsExactly("Larks", "Night owls");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"@everyone", "@asha", "<@U123>", "<!channel>", "#general", "`owls`", "owls\\"})
  void aNameThatCouldPingOrBreakALineIsRefused(String name) {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestCommunity lab = new TestCommunity(database);
      assertRefused(
          lab.say("asha", "/group create name:'" + name + "'"),
          Problem.BAD_OPTION,
          "name",
          "A group's name takes letters, digits, spaces and emoji, but not");
      assertThat(names(lab)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "everyone | taken for something else",
        "Here! | taken for something else",
        "\u0430dmin | taken for something else",
        "x | has 2 to 40 characters; that one has 1",
        "--- | needs a letter or a digit",
        "ow\u2060ls | characters that nobody sees",
        "ow\u200bls | characters that nobody sees",
        "ow\u0007ls | characters that nobody sees",
        "o\u0301\u0302\u0303\u0304\u0305wls | piles up accents"
      })
  void aNameIsOneThatCanBeReadAndSaidAndIsNoWordOfOurs(String name, String words) {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestCommunity lab = new TestCommunity(database);
      Turn refused = lab.say("asha", "/group create name:\"" + name + "\"");
      assertRefused(refused, Problem.BAD_OPTION, "name", words);
      assertThat(names(lab)).isEmpty();
    }
  }

  /** It would turn the text around it; what is typed is read without it. */
  @Test
  void aMarkThatTurnsTextIsNoPartOfAName() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestCommunity lab = new TestCommunity(database);
      lab.say("asha", "/group create name:\"ow\u202els\"");
      assertThat(names(lab)).containsExactly("owls");
    }
  }

  /** With the joiners that scripts and emoji are written with, and an apostrophe. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "நண்பர்கள்",
        "夜のフクロウ",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\ud83d\udc69\u200d\ud83d\udcbb coders",
        "Asha's C++ & R"
      })
  void aNameMayBeOfAnyScript(String name) {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestCommunity lab = new TestCommunity(database);
      lab.say("asha", "/group create name:\"" + name + "\"");
      assertThat(names(lab)).containsExactly(name);
      assertThat(lab.say("ben", "/group join name:\"" + name + "\"").problem()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "rename"})
  void aNameTooLongIsToldHowLongItMayBe(String command) {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestCommunity lab = owls(database);
      assertRefused(
          lab.say("asha", "/group " + command + " name:" + "o".repeat(41)),
          Problem.BAD_OPTION,
          "name",
          "40 characters");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFullGroupTakesNobodyUntilSomebodyLeaves(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database, "ben", "chen");
      lab.groups.decide(lab.community(), new GroupPolicy(Quorum.DEFAULT, 2), lab.now());
      lab.at("2026-03-03T09:00:00Z");
      assertThat(told(lab.say("ben", "/group show")))
          .as("a smaller limit sends nobody away")
          .contains("Members: 3 of 2");
      assertRefused(
          lab.say("dia", JOIN_OWLS),
          Problem.CONFLICT,
          null,
          "Night owls is full: 3 of 2 places are taken.",
          "/group list");
      assertThat(lab.text("dia", "/group list")).contains("Night owls: 3 members, full");
      lab.say("chen", "/group leave");
      assertThat(lab.say("dia", JOIN_OWLS).problem()).isEqualTo(Problem.CONFLICT);
      lab.say("ben", "/group leave");
      assertThat(lab.facts("dia", JOIN_OWLS)).containsEntry("members", 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatDoesNotExistIsNamedWithTheNearestThatDoes(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      assertRefused(
          lab.say("ben", "/group join name:Owls"),
          Problem.NOT_FOUND,
          null,
          "There is no group called “Owls”.",
          "/group list");
      lab.say("asha", OWLS);
      assertRefused(
          lab.say("ben", "/group show name:\"Nigth owls\""),
          Problem.NOT_FOUND,
          null,
          "Did you mean Night owls?");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoBelongsToNoGroupIsToldHowToComeToOne(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database);
      assertRefused(
          lab.say("ben", "/group show"),
          Problem.NOT_FOUND,
          null,
          "You belong to no group yet",
          "/group create");
      for (String line :
          List.of(
              "/group leave",
              "/group rename name:Larks",
              "/group transfer member:@asha",
              "/group disband")) {
        assertRefused(
            lab.say("ben", line), Problem.CONFLICT, null, "You belong to no group.", "/group list");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheOwnerRenamesHandsOverAndDisbands(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database, "ben");
      Map<String, String> deeds =
          Map.of(
              "/group rename name:Larks", "rename it",
              "/group transfer member:@ben", "hand it over",
              "/group disband", "disband it");
      deeds.forEach((line, deed) ->
          assertRefused(
              lab.say("ben", line),
              Problem.NOT_ALLOWED,
              null,
              "Only the owner of Night owls can " + deed + ", and that is asha."));
      String confirm = confirm(lab.say("asha", "/group disband"));
      assertRefused(lab.press("ben", confirm), Problem.NOT_ALLOWED, null, "Only the owner");
      assertThat(told(lab.say("ben", "/group show"))).contains("asha (owner)", "Members: 2 of 50");
    }
  }

  /** What the button of the question whether to disband does. */
  private static String confirm(Turn question) {
    return Conversation.actions(question.reply()).getFirst();
  }

  @ParameterizedTest
  @EnumSource
  void aRenamedGroupKeepsItsStreakAndFreesItsName(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database);
      lab.at("2026-03-03T09:00:00Z").say("asha", "/done");
      Turn renamed = lab.say("asha", "/group rename name:\"NIGHT OWLS\"");
      assertThat(told(renamed)).isEqualTo("Night owls is now called NIGHT OWLS.");
      assertThat(told(lab.say("asha", "/group rename name:Larks")))
          .isEqualTo("NIGHT OWLS is now called Larks.");
      assertThat(lab.facts("asha", "/group show"))
          .containsEntry("name", "Larks")
          .containsEntry("streak", 1);
      assertThat(lab.say("ben", "/group show name:\"Night owls\"").problem())
          .isEqualTo(Problem.NOT_FOUND);
      assertThat(told(lab.say("ben", OWLS))).contains("Night owls is founded");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGroupIsHandedToOneOfItsMembersOnly(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database, "ben");
      lab.say("dia", "/done");
      assertRefused(
          lab.say("asha", "/group transfer member:@asha"),
          Problem.BAD_OPTION,
          "member",
          "You own Night owls already.");
      assertRefused(
          lab.say("asha", "/group transfer member:@dia"),
          Problem.BAD_OPTION,
          "member",
          "dia does not belong to Night owls. Only one of its members can own it.");
      assertRefused(
          lab.say("asha", "/group transfer member:@nobody"),
          Problem.NOT_FOUND,
          null,
          "nobody has not said anything to me yet");
      Turn given = lab.say("asha", "/group transfer member:@ben");
      assertThat(told(given)).isEqualTo("Night owls is now owned by ben.");
      assertThat(given.reply().facts().values()).containsEntry("owner", "ben");
      assertThat(lab.say("asha", "/group rename name:Larks").problem())
          .isEqualTo(Problem.NOT_ALLOWED);
      assertThat(lab.say("ben", "/group rename name:Larks").problem()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoLeftTheCommunityInheritsAGroupOnlyFromSomebodyWithWhomNobodyElseStays(
      DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database, "ben", "chen");
      lab.members.leave(lab.member("ben"), lab.now());
      assertThat(told(lab.say("asha", "/group leave"))).contains("chen owns it now.");
      assertThat(told(lab.say("chen", "/group leave"))).contains("ben owns it now.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whenItsOwnerLeavesTheLongestStandingMemberHasTheGroup(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      // Met in another order than they joined in.
      TestCommunity lab = new TestCommunity(database);
      lab.say("ben", "/done");
      lab.say("asha", OWLS);
      lab.at("2026-03-02T10:00:00Z").say("chen", JOIN_OWLS);
      lab.at("2026-03-02T11:00:00Z").say("ben", JOIN_OWLS);
      Turn left = lab.say("asha", "/group leave");
      assertThat(told(left))
          .isEqualTo(
              "asha has left Night owls. The days up to today stay with the group."
                  + " chen owns it now.");
      assertThat(left.reply().facts().values())
          .containsEntry("owner", "chen")
          .containsEntry("members", 2)
          .containsEntry("disbanded", false);
      assertThat(told(lab.say("ben", "/group leave"))).doesNotContain("owns it now");
      assertThat(told(lab.say("chen", "/group show"))).contains("chen (owner)");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGroupThatNobodyIsLeftInIsDisbanded(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database);
      Turn left = lab.say("asha", "/group leave");
      assertThat(told(left)).endsWith("Nobody is left in it, so it is disbanded.");
      assertThat(left.reply().facts().values())
          .containsEntry("members", 0)
          .containsEntry("disbanded", true)
          .containsEntry("owner", null);
      assertRefused(
          lab.say("asha", "/group leave"), Problem.CONFLICT, null, "You belong to no group.");
      assertThat(names(lab)).isEmpty();
      assertThat(told(lab.say("ben", OWLS))).contains("Night owls is founded");
    }
  }

  @ParameterizedTest
  @EnumSource
  void disbandingAsksFirstAndThenSendsEverybodyHome(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database, "ben");
      Turn question = lab.say("asha", "/group disband");
      assertThat(told(question))
          .startsWith("Disband Night owls?")
          .contains("Its 2 members will be without a group", "/group transfer");
      assertThat(names(lab)).as("nothing happened yet").containsExactly("Night owls");
      assertThat(told(lab.press("asha", confirm(question)))).startsWith("Night owls is disbanded");
      assertThat(names(lab)).isEmpty();
      assertThat(lab.say("ben", "/group show").problem()).isEqualTo(Problem.NOT_FOUND);
      assertThat(told(lab.say("ben", OWLS))).contains("Night owls is founded");
      assertRefused(
          lab.press("asha", confirm(question)), Problem.CONFLICT, null, "You belong to no group.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOldQuestionDisbandsNoOtherGroup(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database);
      String confirm = confirm(lab.say("asha", "/group disband"));
      lab.say("asha", "/group leave");
      lab.say("asha", "/group create name:Larks");
      assertRefused(
          lab.press("asha", confirm),
          Problem.CONFLICT,
          null,
          "That was about another group. You own Larks now, and nothing happened to it.");
      assertThat(names(lab)).containsExactly("Larks");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverLeavesAndComesBackCountsFromTheDayAfter(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = owls(database, "ben");
      lab.at("2026-03-03T09:00:00Z");
      lab.say("ben", "/group leave");
      lab.say("ben", JOIN_OWLS);
      lab.say("ben", "/done");
      assertThat(told(lab.say("asha", "/group show")))
          .as("the day of leaving still counts")
          .contains("Today is kept: 1 of 2 has checked in.", "Checked in: ben");
      lab.at("2026-03-04T09:00:00Z").say("ben", "/done");
      assertThat(told(lab.say("asha", "/group show")))
          .contains("Today is kept: 1 of 2 has checked in.", "Checked in: ben");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theListIsPagedByNameAndTellsWhoseIsWhich(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      assertThat(told(lab.say("asha", "/group list")))
          .contains("There is no group yet.", "/group create");
      for (char letter = 'l'; letter >= 'a'; letter--) {
        lab.say("member" + letter, "/group create name:\"" + letter + " team\"");
      }
      Turn first = lab.say("membera", "/group list");
      assertThat(told(first))
          .contains("- a team: 1 member, membera among them\n- b team: 1 member\n")
          .contains("- j team: 1 member", "Page 1 of 2")
          .doesNotContain("k team", "belongs to none yet");
      assertThat(Conversation.told(first.reply(), "groups", "name"))
          .as("machines are told all")
          .hasSize(12)
          .startsWith("a team");
      assertThat(told(lab.press("membera", "group list page:2")))
          .contains("k team", "l team", "Page 2 of 2")
          .doesNotContain("j team");
      assertThat(told(lab.press("asha", "group list page:9")))
          .as("beyond the last page is the last")
          .contains("Page 2 of 2", "belongs to none yet");
    }
  }
}
