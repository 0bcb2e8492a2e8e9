package dev.cairn.feature;

import dev.cairn.TestConversation;
import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.database.Database;
import dev.cairn.domain.Property;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import dev.cairn.platform.local.ReplyControl;
import dev.cairn.platform.local.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A community in which anything that all can see is asked for at random, in any state, and what it
 * is told. Its content speaks to nobody, so that whoever is spoken to is spoken to by us.
 */
final class SpokenToAll {
  private static final Pattern SOMEBODY =
      Pattern.compile("\\b(you|your|yours|yourself|yourselves)\\b", Pattern.CASE_INSENSITIVE);

  /** The one question that is put to whoever reads it. */
  private static final String TO_EACH = "Check yourself";

  private static final List<String> NAMES = List.of("asha", "ben", "chen", "dia");

  /** What members show to all after they have looked it up. */
  private static final List<String> SHARED =
      List.of(
          "role share:true",
          "role name:\"machine learning engineer\" share:true",
          "roadmap share:true",
          "certification share:true",
          "resource about:python share:true",
          "search query:drift share:true");

  private static final List<String> GROUPS = List.of("Owls", "Larks");
  private static final Instant BEGINNING = Instant.parse("2026-01-01T07:00:00Z");

  private final RandomGenerator random;
  private final TestConversation lab;
  private final double diligence;
  private Instant now = BEGINNING;
  private int told;
  private final Set<String> commands = new TreeSet<>();
  private final Set<String> kinds = new TreeSet<>();
  private final Set<String> spoken = new TreeSet<>();

  SpokenToAll(Database database, Catalog impersonal, RandomGenerator random) {
    this.random = random;
    this.lab = new TestConversation(database, "lab", impersonal);
    this.diligence = 0.5 + random.nextDouble() / 2;
  }

