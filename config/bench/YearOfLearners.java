import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Writes a conversation for {@code cairn replay}: {@code java YearOfLearners.java [LEARNERS [DAYS]] > year.jsonl}, by default a thousand learners
 * for a year. Each of them studies on five days of seven and says so with the day of the journey.
 */
public final class YearOfLearners {
  private static final int JOURNEY = 180;

  public static void main(String[] args) {
    int learners = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    int days = args.length > 1 ? Integer.parseInt(args[1]) : 365;
    Random random = new Random(1);
    Instant start = Instant.parse("2026-01-01T06:00:00Z");
    PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    for (int day = 0; day < days; day++) {
      int second = 0;
      for (int learner = 0; learner < learners; learner++) {
        if (random.nextInt(7) < 5) {
          Instant at = start.plus(Duration.ofDays(day)).plusSeconds(second++);
          out.print(
              "{\"at\":\"%s\",\"community\":\"lab\",\"member\":\"m%d\",\"text\":\"/done day:%d\"}\n"
                  .formatted(at, learner, Math.min(JOURNEY, day + 1)));
        }
      }
    }
    out.flush();
  }
}
