package dev.cairn.database;

import dev.cairn.TestConversation;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.domain.Property;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A community that uses every command that keeps something, at random. */
final class RandomConversation {
  private static final List<String> NAMES =
      List.of("asha", "Ben", "chen", "Dia", "Éva", "فاطمة", "小明", "o'neill");
  private static final List<String> GROUPS = List.of("Owls", "Larks", "Night ☾ shift");
  private static final List<String> ZONES =
      List.of("UTC", "Asia/Kolkata", "America/New_York", "Pacific/Kiritimati");
  private static final Instant BEGINNING = Instant.parse("2026-01-01T07:00:00Z");

  private final RandomGenerator random;
  private final TestConversation lab;
  private Instant now = BEGINNING;

  RandomConversation(Database database, RandomGenerator random) {
    this.random = random;
    this.lab = new TestConversation(database);
  }

  /** When it stands still. */
  Instant now() {
    return now;
  }

  /** So many things are said, over some months. */
  void run(int acts) {
    for (int act = 0; act < acts; act++) {
      now = now.plus(Duration.ofMinutes(random.nextInt(500)));
      lab.at(now);
      if (random.nextInt(4) == 0) {
        lab.moderate("mod", ofModerator());
      } else {
        lab.say(name(), ofMember());
      }
    }
  }

  /**
   * What members are told who ask so many things of a database at an instant: the same of every
   * database with the same rows.
   */
  static List<String> answers(Database database, Instant at, int questions, long seed) {
    RandomGenerator random = new java.util.Random(seed);
    TestConversation lab = new TestConversation(database).at(at);
    List<String> answers = new ArrayList<>();
    for (int number = 0; number < questions; number++) {
      String name = Property.oneOf(random, NAMES);
      String other = Property.oneOf(random, NAMES);
      String question =
          switch (random.nextInt(14)) {
            case 0 -> "/streak";
            case 1 -> "/streak why:true";
            case 2 -> "/streak member:@" + other;
            case 3 -> "/leaderboard";
            case 4 -> "/leaderboard period:all";
            case 5 -> "/leaderboard period:month";
            case 6 -> "/leaderboard of:groups period:all";
            case 7 -> "/group show";
            case 8 -> "/group list";
            case 9 -> "/topic";
            case 10 -> "/blog list @" + other;
            case 11 -> "/settings";
            case 12 -> "/journey show";
            default -> "/blog goal";
          };
      String answer = PlainText.of(lab.say(name, question).reply());
      answers.add(name + " " + question + ": " + answer);
      if (number % 10 == 0) {
        for (String moderators :
            List.of("/audit", "/milestone list", "/community show", "/daily show")) {
          answers.add(moderators + ": " + PlainText.of(lab.moderate("mod", moderators).reply()));
        }
      }
    }
    return answers;
  }

  private String name() {
    return Property.oneOf(random, NAMES);
  }

  private LocalDate day() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private String ofMember() {
    String word = Property.oneOf(random, List.of("drift", "a \\\"quoted\\\" word", "☃", "Größe"));
    return switch (random.nextInt(22)) {
      case 0, 1, 2, 3 -> "/done";
      case 4 -> "/done note:\"%s\"".formatted(word);
      case 5 -> "/done minutes:" + (1 + random.nextInt(90));
      case 6 -> "/done note:\"%s\" link:https://example.org/%d".formatted(word, random.nextInt(99));
      case 7 -> "/settings timezone:" + Property.oneOf(random, ZONES);
      case 8 -> "/settings rest:" + Property.oneOf(random, List.of("sat", "sat,sun", "none"));
      case 9 -> "/settings remind:" + Property.oneOf(random, List.of("20:00", "07:30", "auto"));
      case 10 -> "/settings hide:" + random.nextBoolean();
      case 11 -> "/pause until:" + day().plusDays(1 + random.nextInt(9));
      case 12 -> "/pause off:true";
      case 13 -> "/group create name:\"%s\"".formatted(Property.oneOf(random, GROUPS));
      case 14 -> "/group join name:\"%s\"".formatted(Property.oneOf(random, GROUPS));
      case 15 -> "/group leave";
      case 16, 17 -> "/blog add https://asha.example/" + random.nextInt(60);
      case 18 -> "/blog add https://ben.example/%d title:\"%s\"".formatted(random.nextInt(9), word);
      case 19 -> "/blog goal posts:%d days:90".formatted(5 + random.nextInt(20));
      case 20 ->
          Property.oneOf(
              random,
              List.of(
                  "/link",
                  "/link code:0000-0000",
                  "/milestone mention agree:true",
                  "/blog settings checkin:true",
                  "/snooze"));
      default -> "/blog remove https://asha.example/" + random.nextInt(60);
    };
  }

  private String ofModerator() {
    String member = name();
    LocalDate day = day().minusDays(random.nextInt(6));
    return switch (random.nextInt(12)) {
      case 0 -> "/checkin grant @%s %s reason:\"forgot\"".formatted(member, day);
      case 1 -> "/checkin revoke @%s %s reason:\"not so\"".formatted(member, day);
      case 2 -> "/checkin excuse @%s %s reason:\"ill\"".formatted(member, day);
      case 3 -> "/community set freezeevery:" + (3 + random.nextInt(5));
      case 4 -> "/community set quorum:" + (10 + random.nextInt(80));
      case 5 -> "/community set timezone:" + Property.oneOf(random, ZONES);
      case 6 -> "/journey start %s without:sun".formatted(day());
      case 7 -> "/journey skip";
      case 8 -> "/daily set channel:#daily hour:0%d:00".formatted(random.nextInt(10));
      case 9 -> "/milestone rules posts:3,7 together:5,10 digest:1 auto:" + random.nextBoolean();
      case 10 -> Property.oneOf(random, List.of("/journey pause", "/journey resume"));
      default -> "/milestone list";
    };
  }
}