  /** The built-in content without a word to its reader. */
  static Catalog impersonal(Path folder) {
    Path seeds = Path.of("seeds");
    try (Stream<Path> files = Files.walk(seeds)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(seeds.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        if (file.toString().endsWith(".yaml")) {
          Files.writeString(copy, SOMEBODY.matcher(Files.readString(file)).replaceAll("some"));
        } else {
          Files.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return CatalogLoader.load(folder);
  }

  /** The commands that were answered to all, and how they were. */
  Set<String> commands() {
    return commands;
  }

  /** What speaks to one of those who read it. */
  Set<String> spoken() {
    return spoken;
  }

  /** What was posted to all without being asked for. */
  Set<String> kinds() {
    return kinds;
  }

  void live(int days) {
    moderate("/daily set channel:#daily weekly:true hour:0%d:00".formatted(4 + random.nextInt(4)));
    moderate("/milestone rules posts:1,3 streak:2,7 together:5 auto:true channel:#wins");
    say("asha", "/group create name:Owls");
    say("ben", "/group join name:Owls");
    say("asha", "/group transfer member:@ben");
    for (int day = 0; day < days; day++) {
      for (String name : NAMES) {
        later();
        if (random.nextDouble() < diligence) {
          say(name, done());
        }
        if (random.nextInt(3) == 0) {
          say(name, ofMember());
        }
        say(name, question());
        press(name, Property.oneOf(random, SHARED));
      }
      later();
      moderate(ofModerator());
      now = BEGINNING.plus(Duration.ofDays(day + 1L));
      lab.at(now);
      listen();
    }
    moderate("/race stop");
    moderate(race());
    moderate("/race stop");
  }

  private String race() {
    return "/race start name:Sprint from:%s until:%s"
        .formatted(day().plusDays(1), day().plusDays(7));
  }

  private void later() {
    now = now.plus(Duration.ofMinutes(10 + random.nextInt(150)));
    lab.at(now);
    listen();
  }

  private LocalDate day() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private void say(String name, String line) {
    hear(new LocalMember(name, false), line, lab.say(name, line));
  }

  private void press(String name, String action) {
    hear(new LocalMember(name, false), action, lab.press(name, action));
  }

  private void moderate(String line) {
    hear(new LocalMember("mod", true), line, lab.moderate("mod", line));
  }

  /** Reads what is answered, and presses a button of it now and then. */
  private void hear(LocalMember member, String line, Turn turn) {
    if (turn.audience() == Audience.EVERYONE) {
      commands.add(String.valueOf(turn.command()));
      check(line, turn.reply());
    }
    List<ReplyControl> offers = turn.offers();
    if (!offers.isEmpty() && random.nextInt(3) == 0) {
      ReplyControl offer = Property.oneOf(random, offers);
      Occasion occasion = new Occasion(member, LocalCommunity.GENERAL, now, Occasion.newId());
      hear(member, line + ", " + offer.label(), lab.conversation().press(occasion, offer));
    }
  }

  private void listen() {
    lab.posts().stream()
        .skip(told)
        .filter(post -> post.message().address() instanceof Address.Channel)
        .forEach(post -> {
          kinds.add(post.kind());
          check(post.kind() + " at " + post.at(), post.message().card());
        });
    told = lab.posts().size();
  }

  private void check(String line, Reply reply) {
    spokenTo(reply).forEach(text -> spoken.add(line + " is answered: " + text));
  }

  /** The lines that speak to one of those who read them. */
  static List<String> spokenTo(Reply reply) {
    return all(reply)
        .replace(TO_EACH, "")
        .lines()
        .filter(text -> SOMEBODY.matcher(text).find())
        .toList();
  }

  /** What is to be read, with the words on the buttons. */
  private static String all(Reply reply) {
    List<String> parts = new ArrayList<>();
    parts.add(PlainText.of(reply));
    List<Control> controls =
        switch (reply) {
          case Reply.Card card -> card.controls();
          case Reply.Notice notice -> notice.controls();
        };
    for (Control control : controls) {
      parts.add(
          switch (control) {
            case Control.Button button -> button.label();
            case Control.FormButton button -> button.label();
            case Control.LinkButton button -> button.label();
            case Control.Select select -> select.placeholder() + " " + select.entries();
          });
    }
    return String.join("\n", parts);
  }

  private String done() {
    return switch (random.nextInt(8)) {
      case 0 -> "/done note:\"drift, slowly\"";
      case 1 -> "/done minutes:" + (1 + random.nextInt(90));
      case 2 -> "/done day:" + (1 + random.nextInt(180));
      case 3 -> "/done yesterday:true";
      default -> "/done";
    };
  }

  private String ofMember() {
    String group = Property.oneOf(random, GROUPS);
    return switch (random.nextInt(16)) {
      case 0 -> "/done undo:true";
      case 1 -> "/settings rest:" + Property.oneOf(random, List.of("sat", "sat,sun", "none"));
      case 2 -> "/settings remind:auto";
      case 3 -> "/pause until:" + day().plusDays(1 + random.nextInt(4));
      case 4 -> "/group create name:" + group;
      case 5, 6, 7 -> "/group join name:" + group;
      case 8 -> "/group leave";
      case 9 -> "/group rename name:" + Property.oneOf(random, GROUPS);
      case 10 -> "/group transfer member:@" + Property.oneOf(random, NAMES);
      case 11, 12 -> "/blog add https://asha.example/" + random.nextInt(60);
      case 13 -> "/blog add https://ben.example/%d checkin:true".formatted(random.nextInt(60));
      case 14 -> "/blog goal posts:%d days:90".formatted(5 + random.nextInt(20));
      default -> "/path kind:own day:" + (1 + random.nextInt(180));
    };
  }

  private String question() {
    String other = Property.oneOf(random, NAMES);
    String period = Property.oneOf(random, List.of("week", "month", "all"));
    return switch (random.nextInt(17)) {
      case 0 -> "/streak";
      case 1 -> "/streak member:@" + other;
      case 2 -> "/leaderboard";
      case 3 -> "/leaderboard period:" + period;
      case 4 -> "/leaderboard of:groups period:" + period;
      case 5 -> "/group show";
      case 6 -> "/group list";
      case 7 -> "/topic";
      case 8 -> "/topic " + (1 + random.nextInt(180));
      case 9 -> "/blog list";
      case 10 -> "/blog list @" + other;
      case 11 -> "/journey show";
      case 12 -> "/community show";
      case 13 -> "/race show";
      case 14 -> "/race list";
      case 15 -> "/quiz open:true";
      default -> "/quiz open:true score:true";
    };
  }

  private String ofModerator() {
    String member = Property.oneOf(random, NAMES);
    LocalDate day = day().minusDays(random.nextInt(4));
    return switch (random.nextInt(16)) {
      case 0 -> "/checkin grant @%s %s reason:\"forgot\"".formatted(member, day);
      case 1, 2 -> "/checkin revoke @%s %s reason:\"not so\"".formatted(member, day);
      case 3 -> "/checkin excuse @%s %s reason:\"ill\"".formatted(member, day);
      case 4 -> "/community set freezeevery:" + (2 + random.nextInt(5));
      case 5 -> "/community set freezecap:" + random.nextInt(3);
      case 6 -> "/community set freezestart:" + random.nextInt(2);
      case 7 -> "/journey skip";
      case 8 -> "/journey pause";
      case 9 -> "/journey resume";
      case 10 -> "/journey start date:%s".formatted(day.minusDays(random.nextInt(200)));
      case 11, 12 -> race();
      case 13 -> random.nextInt(3) == 0 ? "/race stop" : "/race list";
      default ->
          "/community set "
              + Property.oneOf(random, List.of("quorum:60", "comebackdays:2", "timezone:UTC"));
    };
  }
}
