package dev.cairn.feature;

import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.spelling.Nearest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Time zones as people type them: by their name, by city, or by offset. */
public final class Zones {
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:utc|gmt)?\\s*([+-])(\\d{1,2})(?::?([0-5]\\d))?", Pattern.CASE_INSENSITIVE);

  /**
   * Names of places; the many aliases without one ({@code EST5EDT}, {@code Etc/…}, {@code
   * SystemV/…}) help nobody who types.
   */
  private static final List<String> PLACES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id ->
              id.equals("UTC")
                  || id.matches(
                      "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
          .sorted()
          .toList();

  /** A place that people know for each hour of the globe, from west to east. */
  private static final List<String> AROUND_THE_GLOBE =
      List.of(
          "Pacific/Honolulu",
          "America/Anchorage",
          "America/Los_Angeles",
          "America/Denver",
          "America/Chicago",
          "America/New_York",
          "America/Halifax",
          "America/Sao_Paulo",
          "Atlantic/Azores",
          "UTC",
          "Europe/London",
          "Europe/Berlin",
          "Africa/Lagos",
          "Africa/Cairo",
          "Africa/Nairobi",
          "Asia/Dubai",
          "Asia/Karachi",
          "Asia/Kolkata",
          "Asia/Dhaka",
          "Asia/Jakarta",
          "Asia/Singapore",
          "Asia/Shanghai",
          "Asia/Tokyo",
          "Australia/Sydney",
          "Pacific/Auckland");

  private Zones() {}

  /**
   * Reads a time zone.
   *
   * @param option the option it was given for
   * @throws Refusal when it is none; it names the nearest there are
   */
  public static ZoneId read(String option, String typed, Instant now) {
    Optional<String> exact =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> folded(id).equals(folded(typed)))
            .min(Comparator.naturalOrder());
    List<String> near = candidates(typed, now);
    boolean oneCity = near.size() == 1 && folded(city(near.getFirst())).equals(folded(typed));
    return exact
        .or(() -> oneCity ? Optional.of(near.getFirst()) : Optional.empty())
        .map(ZoneId::of)
        .orElseThrow(() -> refusal(option, typed, near));
  }

  private static Refusal refusal(String option, String typed, List<String> near) {
    RichText said =
        RichText.EMPTY
            .code(option)
            .plain(" takes a time zone like ")
            .code("Asia/Kolkata")
            .plain("; “" + Excerpt.quoted(typed) + "” is not one.");
    if (near.isEmpty()) {
      return Refusal.badOption(option, said);
    }
    return Refusal.badOption(
        option,
        said.then(
            Wording.didYouMean(
                near.stream().limit(3).map(id -> RichText.EMPTY.code(id)).toList())));
  }

  /** Completes a time zone: by city, by name, by offset; half hours included. */
  public static List<ChoiceValue> suggest(String typed, Instant now) {
    List<String> found = typed.isBlank() ? AROUND_THE_GLOBE : candidates(typed, now);
    return found.stream()
        .limit(25)
        .map(id -> new ChoiceValue(id, id + " (" + told(id, now) + ")"))
        .toList();
  }

  private static List<String> candidates(String typed, Instant now) {
    Optional<ZoneOffset> offset = offset(typed);
    if (offset.isPresent()) {
      return PLACES.stream()
          .filter(id -> offsetOf(id, now).equals(offset.get()))
          .sorted(Comparator.comparing(id -> !AROUND_THE_GLOBE.contains(id)))
          .toList();
    }
    List<String> sameCity =
        PLACES.stream().filter(id -> folded(city(id)).equals(folded(typed))).toList();
    if (!sameCity.isEmpty()) {
      return sameCity;
    }
    List<String> abbreviated =
        AROUND_THE_GLOBE.stream().filter(id -> isAbbreviated(id, typed)).toList();
    return abbreviated.isEmpty() ? near(typed) : abbreviated;
  }

  /**
   * Whether a zone's time is called so, like EST, in winter or in summer. It is offered and not
   * taken: several zones share an abbreviation, and India's and Israel's are the same.
   */
  private static boolean isAbbreviated(String id, String typed) {
    TimeZone zone = TimeZone.getTimeZone(id);
    return Stream.of(false, true)
        .map(summer -> zone.getDisplayName(summer, TimeZone.SHORT, Locale.ENGLISH))
        .anyMatch(typed.strip()::equalsIgnoreCase);
  }

  private static List<String> near(String typed) {
    List<String> near = new ArrayList<>(Nearest.ranked(typed, PLACES, Zones::city, 10));
    Nearest.ranked(typed, PLACES, id -> id, 15).stream()
        .filter(id -> !near.contains(id))
        .forEach(near::add);
    return near;
  }

  private static Optional<ZoneOffset> offset(String typed) {
    Matcher matcher = OFFSET.matcher(typed.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int sign = matcher.group(1).equals("-") ? -1 : 1;
    int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    try {
      return Optional.of(
          ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(matcher.group(2)), sign * minutes));
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  private static ZoneOffset offsetOf(String id, Instant now) {
    return ZoneId.of(id).getRules().getOffset(now);
  }

  private static String told(String id, Instant now) {
    return "UTC" + offsetOf(id, now).getId().replace("Z", "+00:00");
  }

  private static String city(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
