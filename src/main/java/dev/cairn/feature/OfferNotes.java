package dev.cairn.feature;

import dev.cairn.catalog.OfferStatus;
import dev.cairn.catalog.Tool;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a reply tells what has become of something that a document names. */
public final class OfferNotes {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  private OfferNotes() {}

  /** All there is to say, as our own note with its date; empty where nothing has changed. */
  public static Optional<RichText> full(@Nullable OfferStatus status) {
    return brief(status)
        .or(() -> Optional.ofNullable(status).map(OfferStatus::note))
        .map(said -> {
          OfferStatus known = Objects.requireNonNull(status);
          String note = known.note();
          return RichText.EMPTY
              .bold(sentence(said))
              .plain(note == null || note.equals(said) ? "" : " " + sentence(note))
              .plain(
                  (known.state() == null ? " (Our own note of " : " (Our own note, checked on ")
                      + DAY.format(known.checked())
                      + ".)");
        });
  }

  /** In a few words, to stand in a list: {@code no longer offered since May 2024; now: X}. */
  public static Optional<String> brief(@Nullable OfferStatus status) {
    if (status == null) {
      return Optional.empty();
    }
    String since = status.since() == null ? "" : " since " + date(status.since());
    String successor = status.successor();
    return switch (status.state()) {
      case null -> Optional.of("not verified");
      case OFFERED -> Optional.empty();
      case RENAMED ->
          Optional.of("renamed" + since + (successor == null ? "" : "; now: " + successor));
      case RETIRED ->
          Optional.of(
              "no longer offered" + since + (successor == null ? "" : "; instead: " + successor));
      case UNMAINTAINED ->
          Optional.of(
              "no longer maintained"
                  + since
                  + (successor == null ? "" : "; instead: " + successor));
    };
  }

  /** A name, and in brackets after it in a few words what has become of what bears it. */
  public static RichText named(RichText name, @Nullable OfferStatus status) {
    return name.plain(brief(status).map(note -> " (" + note + ")").orElse(""));
  }

  /** The names of tools, as {@link #named}, with commas between. */
  public static RichText tools(List<Tool> tools) {
    return RichText.join(
        ", ", tools.stream().map(tool -> named(RichText.of(tool.name()), tool.status())).toList());
  }

  /** Adds to facts what has become of what they are about, where there is a note on it. */
  public static ReplyData facts(ReplyData facts, @Nullable OfferStatus status) {
    return status == null
        ? facts
        : facts.with(
            "status",
            status.state() == null ? "unverified" : status.state().name().toLowerCase(Locale.ROOT));
  }

  private static String date(String since) {
    return switch (since.length()) {
      case 10 -> DAY.format(LocalDate.parse(since));
      case 7 -> MONTH.format(YearMonth.parse(since));
      default -> since;
    };
  }

  private static String sentence(String text) {
    String begun = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }
}
