import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes a conversation for {@code cairn replay}, the same each time.
 *
 * <p>{@code java Conversation.java everything [LINES [MEMBERS [DAYS]]]}: every command there is, from members and moderators of two communities, some of
 * it misspelt or delivered twice; by default 10,000 lines of 60 members in 40 days. {@code java Conversation.java learners [LEARNERS [DAYS]]}: what
 * learners say who study on five days of seven; by default a thousand of them for a week.
 */
public final class Conversation {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String[] CARDS = {
    "what-mlops-is-for.purpose", "what-mlops-is-for.model-or-inference", "what-mlops-is-for.wrong-without-error"
  };
  private static final String[] RATINGS = {"again", "hard", "good", "good", "good", "easy"};
  private static final String[] WORDS = {
    "drift", "kubernetes", "k8s", "pipeline", "feture store", "model registry", "python", "monitoring", "ci/cd", "linear algebra"
  };
  private static final String[] ROLES = {"mlops-engineer", "data engineer", "devops-engineer", "data-scientist", "architect"};
  private static final String[] GROUPS = {"Owls", "Larks", "Herons", "Swifts", "Wrens"};
  private static final String[] ZONES = {"Asia/Kolkata", "Europe/Berlin", "America/New_York", "Pacific/Auckland", "UTC"};

  /** What members say. In braces what is put there: a number of a day, a member, a word … */
  private static final String[] MEMBERS = {
    "/done", "/done", "/done", "/done day:{day}", "/done day:{day}", "/done note:\"read about {word}\" minutes:{minutes}", "/done yesterday:true",
    "/done undo:true", "/done link:https://example.org/{n}", "/topic", "/topic", "/topic", "/topic day:{day}", "/topic {day} part:{part}",
    "/topic track:mlops", "/topic daily:{hour}", "/streak", "/streak", "/streak", "/streak member:{member}", "/streak why:true", "/leaderboard",
    "/leaderboard period:{period}", "/leaderboard of:groups period:{period}", "/leaderboard table:true", "/group list", "/group create name:{group}",
    "/group join name:{group}", "/group join name:{group}", "/group show", "/group show name:{group}", "/group leave", "/group rename name:\"{group} {day}\"",
    "/group transfer member:{member}", "/group disband", "/role", "/role name:\"{role}\"", "/role name:\"{role}\" versus:\"{role}\"", "/role near:true",
    "/roadmap", "/roadmap background:devops-engineer", "/certification", "/certification level:beginner", "/resource", "/resource about:{word}",
    "/term name:inference", "/term {word}", "/search query:\"{word}\"", "/search {word}", "/check", "/check day:{day}", "/quiz", "/quiz about:{word}",
    "/quiz score", "/review", "/review", "/review card:{card} rate:{rating}", "/review show", "/review new:4 most:20", "/progress", "/progress member:{member}",
    "/path", "/path kind:own day:{day}", "/path kind:community", "/path kind:devops", "/race show", "/blog add url:https://example.org/{member}/{n} title:\"On {word}\"",
    "/blog add https://example.org/{n}?utm_source=x", "/blog remove url:https://example.org/{n}", "/blog list", "/blog goal posts:26 days:180",
    "/settings", "/settings timezone:{zone}", "/settings rest:sat,sun", "/settings rest:none", "/settings remind:{hour}", "/settings hide:true",
    "/settings hide:false", "/pause until:{later}", "/pause off:true", "/snooze", "/help", "/help command:topic", "/help theme:study", "/mydata export",
    "/mydata delete", "/link", "how is my streak?", "thanks!", "/strek", "/topic day:999", "/done minutes:many", "/milestone list", "/quiz open:true"
  };

  private static final String[] MODERATORS = {
    "/journey show", "/journey start date:2026-01-01", "/journey pause", "/journey resume", "/journey skip", "/daily set channel:#daily hour:08:00", "/daily show",
    "/daily preview", "/daily post", "/daily off", "/milestone list", "/milestone rules", "/milestone rules streak:3,7,30", "/milestone rules auto:true channel:#news",
    "/milestone announce id:{n}", "/milestone dismiss id:{n}", "/checkin grant member:{member} day:{before} reason:\"was away\"",
    "/checkin revoke member:{member} day:{before} reason:\"a mistake\"", "/checkin excuse member:{member} day:{before} reason:\"was ill\"",
    "/race start name:\"Race {n}\" from:{soon} until:{later}", "/race stop", "/blog strike member:{member} url:https://example.org/{n} reason:\"not theirs\"",
    "/member zone member:{member} timezone:{zone}", "/community show", "/community set freezecap:3", "/community set quorum:60", "/community set lateevery:3",
    "/community set daystart:5", "/audit", "/audit member:{member}", "/quiz flagged", "/reward set days:30 role:Steady", "/setup", "/community doctor"
  };

