package dev.cairn.feature.group;

import dev.cairn.feature.TestCommunity;
import dev.cairn.storage.DatabaseUnderTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SmokeTest {
  @ParameterizedTest
  @EnumSource
  void smoke(DatabaseUnderTest under) {
    try (var database = under.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-03-02T09:00:00Z");
      t(lab, "asha", "/leaderboard");
      t(lab, "asha", "/leaderboard groups");
      t(lab, "asha", "/group create Night owls");
      t(lab, "ben", "/group join night owls");
      t(lab, "dia", "/group create Solo");
      for (String who :
          List.of(
              "asha", "ben", "Chen", "dia", "eli", "fay", "gus", "hal", "ida", "jo", "kim",
              "lee")) {
        t(lab, who, "/done");
      }
      lab.at("2026-03-03T09:00:00Z");
      for (String who : List.of("ben", "Chen", "eli", "fay", "lee")) {
        lab.text(who, "/done");
      }
      lab.text("fay", "/settings hide:true");
      t(lab, "asha", "/leaderboard");
      t(lab, "asha", "/leaderboard week");
      System.out.println(lab.press("asha", "leaderboard of:members period:week page:2").reply());
      t(lab, "fay", "/leaderboard all");
      t(lab, "zoe", "/leaderboard all");
      t(lab, "ben", "/leaderboard groups");
      t(lab, "lee", "/leaderboard of:groups period:all");
      lab.at("2026-03-20T09:00:00Z");
      t(lab, "asha", "/leaderboard");
      t(lab, "asha", "/leaderboard period:month");
      t(lab, "asha", "/leaderboard of:groups period:month");
      System.out.println(lab.facts("asha", "/leaderboard of:groups period:month"));
    }
  }

  private static void t(TestCommunity lab, String who, String text) {
    System.out.println("---- " + who + ": " + text + "\n" + lab.text(who, text));
  }
}