  /** Actions of buttons. */
  private static final String[] PRESSES = {
    "done", "topic", "review", "review", "streak why:true", "check", "quiz", "group list", "leaderboard of:members period:week", "progress", "share", "settings remind:09:00"
  };

  private final Random random = new Random(1);
  private final PrintStream out =
      new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);

  public static void main(String[] args) {
    Conversation conversation = new Conversation();
    boolean learners = args.length > 0 && args[0].equals("learners");
    if (learners) {
      conversation.learners(number(args, 1, 1000), number(args, 2, 7));
    } else {
      conversation.everything(number(args, 1, 10_000), number(args, 2, 60), number(args, 3, 40));
    }
    conversation.out.flush();
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }

  private void everything(int lines, int members, int days) {
    long step = Duration.ofDays(days).toMillis() / lines;
    List<String> delivered = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      Instant at = START.plusMillis(step * line + random.nextLong(step));
      if (!delivered.isEmpty() && random.nextInt(40) == 0) {
        // The platform delivers once more what it delivered lately, or long ago.
        String again = delivered.get(random.nextBoolean() ? delivered.size() - 1 : random.nextInt(delivered.size()));
        line(at, again);
        continue;
      }
      boolean moderator = line < 4 || random.nextInt(12) == 0;
      String community = random.nextInt(10) == 0 ? "den" : "lab";
      String who = moderator ? "mod" + random.nextInt(2) : "m" + random.nextInt(members);
      boolean press = !moderator && random.nextInt(8) == 0;
      String said =
          moderator
              ? line < 4 ? new String[] {"/journey start date:2026-01-01", "/daily set channel:#daily hour:08:00"}[line % 2] : pick(MODERATORS)
              : press ? pick(PRESSES) : pick(MEMBERS);
      String rest =
          "\"community\":\"%s\",\"member\":\"%s\",\"moderator\":%s,\"id\":\"i%d\",\"%s\":\"%s\""
              .formatted(community, who, moderator, line, press ? "press" : "text", filled(said, at, members).replace("\"", "\\\""));
      delivered.add(rest);
      line(at, rest);
    }
  }

  private void learners(int learners, int days) {
    for (int day = 0; day < days; day++) {
      int number = Math.min(180, day + 1);
      long second = Duration.ofHours(6).toSeconds();
      for (int learner = 0; learner < learners; learner++) {
        if (random.nextInt(7) >= 5) {
          continue;
        }
        List<String> said = new ArrayList<>();
        if (random.nextInt(2) == 0) {
          said.add("\"text\":\"/topic\"");
        }
        said.add(random.nextInt(3) == 0 ? "\"text\":\"/done\"" : "\"text\":\"/done day:%d\"".formatted(number));
        switch (random.nextInt(8)) {
          case 0, 1, 2 -> {
            said.add("\"text\":\"/review\"");
            said.add("\"press\":\"review\"");
            said.add("\"text\":\"/review card:%s rate:%s\"".formatted(pick(CARDS), pick(RATINGS)));
          }
          case 3 -> said.add("\"text\":\"/quiz\"");
          case 4 -> said.add("\"text\":\"/streak\"");
          case 5 -> said.add("\"text\":\"/search %s\"".formatted(pick(WORDS)));
          case 6 -> said.add("\"text\":\"%s\"".formatted(random.nextInt(4) == 0 ? "/leaderboard" : "/progress"));
          default -> {}
        }
        for (String each : said) {
          line(START.plus(Duration.ofDays(day)).plusSeconds(second++), "\"community\":\"lab\",\"member\":\"m%d\",%s".formatted(learner, each));
        }
      }
    }
  }

  private void line(Instant at, String rest) {
    out.print("{\"at\":\"" + at + "\"," + rest + "}\n");
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private String filled(String said, Instant at, int members) {
    LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return said.replace("{day}", String.valueOf(1 + random.nextInt(60)))
        .replace("{n}", String.valueOf(1 + random.nextInt(30)))
        .replace("{minutes}", String.valueOf(5 + random.nextInt(90)))
        .replace("{member}", "m" + random.nextInt(members))
        .replace("{word}", pick(WORDS))
        .replace("{part}", pick(new String[] {"explain", "steps", "hint", "discuss"}))
        .replace("{period}", pick(new String[] {"week", "month", "all"}))
        .replace("{group}", pick(GROUPS))
        .replace("{role}", pick(ROLES))
        .replace("{card}", pick(CARDS))
        .replace("{rating}", pick(RATINGS))
        .replace("{zone}", pick(ZONES))
        .replace("{hour}", "%02d:%02d".formatted(random.nextInt(24), random.nextInt(4) * 15))
        .replace("{soon}", today.plusDays(1 + random.nextInt(2)).toString())
        .replace("{later}", today.plusDays(3 + random.nextInt(20)).toString())
        .replace("{before}", today.minusDays(random.nextInt(8)).toString());
  }
}
